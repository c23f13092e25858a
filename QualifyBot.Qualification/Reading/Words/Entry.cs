using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>One meaning: a tag and its value, whose sense depends on the tag.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Meaning(Tag Tag, int Value);

/// <summary>All meanings of one word or phrase.</summary>
internal sealed class Entry
{
    /// <summary>A word without a meaning.</summary>
    public static readonly Entry None = new();

    private readonly Meaning[] meanings = [];
    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;
    private readonly ulong fourth;
    private Dictionary<Meaning, Entry>? richer;

    public Entry()
    {
    }

    private Entry(Entry poorer, Meaning meaning)
    {
        meanings = [.. poorer.meanings, meaning];
        IsTimely = poorer.IsTimely || IsPartOfTime(meaning.Tag);
        IsOfTime = poorer.IsOfTime || meaning.Tag is >= Tag.Month and <= Tag.PeriodStart;
        var bit = 1UL << (int)meaning.Tag;
        var word = (int)meaning.Tag >> 6;
        (first, second, third, fourth) = (poorer.first | (word == 0 ? bit : 0), poorer.second | (word == 1 ? bit : 0), poorer.third | (word == 2 ? bit : 0), poorer.fourth | (word == 3 ? bit : 0));
    }

    /// <summary>The meanings, in the order of the lists.</summary>
    public IReadOnlyList<Meaning> Meanings => meanings;

    // A tag known to the compiler leaves one field and one bit of this.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(Tag tag) => (((int)tag >> 6) switch { 0 => first, 1 => second, 2 => third, _ => fourth } & (1UL << (int)tag)) != 0;

    /// <summary>Can be part of a date or time.</summary>
    public bool IsTimely { get; }

    /// <summary>Speaks of time by itself, as no number and no article does.</summary>
    public bool IsOfTime { get; }

    /// <summary>This entry with one more meaning: the same object wherever the same meanings come together.</summary>
    public Entry With(Meaning meaning)
    {
        if (Array.IndexOf(meanings, meaning) >= 0)
        {
            return this;
        }

        richer ??= [];
        if (!richer.TryGetValue(meaning, out var entry))
        {
            entry = new Entry(this, meaning);
            richer.Add(meaning, entry);
        }

        return entry;
    }

    /// <summary>The value of a tag that the entry has.</summary>
    public int Value(Tag tag)
    {
        foreach (var meaning in meanings)
        {
            if (meaning.Tag == tag)
            {
                return meaning.Value;
            }
        }

        return 0;
    }

    private static bool IsPartOfTime(Tag tag) =>
        tag is (>= Tag.Month and <= Tag.PeriodStart) or Tag.Between or Tag.From or Tag.About or Tag.Article or Tag.MoreThan or (>= Tag.Number and <= Tag.Ordinal);
}
