using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>
/// A typed condition over a lead: a closed union. A condition is true, false or unknown: an answer that is missing, withheld
/// or too vague makes it unknown, and unknown never earns, costs, disqualifies or routes.
/// A range counts as its middle, an open range as the bound that is known.
/// </summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>A condition on one slot.</summary>
    public abstract record OnSlot(string Slot) : Condition;

    /// <summary>Whether there is an answer other than a withheld one; never unknown.</summary>
    public sealed record Answered(string Slot, bool Expected) : OnSlot(Slot);

    /// <summary>The visitor declined, doesn't know, or was not understood.</summary>
    public sealed record Withheld(string Slot) : OnSlot(Slot);

    /// <summary>
    /// Money a year in the playbook's currency. An amount without a currency is in the playbook's; one without a period, or due once, counts
    /// as it is; a currency without a rate is unknown. No money counts as 0, "whatever it takes" as more than any bound.
    /// </summary>
    /// <param name="Slot">A money slot.</param>
    /// <param name="AtLeast">Lower bound, inclusive, or null.</param>
    /// <param name="Below">Upper bound, exclusive, or null.</param>
    public sealed record MoneyWithin(string Slot, decimal? AtLeast, decimal? Below) : OnSlot(Slot);

    /// <summary>What was said about money.</summary>
    public sealed record MoneyIs(string Slot, ImmutableArray<MoneyStatus> Statuses) : OnSlot(Slot);

    /// <summary>The start lies at most <paramref name="Days"/> days after today. "As soon as possible" is today, "no rush" is never.</summary>
    public sealed record StartsWithin(string Slot, int Days) : OnSlot(Slot);

    /// <summary>What was said about the timeline.</summary>
    public sealed record TimeframeIs(string Slot, ImmutableArray<TimeframeClass> Classes) : OnSlot(Slot);

    /// <summary>The person's part in the decision.</summary>
    public sealed record AuthorityIs(string Slot, ImmutableArray<AuthorityClass> Classes) : OnSlot(Slot);

    /// <summary>Whether there is a need.</summary>
    public sealed record NeedPresent(string Slot, bool Expected) : OnSlot(Slot);

    /// <summary>The need is of one of these categories.</summary>
    public sealed record NeedIn(string Slot, ImmutableArray<string> Categories) : OnSlot(Slot);

    /// <summary>A headcount or number: <paramref name="AtLeast"/> inclusive, <paramref name="Below"/> exclusive, null = open.</summary>
    public sealed record CountWithin(string Slot, decimal? AtLeast, decimal? Below) : OnSlot(Slot);

    /// <summary>The title is of this level or higher.</summary>
    public sealed record TitleAtLeast(string Slot, TitleLevel Level) : OnSlot(Slot);

    /// <summary>Yes, no or unsure.</summary>
    public sealed record YesNoIs(string Slot, ImmutableArray<YesNoClass> Classes) : OnSlot(Slot);

    /// <summary>The text is one of these, whatever the case of its letters.</summary>
    public sealed record TextIn(string Slot, ImmutableArray<string> Values) : OnSlot(Slot);

    /// <summary>The text, title or need holds one of these words or phrases as whole words, whatever the case of their letters.</summary>
    public sealed record HasWord(string Slot, ImmutableArray<string> Words) : OnSlot(Slot);

    /// <summary>Whether the e-mail address is of a provider of free addresses.</summary>
    public sealed record FreeMail(string Slot, bool Expected) : OnSlot(Slot);

    /// <summary>Signals of these kinds came at least so many times; never unknown.</summary>
    /// <param name="Kinds">Ids of kinds of signals.</param>
    /// <param name="Times">Least number, 1 or more.</param>
    /// <param name="WithinDays">Only those of the last so many days count, today included; null = all.</param>
    public sealed record Happened(ImmutableArray<string> Kinds, int Times, int? WithinDays) : Condition;

    /// <summary>The lead has reached one of these stages; in routes only.</summary>
    public sealed record StageIs(ImmutableArray<Stage> Stages) : Condition;

    /// <summary>The lead has one of these grades; in routes only.</summary>
    public sealed record GradeIs(ImmutableArray<Grade> Grades) : Condition;

    /// <summary>The points reach this; in routes only.</summary>
    /// <param name="Axis">Points of one axis, or null = the total.</param>
    /// <param name="Points">Least points.</param>
    public sealed record PointsAtLeast(Axis? Axis, int Points) : Condition;

    /// <summary>All hold.</summary>
    public sealed record All(ImmutableArray<Condition> Parts) : Condition;

    /// <summary>At least one holds.</summary>
    public sealed record Any(ImmutableArray<Condition> Parts) : Condition;

    /// <summary>It is surely false.</summary>
    public sealed record Not(Condition Part) : Condition;
}
