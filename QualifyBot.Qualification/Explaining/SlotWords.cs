using System.Collections.Immutable;
using System.Diagnostics;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Explaining;

/// <summary>Conditions on one slot in plain words.</summary>
internal static class SlotWords
{
    /// <summary>The slot's id as words: "company_size" is "company size".</summary>
    public static string NameOf(string slot) => slot.Replace('_', ' ');

    public static Phrase Of(Condition.OnSlot leaf, bool wanted, string currency)
    {
        var name = NameOf(leaf.Slot);
        return leaf switch
        {
            Condition.Answered(_, var expected) => new Phrase($"{name} {(expected == wanted ? "answered" : "not answered")}"),
            Condition.Withheld => new Phrase($"{name} {(wanted ? "withheld" : "not withheld")}"),
            Condition.MoneyWithin(_, var least, var below) => Within(name, least, below, $" {currency} a year", wanted),
            Condition.CountWithin(_, var least, var below) => Within(name, least, below, "", wanted),
            Condition.MoneyIs(_, var statuses) => Among(name + " ", wanted, statuses, ClassWords.Of),
            Condition.StartsWithin(_, var days) => new Phrase($"{StartOf(name)} {(wanted ? "within" : "later than in")} {Figures.Count(days, "day")}"),
            Condition.TimeframeIs(_, var classes) => Among(StartOf(name) + " ", wanted, classes, ClassWords.Of),
            Condition.AuthorityIs(_, var classes) => Among(name + ": ", wanted, classes, ClassWords.Of),
            Condition.YesNoIs(_, var classes) => Among(name + " ", wanted, classes, ClassWords.Of),
            Condition.NeedPresent(_, var expected) => new Phrase(expected == wanted ? $"{name} there" : $"no {name}"),
            Condition.NeedIn(_, var categories) => Phrase.List(wanted ? $"{name} of kind " : $"{name} not of kind ", [.. categories.Select(NameOf)]),
            Condition.TitleAtLeast(_, var level) => Title(name, level, wanted),
            Condition.TextIn(_, var values) => Phrase.List(wanted ? $"{name} " : $"{name} other than ", [.. values.Select(NameOf)]),
            Condition.HasWord(_, var words) => Phrase.List(wanted ? $"{name} with the word " : $"{name} without the word ", [.. words.Select(word => $"'{word}'")]),
            Condition.FreeMail(_, var expected) => new Phrase($"{name} {(expected == wanted ? "at a provider of free addresses" : "at a domain of its own")}"),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A timeline is spoken of by its start.</summary>
    public static string StartOf(string name) => name is "timeline" or "timeframe" ? "start" : name;

    private static Phrase Among<T>(string start, bool wanted, ImmutableArray<T> values, Func<T, string> words) =>
        Phrase.List(wanted ? start : start.TrimEnd(':', ' ') + " other than: ", [.. values.Distinct().Select(words)]);

    private static Phrase Within(string name, decimal? least, decimal? below, string unit, bool wanted) => (least, below, wanted) switch
    {
        ({ } low, { } high, true) => new Phrase($"{name} from {Figures.Of(low)} to under {Figures.Of(high)}{unit}"),
        ({ } low, { } high, false) => new Phrase($"{name} under {Figures.Of(low)}{unit} or at least {Figures.Of(high)}{unit}", Joint.Or),
        ({ } low, null, true) => new Phrase($"{name} of at least {Figures.Of(low)}{unit}"),
        ({ } low, null, false) => new Phrase($"{name} under {Figures.Of(low)}{unit}"),
        (null, { } high, true) => new Phrase($"{name} under {Figures.Of(high)}{unit}"),
        (null, { } high, false) => new Phrase($"{name} of at least {Figures.Of(high)}{unit}"),
        (null, null, _) => new Phrase(wanted ? $"{name} told as a figure" : "never"),
    };

    private static Phrase Title(string name, TitleLevel level, bool wanted) => (level, wanted) switch
    {
        (TitleLevel.Other, true) => new Phrase($"any {name}"),
        (TitleLevel.Other, false) => new Phrase("never"),
        (TitleLevel.CSuite, true) => new Phrase($"{name} {ClassWords.Of(level)}"),
        (_, true) => new Phrase($"{name} {ClassWords.Of(level)} or higher"),
        (_, false) => new Phrase($"{name} below {ClassWords.Of(level)}"),
    };
}
