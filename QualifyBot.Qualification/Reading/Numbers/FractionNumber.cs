using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>Fractions behind a number: "two thirds", "five and a quarter", "2 1/4", "one in three".</summary>
internal static class FractionNumber
{
    /// <summary>The number with the fraction that belongs to it.</summary>
    public static Quantity Extend(Sentence s, Quantity number, int start)
    {
        if (!number.Exists || number.Broken || number.Ordinal)
        {
            return number;
        }

        var part = Part(s, number, number.End, start);
        return part.Exists ? part : Added(s, number);
    }

    // "two thirds", "one-eighth", "3/4 million".
    private static Quantity Part(Sentence s, Quantity number, int end, int start)
    {
        var next = s.Sign(end) == '-' ? end + 1 : end;
        var one = number.Value == 1 && !number.Digits;
        if (s.Try(next, Tag.Fraction, out var parts) && parts > 1 && IsFraction(s, next, parts) && !number.Separated)
        {
            return WordNumber.Continue(s, number with { Value = number.Value / parts, End = next + 1, Weak = false, Digits = false });
        }

        var ordinal = s.Quantity(next) is { Ordinal: true, Exists: true } || s.Has(next, Tag.Ordinal);
        if (one && ordinal && s.Try(next, Tag.Ordinal, out var place) && place > 2 && !s.Has(start - 1, Tag.The))
        {
            return number with { Value = number.Value / place, End = next + 1, Weak = false };
        }

        return Slash(s, number);
    }

    // "1/2", "20/100", but no date: the numerator is the smaller one, and what follows is no third part.
    private static Quantity Slash(Sentence s, Quantity number)
    {
        var at = number.End;
        var known = number.Digits && !number.Separated && s.Sign(at) == '/' && s.Glued(at) && s.Glued(at + 1) && s.Digits(at + 1) > 0 && s.Sign(at + 2) != '/';
        var bottom = known ? s.DigitValue(at + 1) : 0;
        var plain = bottom > number.Value && (bottom is 2 or 3 or 4 or 5 or 8 or 10 or 100 or 1000) && number.Value > 0;
        return plain && (bottom > 31 || number.Value < 4 && bottom < 9) ? WordNumber.Continue(s, number with { Value = number.Value / bottom, End = at + 2, Fraction = true }) : default;
    }

    // "five and a quarter", "three and two fifths", "2 1/4".
    private static Quantity Added(Sentence s, Quantity number)
    {
        var joined = s.Has(number.End, Tag.NumberAnd);
        var next = joined ? number.End + 1 : number.End;
        if (joined && s.Has(next, Tag.Article) && s.Has(next + 1, Tag.Fraction, Tag.Ordinal) || joined && s.Has(next, Tag.Fraction))
        {
            var at = s.Has(next, Tag.Article) ? next + 1 : next;
            var parts = s.Has(at, Tag.Fraction) ? s.Value(at, Tag.Fraction) : s.Value(at, Tag.Ordinal);
            return parts > 1 && !s.Has(at + 1, Tag.Multiplier) ? number with { Value = number.Value + (1m / parts), End = at + 1 } : number;
        }

        var top = joined ? WordNumber.Read(s, next) : s.Digits(next) == 1 && number is { Digits: true, Separated: false } ? DigitNumber.Read(s, next) : default;
        var fraction = top is { Exists: true, Broken: false, Ordinal: false } ? Part(s, top, top.End, next) : default;
        return fraction.Exists && fraction.Value < 1 ? number with { Value = number.Value + fraction.Value, End = fraction.End } : number;
    }

    // "three quarters" alone are quarters of a year.
    private static bool IsFraction(Sentence s, int index, int parts) =>
        parts != 4 || s.Has(index + 1, Tag.Of, Tag.Unit) || s.Has(index + 1, Tag.Multiplier) || !s.Has(index, Tag.Unit);
}
