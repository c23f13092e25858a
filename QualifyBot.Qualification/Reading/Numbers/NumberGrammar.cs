using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>Finds every number of a sentence, in digits, in words and in both ("1.5 million", "two hundred and five", "half a dozen").</summary>
internal static class NumberGrammar
{
    /// <summary>Fills <paramref name="quantities"/>: the number that starts at each term, none inside another.</summary>
    public static void Run(Sentence s, Quantity[] quantities)
    {
        Array.Clear(quantities, 0, s.Count);
        for (var i = 0; i < s.Count;)
        {
            var quantity = FractionNumber.Extend(s, Read(s, i), i);
            if (quantity.Exists)
            {
                quantities[i] = quantity;
                i = quantity.End;
            }
            else
            {
                i++;
            }
        }
    }

    private static Quantity Read(Sentence s, int index)
    {
        if (s.Digits(index) > 0)
        {
            return ReadDigits(s, index);
        }

        if (s.Sign(index) is '.' or ',' || (s.Has(index, Tag.Point) && s.StartsClause(index)))
        {
            return ReadPoint(s, index);
        }

        var start = index;
        var article = s.Has(index, Tag.Article);
        if (article && s.Has(index + 1, Tag.Dozen, Tag.Couple))
        {
            start++;
        }
        else if (article && (s.Has(index + 1, Tag.Hundred, Tag.Multiplier) || s.Has(index + 1, Tag.Few, Tag.Fraction)))
        {
            start++;
        }

        var quantity = WordNumber.Read(s, start);
        return quantity.Exists ? quantity : article && s.Has(index, Tag.Number) ? WordNumber.Read(s, index) : default;
    }

    // ".5", "point five": no whole number before the point.
    private static Quantity ReadPoint(Sentence s, int index)
    {
        var fraction = s.Has(index, Tag.Point) && s.StartsClause(index) && s.Sign(index) is not ('.' or ',')
            ? PointNumber.Read(s, index) with { Digits = true, Separated = true }
            : DigitNumber.ReadFraction(s, index);
        return fraction.Exists ? WordNumber.Continue(s, fraction) : default;
    }

    private static Quantity ReadDigits(Sentence s, int index)
    {
        var number = PowerNumber.Extend(s, DigitNumber.Read(s, index));
        if (number.Broken)
        {
            return number;
        }

        if (s.Has(number.End, Tag.OrdinalSuffix) && s.Glued(number.End) && !number.Separated)
        {
            return number with { Ordinal = true, End = number.End + 1 };
        }

        // "am 15.": a point behind a day makes it a place in the order where the language counts so.
        if (s.Language.Habits.UnitsFirst && number is { Separated: false, Value: > 0 and <= 31 } && s.Sign(number.End) == '.' && s.Glued(number.End) && !s.Glued(number.End + 1) && (s.Has(index - 1, Tag.On, Tag.The) || s.Has(number.End + 1, Tag.Unit, Tag.Weekday)))
        {
            return number with { Ordinal = true, End = number.End + 1 };
        }

        number.Broken = IsPartOfName(s, index, number.End);
        return number.Broken ? number : WordNumber.Continue(s, number);
    }

    // "v2", "A4", "covid-19", "<3": letters glued before, and hearts. Quarters, fiscal years and currencies may stand there.
    private static bool IsPartOfName(Sentence s, int index, int end)
    {
        if (!s.Glued(index) || index == 0)
        {
            return s.Sign(end) == '_' && s.Glued(end);
        }

        var before = s.Sign(index - 1);
        if (before == '\0')
        {
            return s.Tokens[s.TokenAt(index) - 1].Kind != Tokens.TokenKind.Sign && !s.Has(index - 1, Tag.Quarter, Tag.HalfYear) && !s.Has(index - 1, Tag.Currency, Tag.Cent) && !s.Has(index - 1, Tag.Month, Tag.YearMark);
        }

        var heart = before == '<' && s.Folded(index) is "3" && s.EndsClause(end);
        return heart || before is '_' or '#' or '@' or '\\';
    }
}
