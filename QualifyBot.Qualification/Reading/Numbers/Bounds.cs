using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>Words that make a number the lower or the upper end of what is meant.</summary>
internal static class Bounds
{
    /// <summary>-1 for an upper bound, 1 for a lower one, 0 for none; and the term behind its words.</summary>
    public static int Before(Sentence s, int index, out int end)
    {
        end = index + 1;
        if (s.Has(index, Tag.AtMost, Tag.LessThan) && !s.Quantity(index).Exists)
        {
            return -1;
        }

        if (s.Has(index, Tag.AtLeast, Tag.MoreThan) && !s.Quantity(index).Exists)
        {
            return 1;
        }

        end = index;
        return 0;
    }

    /// <summary>The bound said behind a number ("or more", "tops"), and the term behind it; "and below 15" leads the next number.</summary>
    public static (int Bound, int End) Behind(Sentence s, int index) =>
        s.Has(index, Tag.MoreThan, Tag.LessThan) && s.Quantity(index + 1).Exists ? (0, index)
        : s.Has(index, Tag.OrMore) ? (1, index + 1)
        : s.Has(index, Tag.OrLess) ? (-1, index + 1)
        : s.Sign(index) == '+' && s.Glued(index) && s.Quantity(index + 1) is not { Exists: true } ? (1, index + 1)
        : (0, index);
}
