using QualifyBot.Qualification.Reading.Numbers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>One whole number or a range of them: "12", "10 to 15", "between 5 and 6 hundred".</summary>
internal static class PeopleCount
{
    /// <summary>The least and the most, and the term behind; 0 behind where no whole number stands.</summary>
    public static (decimal Low, decimal High, int End) Read(Sentence s, int index)
    {
        index = s.Has(index, Tag.Between) ? index + 1 : index;
        var low = s.Quantity(index);
        if (!Counts(low))
        {
            return default;
        }

        var link = s.Has(low.End, Tag.To, Tag.Or) || s.Sign(low.End) is '-' or '~' || (s.Has(index - 1, Tag.Between) && s.Has(low.End, Tag.And));
        var high = link ? s.Quantity(low.End + 1) : default;
        var (from, to) = (Whole(low), Whole(high));
        return link && Counts(high) && to > from ? (Shared(s, low, high), to, high.End) : (from, from, low.End);
    }

    // "5 to 6 hundred", "2-3k": what multiplies the second number multiplies the first.
    private static decimal Shared(Sentence s, Quantity low, Quantity high)
    {
        var multiplier = high.Multiplied ? high.Multiplier : high.End == low.End + 3 && s.Has(high.End - 1, Tag.Hundred) ? 100 : 1;
        return !low.Multiplied && low.Value < 100 && low.Value * multiplier < Whole(high) ? low.Value * multiplier : Whole(low);
    }

    private static bool Counts(Quantity q) => q is { Exists: true, Broken: false, Ordinal: false } && Whole(q) == decimal.Truncate(Whole(q)) && q.Value is >= 0;

    private static decimal Whole(Quantity q) => q.Grouped > 0 ? q.Grouped : q.Value;
}
