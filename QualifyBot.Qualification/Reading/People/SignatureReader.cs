using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>The name beside an address or telephone number: a part of the message of its own, written like a name or echoed by the address.</summary>
internal static class SignatureReader
{
    private const int ShortestEcho = 3;
    private const int MostStarts = 40;

    public static void Run(Sentence s, List<Candidate> found)
    {
        var mail = found.Find(static candidate => candidate.Type == SlotType.Email);
        if (mail is null && !found.Exists(static candidate => candidate.Type == SlotType.Phone))
        {
            return;
        }

        ReadOnlySpan<char> address = mail is null ? default : s.Text.AsSpan(mail.Start, mail.Length);
        var (tries, weak) = (0, (Start: 0, End: 0));
        for (var i = 0; i < s.Count && tries < MostStarts; i++)
        {
            var opens = Opens(s, i) && s.Token(i).Kind == TokenKind.Word;
            tries += opens ? 1 : 0;
            var end = opens ? NameGrammar.PersonEnd(s, i, lenient: true) : i;
            var sure = Judge(s, i, end, address);
            if (sure is true)
            {
                PersonReader.Add(s, i, end, "person.signed", found);
                return;
            }

            weak = sure is null && weak.End == 0 ? (i, end) : weak;
        }

        if (weak.End > 0)
        {
            PersonReader.Add(s, weak.Start, weak.End, "person.signed", found);
        }
    }

    // True where the name is sure, null where it may be one, false where it is none.
    private static bool? Judge(Sentence s, int start, int end, ReadOnlySpan<char> address)
    {
        if (end == start || s.Has(end - 1, Tag.Legal) || !Closes(s, end))
        {
            return false;
        }

        var (words, proper) = (NameGrammar.Words(s, start, end), NameGrammar.IsProper(s, start, end));
        var sign = address.IndexOf('@');
        if (sign > 0 && Echoes(s, start, end, address[..sign]) && (proper || words > 1))
        {
            return true;
        }

        if (!proper || words is < 2 or > 4 || (sign > 0 && Echoes(s, start, end, address[(sign + 1)..])))
        {
            return false;
        }

        return s.Has(NameGrammar.SkipHonorifics(s, start), Tag.GivenName) ? true : null;
    }

    private static bool Opens(Sentence s, int index) =>
        s.StartsClause(index) || s.Sign(index - 1) is '|' or '<' or '*' or '/' or '•' or '·' or '-' || s.Has(index - 1, Tag.Filler) || !s.IsFree(index - 1, index);

    private static bool Closes(Sentence s, int end) =>
        s.EndsClause(end) || s.Sign(end) is '|' or '<' or '/' or '•' or '·' or '-' || !s.IsFree(end, end + 1) || s.Has(end, Tag.WeakCompanyIntro, Tag.CompanyIntro) || s.Has(end, Tag.MailWord, Tag.PhoneWord) || s.Has(end, Tag.NumberAnd);

    private static bool Echoes(Sentence s, int start, int end, ReadOnlySpan<char> part)
    {
        for (var i = start; i < end; i++)
        {
            var word = s.Folded(i);
            if (word.Length >= ShortestEcho && part.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
