using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Domains;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>The other answers that a lead could have given for a slot.</summary>
internal sealed class OtherAnswers
{
    private readonly DateOnly today;

    /// <summary>The answers for a slot of a lead; each tells something.</summary>
    public OtherAnswers(int slot, SlotPlan plan, Lead lead, DateOnly today)
    {
        (Slot, Plan, this.today, Now) = (slot, plan, today, lead.Find(plan.Domain.Slot.Id)?.Value);
        Known = Now is null ? plan.Unanswered : plan.RowOf(plan.Domain.Truths(Now, today), plan.SelfReported);
        var now = Now is null ? null : plan.Domain.Of(Now, today);
        Nearest = [.. plan.Domain.Values.Index()
            .Where(other => !ReferenceEquals(other.Item, now) && Tells(other.Item))
            .Select(other => (Value: other.Index, Steps: Steps(now?.Place, other.Item.Place), other.Item.Place))
            .OrderBy(static other => other.Steps).ThenBy(static other => other.Place is null).ThenBy(static other => other.Place?.Height)
            .Select(static other => (other.Value, other.Steps))];
    }

    /// <summary>Index of the slot.</summary>
    public int Slot { get; }

    public SlotPlan Plan { get; }

    /// <summary>The answer as it is.</summary>
    public AnswerValue? Now { get; }

    /// <summary>The row of the answer as it is.</summary>
    public Row Known { get; }

    /// <summary>Places of other answers in the domain, and how far they are from the one that is, nearest first; among equally near ones the weakest first.</summary>
    public ImmutableArray<(int Value, int Steps)> Nearest { get; }

    /// <summary>The answer at a place of the domain.</summary>
    public Answer AnswerOf(int value) => new(Plan.Domain.Slot.Id, Plan.Domain.Values[value].Meaning.On(today), new Evidence("", 0, 0, "", ""), default);

    // Not withheld, and where it is a figure or a date one that can be measured.
    private bool Tells(Representative other) => other.Meaning.On(today) switch
    {
        AnswerValue.Withheld or AnswerValue.Money { Status: MoneyStatus.Declined } or AnswerValue.Timeframe { Class: TimeframeClass.Declined } => false,
        AnswerValue.Money { Status: MoneyStatus.Amount } or AnswerValue.Timeframe { Class: TimeframeClass.Dated } or AnswerValue.Headcount or AnswerValue.Number => other.Place is not null,
        _ => true,
    };

    // On one ladder the rungs between count; from elsewhere every answer is as far as the whole domain is large.
    private int Steps(Place? from, Place? to) => from is { } here && to is { } there && here.Ladder == there.Ladder
        ? 1 + Plan.Domain.Values.Count(value => value.Place is { } between && between.Ladder == here.Ladder
            && between.Height > Math.Min(here.Height, there.Height) && between.Height < Math.Max(here.Height, there.Height))
        : Plan.Domain.Values.Length;
}
