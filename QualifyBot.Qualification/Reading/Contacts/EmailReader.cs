using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Contacts;

/// <summary>E-mail addresses, also spelled out ("jo at firm dot com") where one was asked for or nothing else is said.</summary>
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
                Spelled(s, i, found);
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

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var dot = domain.LastIndexOf('.');
        return dot > 0 && domain.Length - dot > 2 && !domain[(dot + 1)..].ContainsAnyInRange('0', '9') && !domain.Contains("..", StringComparison.Ordinal);
    }

    private static bool Add(Sentence s, int at, int start, int end, string value, string rule, List<Candidate> found)
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

    // Local part, "at", domain with at least one dot, written or spelled.
    private static void Spelled(Sentence s, int at, List<Candidate> found)
    {
        var start = at - 1;
        while (start > 0 && (s.Glued(start) || s.Has(start - 1, Tag.DotSign) && !s.StartsClause(start)) && IsLocalPart(s, start - 1))
        {
            start--;
        }

        var asked = s.Context.Requested.Contains(SlotType.Email);
        var (domain, end, dots) = Domain(s, at + 1);
        var alone = start == 0 && s.EndsClause(end);
        var marked = s.Has(start - 1, Tag.MailWord) || s.Has(start - 2, Tag.MailWord) || s.Sign(at) != '\0' || s.Term(at).Count > 1;
        if (dots > 0 && IsDomain(domain) && (asked || alone || marked))
        {
            Add(s, at, s.StartOf(start), s.EndBefore(end), Join(s, start, at) + "@" + domain, "email.spelled", found);
        }
    }

    private static (string Domain, int End, int Dots) Domain(Sentence s, int index)
    {
        var (at, dots) = (index, 0);
        while (at < s.Count && s.Token(at).Kind != Tokens.TokenKind.Sign && s.Term(at).Count == 1)
        {
            at++;
            var dash = s.Sign(at) == '-' && s.Glued(at) && s.Glued(at + 1);
            var written = s.Sign(at) == '.' && s.Glued(at) && s.Glued(at + 1);
            var spelled = s.Has(at, Tag.DotSign) && s.Sign(at) == '\0' && at + 1 < s.Count;
            if (!dash && !written && !spelled)
            {
                break;
            }

            dots += dash ? 0 : 1;
            at++;
        }

        return at > index ? (Join(s, index, at), at, dots) : ("", index, 0);
    }

    private static bool IsLocalPart(Sentence s, int index) => s.Token(index).Kind != Tokens.TokenKind.Sign || s.Sign(index) is '.' or '_' or '-' or '+';

    private static string Join(Sentence s, int start, int end)
    {
        var text = new System.Text.StringBuilder();
        for (var i = start; i < end; i++)
        {
            text.Append(s.Has(i, Tag.DotSign) ? "." : s.Text.AsSpan(s.StartOf(i), s.EndBefore(i + 1) - s.StartOf(i)));
        }

        return text.ToString();
    }
}
