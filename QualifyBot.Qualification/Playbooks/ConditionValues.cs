using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Facts;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>Faults in the values that conditions and choices list.</summary>
internal static class ConditionValues
{
    /// <summary>True where a list of values is empty, or holds an empty word.</summary>
    public static bool HoldsNothing(Condition.OnSlot leaf) => leaf switch
    {
        Condition.MoneyIs(_, var statuses) => statuses.IsEmpty,
        Condition.TimeframeIs(_, var classes) => classes.IsEmpty,
        Condition.AuthorityIs(_, var classes) => classes.IsEmpty,
        Condition.YesNoIs(_, var classes) => classes.IsEmpty,
        Condition.NeedIn(_, var categories) => categories.IsEmpty,
        Condition.TextIn(_, var values) => values.IsEmpty || values.Any(string.IsNullOrWhiteSpace),
        Condition.HasWord(_, var words) => words.IsEmpty || words.Any(string.IsNullOrWhiteSpace),
        _ => false,
    };

    /// <summary>Values that a reading never gives to a slot with a closed list: an industry, place or priority that is none.</summary>
    public static IEnumerable<PlaybookProblem> FindUnknown(string path, Slot slot, ImmutableArray<string> values)
    {
        var known = FactValues.Of(slot.Type);
        return known.IsEmpty
            ? []
            : values.Where(value => !known.Contains(value, StringComparer.OrdinalIgnoreCase))
                .Select(value => new PlaybookProblem(path, $"'{value}' is no value of the slot '{slot.Id}' of type {slot.Type}.", Nearest.Remedy(value, known), OfTheWhole: false));
    }
}
