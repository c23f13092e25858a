using System.Text;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Contacts;

/// <summary>Addresses in words: "jo dot miller at firm dot com", "jo (at) firm [dot] com", in the language's own words for the signs.</summary>
internal static class SpelledEmail
{
    private const int MostPieces = 16;

    // By the value of the tag DotSign.
    private const string Signs = "._-+";

    /// <summary>Reads the address around the word for "at".</summary>
    public static void Read(Sentence s, int at, List<Candidate> found)
    {
        var (left, right) = Unwrap(s, at);
        var start = LocalStart(s, left);
        var domain = new StringBuilder();
        var (end, dots, spelled) = Domain(s, right, domain);
        if (start == left || dots == 0 || !EmailReader.IsDomain(domain.ToString()) || !IsMeant(s, start, at, end, spelled))
        {
            return;
        }

        var local = new StringBuilder();
        Append(s, start, left, local);
        EmailReader.Add(s, at, s.StartOf(start), s.EndBefore(end), local.Append('@').Append(domain).ToString(), "email.spelled", found);
    }

    // "see you at acme.com": a place on the web, unless an address was asked for or the sign is spelled.
    private static bool IsMeant(Sentence s, int start, int at, int end, bool spelled)
    {
        var alone = start == 0 && s.EndsClause(end) && (at - start > 1 || s.Has(start, Tag.GivenName) || !s.Language.Vocabulary.IsCommon(s.Token(start).Word));
        var marked = s.Has(start - 1, Tag.MailWord) || s.Has(start - 2, Tag.MailWord) || s.Sign(at) != '\0' || s.Term(at).Count > 1 || s.Sign(at - 1) is '(' or '[' or '{';
        return s.Context.Requested.Contains(SlotType.Email) || alone || marked || spelled;
    }

    private static (int Left, int Right) Unwrap(Sentence s, int at) =>
        s.Sign(at - 1) is '(' or '[' or '{' or '<' && s.Sign(at + 1) is ')' or ']' or '}' or '>' ? (at - 1, at + 2) : (at, at + 1);

    private static int LocalStart(Sentence s, int end)
    {
        var start = end;
        if (start == 0 || !IsPiece(s, start - 1) || Connector(s, start - 1))
        {
            return end;
        }

        start--;
        for (var pieces = 0; pieces < MostPieces && start > 0; pieces++)
        {
            if (s.Glued(start) && (IsPiece(s, start - 1) || s.Sign(start - 1) is '.' or '_' or '-' or '+'))
            {
                start--;
                continue;
            }

            var (left, _) = start > 1 && Connector(s, start - 1) ? (start - 1, 0) : start > 3 && Connector(s, start - 2) ? Unwrap(s, start - 2) : (0, 0);
            if (left == 0 || !IsPiece(s, left - 1))
            {
                break;
            }

            start = left - 1;
        }

        return start;
    }

    private static (int End, int Dots, bool Spelled) Domain(Sentence s, int index, StringBuilder domain)
    {
        var (at, dots, spelled) = (index, 0, false);
        while (at < s.Count && IsPiece(s, at) && !Connector(s, at))
        {
            Append(s, at, at + 1, domain);
            at++;
            var word = Connector(s, at) ? at : Connector(s, at + 1) && s.Sign(at) is '(' or '[' or '{' ? at + 1 : -1;
            var next = word < 0 ? at + 1 : Unwrap(s, word).Right;
            if (!IsPiece(s, next) || (word < 0 && !(s.Sign(at) is '-' or '.' && s.Glued(at) && s.Glued(at + 1))))
            {
                break;
            }

            var sign = word < 0 ? s.Sign(at) : Signs[s.Value(word, Tag.DotSign)];
            domain.Append(sign);
            dots += sign == '.' ? 1 : 0;
            spelled |= word >= 0;
            at = next;
        }

        return (at, dots, spelled);
    }

    private static bool Connector(Sentence s, int index) => s.Has(index, Tag.DotSign) && s.Sign(index) == '\0';

    private static bool IsPiece(Sentence s, int index) => index >= 0 && index < s.Count && s.Token(index).Kind != TokenKind.Sign && s.Term(index).Count == 1;

    private static void Append(Sentence s, int start, int end, StringBuilder text)
    {
        for (var i = start; i < end; i++)
        {
            if (Connector(s, i))
            {
                text.Append(Signs[s.Value(i, Tag.DotSign)]);
            }
            else if (s.Sign(i) is not ('(' or ')' or '[' or ']' or '{' or '}'))
            {
                text.Append(s.Text.AsSpan(s.StartOf(i), s.EndBefore(i + 1) - s.StartOf(i)));
            }
        }
    }
}
