using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>The lower part of a fraction in words: "thirds", "trillionths", "twenty-firsts", "vinte e um avos".</summary>
internal static class Denominator
{
    /// <summary>The parts that stand behind a number, 0 where none do.</summary>
    public static decimal Read(Sentence s, Quantity number, int start, out int end)
    {
        var next = s.Sign(number.End) == '-' ? number.End + 1 : number.End;
        end = next + 1;
        if (s.Try(next, Tag.FractionPower, out var power) && !(s.Has(next, Tag.Ordinal) && number.Value != 1 && !IsPlural(s, next)))
        {
            return Tens.Power(power);
        }

        if (s.Try(next, Tag.Fraction, out var parts) && parts > 1 && (number.Value > 40 || IsFraction(s, next, parts)) && !number.Separated)
        {
            return parts;
        }

        return number.Digits ? 0 : One(s, number, start, next, ref end);
    }

    /// <summary>True where the last word of the number is the tens of the parts: "one hundred thirty-fifths".</summary>
    public static bool TakesTens(Sentence s, Quantity number, int start)
    {
        var (cut, next) = (number.End - 1, s.Sign(number.End) == '-' ? number.End + 1 : number.End);
        return cut > start && s.Try(cut, Tag.Number, out var tens) && tens is >= 20 and < 100 && tens % 10 == 0
            && s.Try(next, Tag.Fraction, out var parts) && parts is > 1 and < 10 && !s.Has(cut - 1, Tag.NumberAnd);
    }

    // "one fifth", "trois cinquième", "three twenty-firsts", "dois onze avos".
    private static decimal One(Sentence s, Quantity number, int start, int next, ref int end)
    {
        var free = !s.Has(start - 1, Tag.The);
        if (number.Value == 1 || (s.Language.Habits.ScoreNumbers && number.Value is > 1 and < 100 && !s.Has(next, Tag.Unit)))
        {
            if (free && s.Try(next, Tag.Ordinal, out var place) && place > 2)
            {
                return place;
            }
        }

        var below = new NumberRun(s).Start(next);
        if (!free || !below.Exists || below.Multiplied && below.Value > 1e9m)
        {
            return 0;
        }

        var last = s.Sign(below.End) == '-' ? below.End + 1 : below.End;
        last = s.Has(last, Tag.NumberAnd) && s.Try(last + 1, Tag.Ordinal, out var first) && first == 1 ? last + 1 : last;
        end = last + 1;
        return s.Try(last, Tag.FractionPower, out var power) ? below.Value * Tens.Power(power)
            : s.Try(last, Tag.Fraction, out var parts) ? (parts == 1 ? below.Value : below.Value % 10 == 0 && parts < 10 ? below.Value + parts : 0)
            : s.Try(last, Tag.Ordinal, out var unit) && below.Value % 100 is >= 20 && below.Value % 10 == 0 && unit < 10 && (IsPlural(s, last) || s.Language.Habits.ScoreNumbers) ? below.Value + unit
            : 0;
    }

    // "three quarters" alone are quarters of a year.
    private static bool IsFraction(Sentence s, int index, int parts) =>
        parts != 4 || s.Has(index + 1, Tag.Of) || s.Has(index + 1, Tag.Multiplier, Tag.Unit) || !s.Has(index, Tag.Unit);

    private static bool IsPlural(Sentence s, int index) => s.Folded(index) is [.., 's'];
}
