using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Contacts;

/// <summary>E-mail addresses, as written or spelled out.</summary>
internal static class EmailReader
{
    public static void Run(Sentence s, List<Candidate> found)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Sign(i) == '@' && Written(s, i, found))
            {
                continue;
            }

            if (s.Has(i, Tag.AtSign) && i > 0 && s.IsFree(i, i + 1))
            {
                SpelledEmail.Read(s, i, found);
            }
        }
    }

    private static bool Written(Sentence s, int at, List<Candidate> found)
    {
        var text = s.Text;
        var sign = s.StartOf(at);
        var (start, end) = (sign, sign + 1);
        while (start > 0 && IsLocal(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.'))
        {
            end++;
        }

        while (end > sign && text[end - 1] is '.' or '-')
        {
            end--;
        }

        while (start < sign && text[start] is '.' or '-' or '\'')
        {
            start++;
        }

        return start < sign && IsDomain(text.AsSpan(sign + 1, end - sign - 1)) && Add(s, at, start, end, text[start..end], "email", found);
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%' or '\'' or '&';

    public static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var dot = domain.LastIndexOf('.');
        return dot > 0 && domain.Length - dot > 2 && !domain[(dot + 1)..].ContainsAnyInRange('0', '9') && !domain.Contains("..", StringComparison.Ordinal);
    }

    public static bool Add(Sentence s, int at, int start, int end, string value, string rule, List<Candidate> found)
    {
        found.Add(new Candidate(SlotType.Email, new AnswerValue.Text(value), start, end - start, rule));
        for (var i = at; i >= 0 && s.EndBefore(i + 1) > start; i--)
        {
            s.Take(i, i + 1);
        }

        for (var i = at; i < s.Count && s.StartOf(i) < end; i++)
        {
            s.Take(i, i + 1);
        }

        return true;
    }
}
