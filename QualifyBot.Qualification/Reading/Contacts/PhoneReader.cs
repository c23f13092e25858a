using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Contacts;

/// <summary>Telephone numbers: groups of digits with the marks that people put between them.</summary>
internal static class PhoneReader
{
    private const int Fewest = 7;
    private const int Most = 15;
    private const int LongestMarks = 3;
    private const int LongestExtension = 6;

    public static void Run(Sentence s, List<Candidate> found)
    {
        for (var i = 0; i < s.Count;)
        {
            var end = s.IsFree(i, i + 1) ? Group(s, i, out var shape) : Nothing(out shape);
            if (end == 0)
            {
                i++;
                continue;
            }

            if (IsPhone(s, i, end, shape))
            {
                Add(s, i, end, found);
            }

            i = end;
        }
    }

    private static int Nothing(out PhoneShape shape)
    {
        shape = default;
        return 0;
    }

    // A run of digit groups from a term on: the term behind it, 0 where none starts there.
    private static int Group(Sentence s, int index, out PhoneShape shape)
    {
        shape = default;
        var at = index;
        while (s.Sign(at) is '+' or '(' && at - index < LongestMarks)
        {
            shape.Plus |= s.Sign(at) == '+';
            shape.Bracket |= s.Sign(at) == '(';
            at++;
        }

        if (s.Digits(at) == 0)
        {
            return 0;
        }

        var end = 0;
        while (s.Digits(at) > 0 && !(end > 0 && shape.Count >= Fewest && !s.Glued(at) && Dates.NumericDates.Read(s, at).Exists && s.Sign(at + 1) is '/' or '-' or '.'))
        {
            shape.Add(s.Digits(at));
            end = at + 1;
            at = Marks(s, end, ref shape);
        }

        shape.FirstDigits = FirstDigits(s, index);
        return shape.Bracket && s.Sign(end) == ')' ? end + 1 : end;
    }

    private static int Marks(Sentence s, int at, ref PhoneShape shape)
    {
        var start = at;
        var (separator, spaced) = ('\0', !s.Glued(at));
        while (at - start < LongestMarks && s.Sign(at) is '-' or '.' or '/' or '(' or ')')
        {
            shape.Bracket |= s.Sign(at) == '(';
            separator = s.Sign(at);
            at++;
        }

        shape.Dotted |= separator == '.';
        shape.Slashed |= separator == '/';
        shape.Dashed |= separator == '-';
        shape.Spaced |= spaced && separator == '\0' && s.Digits(at) > 0;
        return at < s.Count && !s.Token(at).NewLine ? at : s.Count;
    }

    private static string FirstDigits(Sentence s, int index)
    {
        while (s.Digits(index) == 0)
        {
            index++;
        }

        return s.Folded(index).ToString();
    }

    private static bool IsPhone(Sentence s, int start, int end, PhoneShape shape)
    {
        var (asked, named) = (s.Context.Requested.Contains(SlotType.Phone), IsNamed(s, start));
        var (fewest, most) = named ? (shape.FirstDigits is ['0', ..] ? Fewest - 1 : Fewest, Most + 1) : (Fewest, Most);
        if (shape.Count < fewest || shape.Count > most || (IsGluedToLetters(s, start, end) && Extension(s, end) == 0) || IsGluedBefore(s, start))
        {
            return false;
        }

        if (shape.Plus || shape.IsSpelled)
        {
            return !IsSum(s, start);
        }

        if (!asked && !named && (IsOtherNumber(s, start, end) || shape.IsDateLike || shape.Slashed))
        {
            return false;
        }

        if (!asked && !named && (Dates.NumericDates.Read(s, start).Exists || shape.Groups > 5 || (shape.Shortest == 1 && shape.Groups > 2 && !shape.IsNorthAmerican) || (shape is { Groups: 2, Count: 8, Longest: 4 })))
        {
            return false;
        }

        if (!asked && !named && (shape.IsDecimal || (shape.Groups == 1 && IsForeign(s, shape))))
        {
            return false;
        }

        return asked || named || shape.IsNorthAmerican || (shape.Bracket && shape.Groups > 1) || (shape.Groups > 1 && shape.Count >= 9 && (shape.Dashed || shape.Dotted || shape.Spaced) && shape.Longest <= 8)
            || (shape.Groups == 1 && shape.Count is >= 10 and <= 13) || (shape.Groups == 2 && shape is { Dashed: true, Count: >= 7, Shortest: >= 3 });
    }

    // "45+31-339243873" is arithmetic.
    private static bool IsSum(Sentence s, int start) => s.Glued(start) && (s.Digits(start - 1) > 0 || s.Sign(start - 1) is ')' or '*' or '=');

    // Where all numbers at home start with a nought, a bare row of digits that does not is another number.
    private static bool IsForeign(Sentence s, PhoneShape shape) =>
        (s.Language.Habits.ElidesBefore || s.Language.Habits.UnitsFirst) && shape.FirstDigits[0] != '0' && !shape.FirstDigits.StartsWith("33", StringComparison.Ordinal) && !shape.FirstDigits.StartsWith("49", StringComparison.Ordinal);

    /// <summary>The term behind an extension ("x123", "ext. 45"), 0 where there is none.</summary>
    private static int Extension(Sentence s, int end)
    {
        var at = s.Sign(end) is ',' or '-' or '/' or '#' ? end + 1 : end;
        at = s.Has(at, Tag.Extension) ? at + 1 : s.Sign(end) == '#' ? at : 0;
        at = at > 0 && s.Sign(at) is '.' or ':' ? at + 1 : at;
        return at > 0 && s.Digits(at) is > 0 and <= LongestExtension ? at + 1 : 0;
    }

    private static bool IsGluedToLetters(Sentence s, int start, int end) => IsGluedBefore(s, start) || IsGluedBehind(s, end);

    // "s6666", "x/1234567", "0.0000012", "91a-677"; but "OFFICE-1(516)..", "is+45.." and "tel:".
    private static bool IsGluedBefore(Sentence s, int start)
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

    private static bool IsNamed(Sentence s, int start)
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
    private static bool IsOtherNumber(Sentence s, int start, int end)
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

    // "+49 (0)30": the nought in brackets is dialled at home only.
    private static bool IsTrunk(Sentence s, int index, bool abroad) => abroad && s.Folded(index) is "0" && s.Sign(index - 1) == '(' && s.Sign(index + 1) == ')';

    private static void Add(Sentence s, int start, int end, List<Candidate> found)
    {
        var digits = new System.Text.StringBuilder();
        for (var i = start; i < end; i++)
        {
            if ((s.Digits(i) > 0 && !IsTrunk(s, i, digits.Length > 0 && digits[0] == '+')) || (s.Sign(i) == '+' && digits.Length == 0))
            {
                digits.Append(s.Folded(i));
            }
        }

        if (Extension(s, end) is > 0 and var behind)
        {
            digits.Append('x').Append(s.Folded(behind - 1));
            end = behind;
        }

        s.Take(start, end);
        found.Add(new Candidate(SlotType.Phone, new AnswerValue.Text(digits.ToString()), s.StartOf(start), s.EndBefore(end) - s.StartOf(start), "phone"));
    }
}
