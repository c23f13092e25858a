using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Years: "2026", "'26", "twenty twenty-six", "the year 2008", "FY26".</summary>
internal static class YearGrammar
{
    /// <summary>A year at a term, and the term behind it; 0 where there is none.</summary>
    public static (int Year, int End) Read(Sentence s, int index)
    {
        if (s.Digits(index) == 4 && Cal.IsYear(s.DigitValue(index)) && !(s.Quantity(index) is { Exists: true } q && (q.Multiplied || q.Separated)))
        {
            var end = s.Has(index + 1, Tag.YearMark) ? index + 2 : index + 1;
            return (s.DigitValue(index), end);
        }

        if (s.Sign(index) == '\'' && s.Digits(index + 1) == 2 && s.Glued(index + 1))
        {
            return (Full(s.DigitValue(index + 1)), index + 2);
        }

        return ReadWords(s, index);
    }

    /// <summary>A year of two digits in full: 00 to 49 is 20.., the rest 19...</summary>
    public static int Full(int year) => year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year;

    // "nineteen eighty-four", "twenty twenty-six", "two thousand nineteen", "seventeen hundred thirty three".
    private static (int Year, int End) ReadWords(Sentence s, int index)
    {
        var first = s.Quantity(index);
        if (!first.Exists || first.Digits || first.Weak || !first.IsWhole)
        {
            return default;
        }

        var second = s.Quantity(first.End);
        if (first.Value is >= 15 and <= 29 && second is { Exists: true, Digits: false, Ordinal: false, Value: >= 10 and < 100 })
        {
            return ((int)((first.Value * 100) + second.Value), second.End);
        }

        return first.Value is >= 1500 and <= 2100 && (first.Value < 2000 ? first.Value % 1 == 0 : true) && !first.Ordinal ? ((int)first.Value, first.End) : default;
    }
}
