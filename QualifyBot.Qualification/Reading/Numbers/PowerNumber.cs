using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>Powers in signs: "10^4", "2.5^-1", "1.3e6", "6.2x10^-4".</summary>
internal static class PowerNumber
{
    private const double Largest = 1e27;

    /// <summary>The number with the power that is glued to it.</summary>
    public static Quantity Extend(Sentence s, Quantity number)
    {
        var at = number.End;
        if (number.Broken || !s.Glued(at) || at >= s.Count)
        {
            return number;
        }

        if (s.Sign(at) == '^')
        {
            return Raise(s, number, (double)number.Value, 1, at + 1);
        }

        if (s.Folded(at) is "e")
        {
            return Raise(s, number, 10, (double)number.Value, at + 1);
        }

        var times = s.Folded(at) is "x" or "×" or "*" && s.Digits(at + 1) == 2 && s.DigitValue(at + 1) == 10 && s.Sign(at + 2) == '^';
        return times ? Raise(s, number, 10, (double)number.Value, at + 3) : number;
    }

    private static Quantity Raise(Sentence s, Quantity number, double based, double factor, int index)
    {
        var (at, negative) = (index, false);
        while (at - index < 2 && s.Sign(at) is '-' or '+' && s.Glued(at))
        {
            negative ^= s.Sign(at) == '-';
            at++;
        }

        if (s.Digits(at) is 0 or > 3 || !s.Glued(at))
        {
            return number;
        }

        var exponent = negative ? -s.DigitValue(at) : s.DigitValue(at);
        var value = factor * Math.Pow(based, exponent);
        return double.IsFinite(value) && Math.Abs(value) < Largest
            ? number with { Value = (decimal)value, Grouped = 0, Separated = true, End = at + 1 }
            : number with { Broken = true, End = at + 1 };
    }
}
