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
        var (asked, named) = (s.Context.Requested.Contains(SlotType.Phone), PhoneContext.IsNamed(s, start));
        var (fewest, most) = named ? (shape.FirstDigits is ['0', ..] ? Fewest - 1 : Fewest, Most + 1) : (Fewest, Most);
        if (shape.Count < fewest || shape.Count > most || (PhoneContext.IsGluedToLetters(s, start, end) && PhoneContext.Extension(s, end) == 0) || PhoneContext.IsGluedBefore(s, start))
        {
            return false;
        }

        if (shape.Plus || shape.IsSpelled)
        {
            return !PhoneContext.IsSum(s, start);
        }

        if (!asked && !named && (PhoneContext.IsOtherNumber(s, start, end) || shape.IsDateLike || shape.Slashed))
        {
            return false;
        }

        if (!asked && !named && (Dates.NumericDates.Read(s, start).Exists || shape.Groups > 5 || (shape.Shortest == 1 && shape.Groups > 2 && !shape.IsNorthAmerican) || (shape is { Groups: 2, Count: 8, Longest: 4 })))
        {
            return false;
        }

        if (!asked && !named && (shape.IsDecimal || (shape.Groups == 1 && PhoneContext.IsForeign(s, shape))))
        {
            return false;
        }

        return asked || named || shape.IsNorthAmerican || (shape.Bracket && shape.Groups > 1) || (shape.Groups > 1 && shape.Count >= 9 && (shape.Dashed || shape.Dotted || shape.Spaced) && shape.Longest <= 8)
            || (shape.Groups == 1 && shape.Count is >= 10 and <= 13) || (shape.Groups == 2 && shape is { Dashed: true, Count: >= 7, Shortest: >= 3 });
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

        if (PhoneContext.Extension(s, end) is > 0 and var behind)
        {
            digits.Append('x').Append(s.Folded(behind - 1));
            end = behind;
        }

        s.Take(start, end);
        found.Add(new Candidate(SlotType.Phone, new AnswerValue.Text(digits.ToString()), s.StartOf(start), s.EndBefore(end) - s.StartOf(start), "phone"));
    }
}
