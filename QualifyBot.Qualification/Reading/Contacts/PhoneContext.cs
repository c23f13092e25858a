using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Contacts;

/// <summary>What stands around a row of digits, and speaks for or against a telephone number.</summary>
internal static class PhoneContext
{
    private const int LongestExtension = 6;

    // "45+31-339243873" is arithmetic.
    public static bool IsSum(Sentence s, int start) => s.Glued(start) && (s.Digits(start - 1) > 0 || s.Sign(start - 1) is ')' or '*' or '=');

    // Where all numbers at home start with a nought, a bare row of digits that does not is another number.
    public static bool IsForeign(Sentence s, PhoneShape shape) =>
        (s.Language.Habits.ElidesBefore || s.Language.Habits.UnitsFirst) && shape.FirstDigits[0] != '0' && !shape.FirstDigits.StartsWith("33", StringComparison.Ordinal) && !shape.FirstDigits.StartsWith("49", StringComparison.Ordinal);

    /// <summary>The term behind an extension ("x123", "ext. 45"), 0 where there is none.</summary>
    public static int Extension(Sentence s, int end)
    {
        var at = s.Sign(end) is ',' or '-' or '/' or '#' ? end + 1 : end;
        at = s.Has(at, Tag.Extension) ? at + 1 : s.Sign(end) == '#' ? at : 0;
        at = at > 0 && s.Sign(at) is '.' or ':' ? at + 1 : at;
        return at > 0 && s.Digits(at) is > 0 and <= LongestExtension ? at + 1 : 0;
    }

    public static bool IsGluedToLetters(Sentence s, int start, int end) => IsGluedBefore(s, start) || IsGluedBehind(s, end);

    // "s6666", "x/1234567", "0.0000012", "91a-677"; but "OFFICE-1(516)..", "is+45.." and "tel:".
    public static bool IsGluedBefore(Sentence s, int start)
    {
        if (!s.Glued(start) || s.Has(start - 1, Tag.PhoneWord))
        {
            return false;
        }

        var before = s.Sign(start - 1);
        var letters = s.Token(start - 1).Kind == TokenKind.Word;
        if (before == '-' && s.Glued(start - 1) && s.Token(start - 2).Kind == TokenKind.Word && s.Glued(start - 2) && s.Digits(start - 3) > 0)
        {
            return true;
        }

        return letters ? s.Token(start).Kind == TokenKind.Digits : before is '_' or '/' or '.' or '#' or '=' or '&' or '@';
    }

    private static bool IsGluedBehind(Sentence s, int end) =>
        s.Glued(end) && (s.Token(end).Kind == TokenKind.Word || (s.Sign(end) is '-' or '/' or '.' or '_' && s.Glued(end + 1) && s.Token(end + 1).Kind == TokenKind.Word));

    public static bool IsNamed(Sentence s, int start)
    {
        var (named, other, otherAt) = (false, false, 0);
        for (var i = Math.Max(0, start - 5); i < start; i++)
        {
            named = s.Has(i, Tag.PhoneWord) ? s.Value(i, Tag.PhoneWord) == 0 && !(other && i - otherAt < 3) : named;
            (other, otherAt) = s.Has(i, Tag.PhoneWord) && s.Value(i, Tag.PhoneWord) == 1 ? (true, i) : (other, otherAt);
        }

        return named;
    }

    // An account, card or order number, money, a social security number.
    public static bool IsOtherNumber(Sentence s, int start, int end)
    {
        for (var i = Math.Max(0, start - 3); i < start; i++)
        {
            if (s.Has(i, Tag.PhoneWord) && s.Value(i, Tag.PhoneWord) == 1)
            {
                return true;
            }
        }

        return s.Has(start - 1, Tag.Currency) || s.Has(end, Tag.Currency, Tag.Unit) || s.Has(end, Tag.Multiplier, Tag.PeopleWord) || s.Quantity(start) is { Multiplied: true };
    }
}
