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
        while (s.Digits(at) > 0)
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
        if (shape.Count is < Fewest or > Most || IsGluedToLetters(s, start, end))
        {
            return false;
        }

        if (shape.Plus)
        {
            return true;
        }

        var (asked, named) = (s.Context.Requested.Contains(SlotType.Phone), IsNamed(s, start));
        if (!asked && !named && (IsOtherNumber(s, start, end) || shape.IsDateLike || shape.Slashed))
        {
            return false;
        }

        if (!asked && !named && (Dates.NumericDates.Read(s, start).Exists || shape.Groups > 5 || (shape.Shortest == 1 && shape.Groups > 2) || (shape is { Groups: 2, Count: 8, Longest: 4 })))
        {
            return false;
        }

        return asked || named || (shape.Bracket && shape.Groups > 1) || (shape.Groups > 1 && shape.Count >= 9 && (shape.Dashed || shape.Dotted || shape.Spaced) && shape.Longest <= 8)
            || (shape.Groups == 1 && shape.Count is >= 10 and <= 13) || (shape.Groups == 2 && shape is { Dashed: true, Count: >= 7, Shortest: >= 3 });
    }

    private static bool IsGluedToLetters(Sentence s, int start, int end) => IsGluedBefore(s, start) || IsGluedBehind(s, end);

    // "s6666", "x/1234567", "0.0000012"; but "OFFICE-1(516)..", "is+45.." and "tel:".
    private static bool IsGluedBefore(Sentence s, int start)
    {
        if (!s.Glued(start) || s.Has(start - 1, Tag.PhoneWord))
        {
            return false;
        }

        var before = s.Sign(start - 1);
        var letters = s.Token(start - 1).Kind == TokenKind.Word;
        return letters ? s.Token(start).Kind == TokenKind.Digits : before is '_' or '/' or '.' or '#' or '=' or '&' or '@';
    }

    private static bool IsGluedBehind(Sentence s, int end) =>
        s.Glued(end) && (s.Token(end).Kind == TokenKind.Word || (s.Sign(end) is '-' or '/' or '.' or '_' && s.Glued(end + 1) && s.Token(end + 1).Kind == TokenKind.Word));

    private static bool IsNamed(Sentence s, int start)
    {
        for (var i = Math.Max(0, start - 5); i < start; i++)
        {
            if (s.Has(i, Tag.PhoneWord) && s.Value(i, Tag.PhoneWord) == 0 && !(i > 0 && s.Has(i - 1, Tag.PhoneWord) && s.Value(i - 1, Tag.PhoneWord) == 1))
            {
                return true;
            }
        }

        return false;
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

    private static void Add(Sentence s, int start, int end, List<Candidate> found)
    {
        var digits = new System.Text.StringBuilder();
        for (var i = start; i < end; i++)
        {
            if (s.Digits(i) > 0 || (s.Sign(i) == '+' && digits.Length == 0))
            {
                digits.Append(s.Folded(i));
            }
        }

        s.Take(start, end);
        found.Add(new Candidate(SlotType.Phone, new AnswerValue.Text(digits.ToString()), s.StartOf(start), s.EndBefore(end) - s.StartOf(start), "phone"));
    }
}
