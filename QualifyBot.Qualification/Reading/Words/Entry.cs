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

    private readonly List<Meaning> meanings = [];
    private readonly ulong[] tags = new ulong[4];

    /// <summary>The meanings, in the order of the lists.</summary>
    public IReadOnlyList<Meaning> Meanings => meanings;

    public bool Has(Tag tag) => (tags[(int)tag >> 6] & (1UL << ((int)tag & 63))) != 0;

    /// <summary>Can be part of a date or time.</summary>
    public bool IsTimely { get; private set; }

    public void Add(Meaning meaning)
    {
        IsTimely |= meaning.Tag is (>= Tag.Month and <= Tag.PeriodStart) or Tag.Between or Tag.From or Tag.About or Tag.Article or Tag.MoreThan or (>= Tag.Number and <= Tag.Ordinal);
        tags[(int)meaning.Tag >> 6] |= 1UL << ((int)meaning.Tag & 63);
        meanings.Add(meaning);
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
}
