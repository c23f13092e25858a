using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Where the words stand that may join the ends of a range: without one near, no range need be looked for.</summary>
internal sealed class RangeLinks
{
    /// <summary>More terms than the longest date and time of day have.</summary>
    private const int Reach = 24;

    private int[] next = new int[64];
    private int count = -1;

    /// <summary>Forgets the message before.</summary>
    public void Reset() => count = -1;

    /// <summary>True where such a word stands behind a term, no further than an end of a range reaches.</summary>
    public bool AreAhead(Sentence s, int index)
    {
        if (count < 0)
        {
            Find(s);
        }

        return index < count && next[index] - index <= Reach;
    }

    private void Find(Sentence s)
    {
        count = s.Count;
        if (next.Length < count)
        {
            next = new int[count * 2];
        }

        var latest = int.MaxValue;
        for (var i = count - 1; i >= 0; i--)
        {
            latest = s.Sign(i) is '-' or '~' or '/' || s.Has(i, Tag.To, Tag.Until) || s.Has(i, Tag.And) ? i : latest;
            next[i] = latest;
        }
    }
}
