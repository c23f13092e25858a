using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>What stands behind a decimal point that is said: "point two five", "komma 5", "coma mil quinientos".</summary>
internal static class PointNumber
{
    private const decimal Smallest = 1e-12m;

    /// <summary>The part behind the point, below 1, from the word for the point on.</summary>
    public static Quantity Read(Sentence s, int point)
    {
        var (value, scale, end) = (0m, 1m, point + 1);
        while (scale > Smallest && Group(s, end, value == 0 && scale == 1) is { Exists: true } group)
        {
            var width = s.Digits(end) > 0 ? s.Digits(end) : WidthOf(group.Value);
            for (var i = 0; i < width; i++)
            {
                scale /= 10;
            }

            (value, end) = (value + (group.Value * scale), group.End);
            if (group.Digits)
            {
                break;
            }
        }

        // "uno con cinco": the word joins other things too, so it is a point only where nothing follows.
        var sure = s.Has(point, Tag.Point) || s.EndsClause(end) || s.Has(end, Tag.Multiplier);
        return end > point + 1 && sure ? new Quantity { Value = value, End = end } : default;
    }

    private static Quantity Group(Sentence s, int index, bool first)
    {
        if (s.Digits(index) is > 0 and <= 9)
        {
            return first && !s.Has(index + 1, Tag.Unit) ? new Quantity { Value = s.DigitValue(index), Digits = true, End = index + 1 } : default;
        }

        return new NumberRun(s) { Plain = true }.Start(index);
    }

    private static int WidthOf(decimal value)
    {
        var width = 1;
        for (; value >= 10; width++)
        {
            value /= 10;
        }

        return width;
    }
}
