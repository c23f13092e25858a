using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>How numbers in words begin ("three", "a few", "half a") and end ("twenty-first").</summary>
internal static class WordNumber
{
    /// <summary>The number whose first word is the term.</summary>
    public static Quantity Read(Sentence s, int index)
    {
        if (s.Try(index, Tag.Ordinal, out var place) && !s.Has(index, Tag.Fraction) && !(s.Has(index, Tag.FractionPower) && s.Has(index - 1, Tag.Article)))
        {
            // "vigésimo primero", "décima primeira"
            var more = place >= 10 && place % 10 == 0 && s.Try(index + 1, Tag.Ordinal, out var unit) && unit < 10 && !s.Has(index + 1, Tag.Unit) ? unit : 0;
            return new Quantity { Value = place + more, Ordinal = true, End = more > 0 ? index + 2 : index + 1 };
        }

        if (s.Try(index, Tag.FractionPower, out var power))
        {
            return s.Has(index - 1, Tag.Article) ? new Quantity { Value = (decimal)Math.Pow(10, -power), End = index + 1 } : default;
        }

        if (s.Try(index, Tag.Fraction, out var parts))
        {
            return ReadFraction(s, index, parts);
        }

        if (s.Try(index, Tag.Couple, out var few) || s.Try(index, Tag.Few, out few))
        {
            var next = s.Has(index + 1, Tag.Of) && s.Has(index + 2, Tag.Hundred, Tag.Multiplier) ? index + 2 : index + 1;
            return Continue(s, new Quantity { Value = few, End = next, Weak = true });
        }

        return WithOrdinal(s, new NumberRun(s).Start(index));
    }

    /// <summary>A number with the multipliers and smaller parts behind it.</summary>
    public static Quantity Continue(Sentence s, Quantity number) => WithOrdinal(s, new NumberRun(s).Follow(number));

    // "half a million", "a quarter million", "half a dozen"; a bare "half" is no number.
    private static Quantity ReadFraction(Sentence s, int index, int parts)
    {
        var next = s.Has(index + 1, Tag.Of) || s.Sign(index + 1) == '-' ? index + 2 : index + 1;
        next = s.Has(next, Tag.Article) ? next + 1 : next;
        var multiplies = s.Has(next, Tag.Multiplier, Tag.Dozen) || s.Has(next, Tag.Hundred);
        return multiplies
            ? Continue(s, new Quantity { Value = 1m / parts, End = next })
            : s.Try(index, Tag.Ordinal, out var place) ? new Quantity { Value = place, Ordinal = true, End = index + 1 } : default;
    }

    // "twenty-first", "one hundred thirty second"; digits take no ordinal word.
    private static Quantity WithOrdinal(Sentence s, Quantity number)
    {
        if (!number.Exists)
        {
            return default;
        }

        var next = s.Sign(number.End) == '-' ? number.End + 1 : number.End;
        var adds = s.Try(next, Tag.Ordinal, out var place) && !number.Digits && number.Value % 10 == 0 && number.Value % 100 >= 20 && place < 10;
        return adds ? number with { Value = number.Value + place, Ordinal = true, End = next + 1 } : number;
    }
}
