using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>Numbers in digits: "1,234.50", "250.000", "10 000", "10'000".</summary>
internal static class DigitNumber
{
    private const int LongestRun = 15;

    /// <summary>The number whose first digits are the term, its sign not included.</summary>
    public static Quantity Read(Sentence s, int index)
    {
        if (s.Digits(index) > LongestRun)
        {
            return new Quantity { Digits = true, Broken = true, End = index + 1 };
        }

        var end = index + 1;
        var (first, last, kinds, groups) = ('\0', '\0', 0, 0);
        var thousands = s.Digits(index) <= 3;
        var lakhs = s.Digits(index) <= 2;
        while (IsSeparator(s, end, out var separator) && groups < 5)
        {
            kinds += separator == last ? 0 : 1;
            first = first == '\0' ? separator : first;
            lakhs &= separator == ',' && s.Digits(end + 1) == (IsSeparator(s, end + 2, out _) ? 2 : 3);
            thousands &= last == '\0' || separator == last ? s.Digits(end + 1) == 3 : kinds == 2;
            (last, groups, end) = (separator, groups + 1, end + 2);
        }

        if (groups == 0)
        {
            return ReadSpaced(s, index);
        }

        return Compose(s, index, end, new Shape(first, last, kinds, groups, thousands || (lakhs && groups > 1)));
    }

    private static Quantity Compose(Sentence s, int index, int end, Shape shape)
    {
        var comma = s.Language.Habits.DecimalComma ? ',' : '.';
        var single = shape.Groups == 1;
        var lastIsThree = s.Digits(end - 1) == 3;
        var digits = new Quantity { Digits = true, Separated = true, End = end };
        if (shape.Kinds > 2 || (shape.Kinds == 2 && shape.Groups < 2) || (!single && shape.Kinds == 1 && !shape.Thousands) || IsSeparator(s, end, out _))
        {
            return digits with { Broken = true, End = shape is { Last: '.', Kinds: 1 } && !single ? end : index + 1 };
        }

        var isDecimal = shape.Kinds == 2 || (single && (!shape.Thousands || (shape.Last == comma && lastIsThree)));
        digits.Value = Value(s, index, end, isDecimal);
        digits.Grouped = isDecimal && single && shape.Thousands && s.DigitValue(index) > 0 ? Value(s, index, end, false) : 0;
        return digits;
    }

    // "10 000", "6 700,54", "1 234 567.89"; where commas group, a single space does so only before hundreds.
    private static Quantity ReadSpaced(Sentence s, int index)
    {
        var end = index + 1;
        while (end - index < 5 && IsGroup(s, index, end))
        {
            end++;
        }

        var value = decimal.Parse(s.Folded(index), System.Globalization.CultureInfo.InvariantCulture);
        var fraction = IsSeparator(s, end, out var mark) && mark != '\'' && s.Digits(end + 1) != 3 ? s.Digits(end + 1) : 0;
        var sure = s.Language.Habits.DecimalComma || end > index + 2 || fraction > 0 || IsNarrow(s, index + 1) || s.DigitValue(index + 1) % 100 == 0;
        if (end == index + 1 || !sure || (s.Glued(end) && s.Sign(end) == '-'))
        {
            return new Quantity { Digits = true, Value = value, End = index + 1 };
        }

        for (var i = index + 1; i < end; i++)
        {
            value = (value * 1000) + s.DigitValue(i);
        }

        value += fraction > 0 ? s.DigitValue(end + 1) / Scale(fraction) : 0;
        return new Quantity { Digits = true, Value = value, End = fraction > 0 ? end + 2 : end, Separated = true };
    }

    private static bool IsGroup(Sentence s, int index, int at) =>
        s.Digits(index) <= 3 && s.DigitValue(index) > 0 && s.Digits(at) == 3 && !s.Glued(at) && s.Token(at).Start == s.Token(at - 1).End + 1 && !s.Token(at).NewLine;

    private static bool IsNarrow(Sentence s, int at) => s.Digits(at) > 0 && s.Text[s.StartOf(at) - 1] is '\u00A0' or '\u202F' or '\u2009';

    /// <summary>".5" and ",23": the fraction whose sign is the term, no digit before it.</summary>
    public static Quantity ReadFraction(Sentence s, int index)
    {
        var mark = s.Sign(index);
        var leads = (mark == '.' || (mark == ',' && s.Language.Habits.DecimalComma)) && !s.Glued(index) && s.Glued(index + 1) && s.Digits(index + 1) is > 0 and <= 9;
        var alone = leads && !(s.Glued(index + 2) && s.Sign(index + 2) is '.' or ',' && s.Digits(index + 3) > 0);
        return alone ? new Quantity { Digits = true, Separated = true, Value = s.DigitValue(index + 1) / Scale(s.Digits(index + 1)), End = index + 2 } : default;
    }

    private static bool IsSeparator(Sentence s, int index, out char separator)
    {
        separator = s.Sign(index);
        return separator is '.' or ',' or '\'' && s.Glued(index) && s.Digits(index + 1) > 0 && s.Glued(index + 1);
    }

    private static decimal Value(Sentence s, int index, int end, bool isDecimal)
    {
        decimal value = 0;
        for (var i = index; i < end; i += 2)
        {
            var (digits, length) = (Math.Max(0, s.DigitValue(i)), s.Digits(i));
            var scale = Scale(length);
            value = isDecimal && i > index && i + 2 >= end ? value + (digits / scale) : value > 1e15m ? value : (value * scale) + digits;
        }

        return value;
    }

    private static decimal Scale(int digits)
    {
        var scale = 1m;
        for (var i = 0; i < Math.Min(digits, 9); i++)
        {
            scale *= 10;
        }

        return scale;
    }

    private readonly record struct Shape(char First, char Last, int Kinds, int Groups, bool Thousands);
}
