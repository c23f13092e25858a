using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>Fractions behind a number: "two thirds", "five and a quarter", "2 1/4", "three twenty-firsts", "one hundred and three quarters".</summary>
internal static class FractionNumber
{
    /// <summary>The number with the fraction that belongs to it.</summary>
    public static Quantity Extend(Sentence s, Quantity number, int start)
    {
        if (!number.Exists || number.Broken || number.Ordinal)
        {
            return number;
        }

        var parts = Denominator.Read(s, number, start, out var end);
        if (parts == 0)
        {
            var slash = Slash(s, number);
            return slash.Exists ? slash : Added(s, number);
        }

        var joint = AndAt(s, number, start);
        return Denominator.TakesTens(s, number, start) ? OverTens(s, number, start, parts, end)
            : joint > 0 ? Divided(s, number, start, joint, parts, end)
            : WordNumber.Continue(s, number with { Value = number.Value / parts, End = OfWhole(s, end), Weak = false, Digits = false });
    }

    // "three quarters of a million"
    private static int OfWhole(Sentence s, int end)
    {
        var next = s.Has(end, Tag.Of) && s.Has(end + 1, Tag.Article) ? end + 2 : end;
        return s.Has(next, Tag.Multiplier) ? next : end;
    }

    // "one hundred thirty-fifths": the tens belong to the parts.
    private static Quantity OverTens(Sentence s, Quantity number, int start, decimal parts, int end)
    {
        var cut = number.End - 1;
        var top = new NumberRun(s) { Limit = cut }.Start(start);
        return top.Exists ? number with { Value = top.Value / (s.Value(cut, Tag.Number) + parts), End = end, Weak = false } : number;
    }

    // "two hundred and fifty-four hundredths": what stands before the "and" is whole where the rest makes a proper fraction.
    private static Quantity Divided(Sentence s, Quantity number, int start, int joint, decimal parts, int end)
    {
        var whole = new NumberRun(s) { Limit = joint }.Start(start);
        var top = new NumberRun(s) { Limit = number.End }.Start(joint + 1);
        return top.Exists && top.Value < parts ? Sum(s, whole, top.Value / parts, end) : number with { Value = number.Value / parts, End = end, Weak = false };
    }

    // The last "and" within a number in words; not where it joins units to tens in the language itself.
    private static int AndAt(Sentence s, Quantity number, int start)
    {
        for (var i = number.End - 2; i > start && !number.Digits; i--)
        {
            if (s.Has(i, Tag.NumberAnd))
            {
                var grammar = s.Language.Habits.JoinsUnits && s.Try(i - 1, Tag.Number, out var tens) && tens is >= 20 and < 100;
                return grammar || s.Language.Habits.UnitsFirst ? 0 : i;
            }
        }

        return 0;
    }

    // "1/2", "20/100", but no date: the numerator is the smaller one, and what follows is no third part.
    private static Quantity Slash(Sentence s, Quantity number)
    {
        var at = number.End;
        var known = number.Digits && !number.Separated && s.Sign(at) == '/' && s.Glued(at) && s.Glued(at + 1) && s.Digits(at + 1) > 0 && s.Sign(at + 2) != '/';
        var bottom = known ? s.DigitValue(at + 1) : 0;
        var plain = bottom > number.Value && (bottom is 2 or 3 or 4 or 5 or 8 or 10 or 100 or 1000) && number.Value > 0;
        return plain && (bottom > 31 || (number.Value < 4 && bottom < 9)) ? WordNumber.Continue(s, number with { Value = number.Value / bottom, End = at + 2, Fraction = true }) : default;
    }

    // "five and a quarter", "three and two fifths", "2 1/4", "a billion and a half million".
    private static Quantity Added(Sentence s, Quantity number)
    {
        var joined = s.Has(number.End, Tag.NumberAnd, Tag.With);
        if (s.Has(number.End, Tag.AndHalf) && s.Has(number.End + 1, Tag.Multiplier))
        {
            return Sum(s, number, 0.5m, number.End + 1);
        }

        var next = joined ? number.End + 1 : number.End;
        var at = s.Has(next, Tag.Article) ? next + 1 : next;
        if (joined && s.Has(at, Tag.Fraction, Tag.Ordinal))
        {
            var parts = s.Has(at, Tag.Fraction) ? s.Value(at, Tag.Fraction) : s.Value(at, Tag.Ordinal);
            return parts > 1 && (s.Has(at, Tag.Fraction) || (at > next && !s.Has(at, Tag.Unit))) ? Sum(s, number, 1m / parts, at + 1) : number;
        }

        var top = joined ? new NumberRun(s).Start(next) : s.Digits(next) == 1 && number is { Digits: true, Separated: false } ? DigitNumber.Read(s, next) : default;
        if (top is not { Exists: true, Broken: false })
        {
            return number;
        }

        var bottom = Denominator.Read(s, top, next, out var end);
        var fraction = bottom > 0 ? new Quantity { Value = top.Value / bottom, End = end } : Slash(s, top) is { Exists: true } slash ? slash : joined && s.Has(number.End, Tag.With) ? top : default;
        var fits = fraction.Exists && (fraction.Value < 1 || fraction.Value != decimal.Truncate(fraction.Value));
        return fits ? Sum(s, number, fraction.Value, fraction.End) : number;
    }

    // "six million and two thirds" are two thirds of a million more; a multiplier behind counts for both, or for the smaller one.
    private static Quantity Sum(Sentence s, Quantity number, decimal fraction, int end)
    {
        var round = number.Multiplied && s.Has(number.End - 1, Tag.Multiplier, Tag.ShortMultiplier);
        if (s.Has(end, Tag.Multiplier))
        {
            var more = new NumberRun(s).Start(end);
            return number.Multiplied
                ? number with { Value = number.Value + (fraction * more.Value), End = more.End, Weak = false, Digits = false }
                : number with { Value = (number.Value + fraction) * more.Value, End = more.End, Weak = false, Digits = false, Multiplied = true, Multiplier = more.Multiplier };
        }

        return number with { Value = number.Value + (round ? fraction * number.Multiplier : fraction), End = end, Weak = false, Digits = false };
    }
}
