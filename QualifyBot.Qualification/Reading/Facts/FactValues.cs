using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Languages;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Facts;

/// <summary>The closed lists of values that a reading can give.</summary>
public static class FactValues
{
    /// <summary>The priorities, lowest first.</summary>
    public static readonly ImmutableArray<string> Priorities = ["low", "medium", "high", "top"];

    private static readonly Lazy<ImmutableArray<string>> Industries = new(static () => WordLists.ValuesOf("industries", Tag.Industry));
    private static readonly Lazy<ImmutableArray<string>> Places = new(static () => WordLists.ValuesOf("places", Tag.Geography));

    /// <summary>Every value that a slot of this type can hold; empty where there is no closed list.</summary>
    public static ImmutableArray<string> Of(SlotType type) => type switch
    {
        SlotType.Priority => Priorities,
        SlotType.Industry => Industries.Value,
        SlotType.Geography => Places.Value,
        _ => [],
    };
}
