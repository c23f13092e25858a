using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Contacts;

/// <summary>Web addresses ("https://...", "www...", "acme.com"); their words and numbers are nothing else.</summary>
internal static class WebReader
{
    public static void Run(Sentence s, List<Candidate> found)
    {
        for (var i = 0; i < s.Count; i++)
        {
            var end = IsStart(s, i) ? EndOfGlued(s, i) : IsDomain(s, i);
            if (end > i)
            {
                Add(s, i, end, found);
                i = end - 1;
            }
        }
    }

    private static bool IsStart(Sentence s, int index)
    {
        var word = s.Folded(index);
        return (word is "www" && s.Sign(index + 1) == '.') || (word is "http" or "https" or "ftp" && s.Sign(index + 1) == ':' && s.Sign(index + 2) == '/');
    }

    private static int EndOfGlued(Sentence s, int index)
    {
        var end = index + 1;
        while (s.Glued(end))
        {
            end++;
        }

        return end;
    }

    // Words and dots without a space, of which the last is a known top-level domain; a name behind "at" is a company's ("I'm at Booking.com").
    private static int IsDomain(Sentence s, int index)
    {
        if (s.Token(index).Kind == TokenKind.Sign || s.Glued(index) || s.Has(index - 1, Tag.CompanyIntro) || s.Facts.Has(s.TokenAt(index), Tag.Tool))
        {
            return index;
        }

        var (at, end) = (index, index);
        while (s.Sign(at + 1) is '.' or '-' && s.Glued(at + 1) && s.Glued(at + 2) && s.Token(at + 2).Kind != TokenKind.Sign)
        {
            at += 2;
            end = s.Sign(at - 1) == '.' && s.Facts.Has(s.TokenAt(at), Tag.Tld) ? at + 1 : end;
        }

        if (end <= index || end != at + 1 || s.Sign(end) == '@' || !s.IsFree(index, end))
        {
            return index;
        }

        return s.Sign(end) is '/' or ':' && s.Glued(end) && s.Glued(end + 1) ? EndOfGlued(s, end) : end;
    }

    private static void Add(Sentence s, int start, int end, List<Candidate> found)
    {
        var (first, last) = (s.StartOf(start), s.EndBefore(end));
        s.Take(start, end);
        while (last > first && s.Text[last - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '"' or '\'' or '>' or ']')
        {
            last--;
        }

        found.Add(new Candidate(SlotType.Web, new AnswerValue.Text(s.Text[first..last]), first, last - first, "web"));
    }
}
