using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Job titles: "CTO", "head of IT", "senior marketing manager", "co-founder & VP of Sales"; bare where one was asked for.</summary>
internal static class TitleReader
{
    private const int MostJoined = 3;

    public static void Run(Sentence s, List<Candidate> found)
    {
        for (var i = 0; i < s.Count; i++)
        {
            var part = s.IsFree(i, i + 1) ? TitleGrammar.Read(s, i) : default;
            if (part.End > i)
            {
                Add(s, Widened(s, i), Joined(s, part), found);
                return;
            }
        }

        if (s.Context.Requested.Contains(SlotType.Title))
        {
            Bare(s, found);
        }
    }

    // "CEO & founder", "co-founder / CTO", "owner and managing director": the highest counts.
    private static TitlePart Joined(Sentence s, TitlePart part)
    {
        for (var joined = 0; joined < MostJoined; joined++)
        {
            var link = s.Sign(part.End) is '/' or '&' or '+' or ',' or '|' or '-' || s.Has(part.End, Tag.NumberAnd, Tag.And);
            var next = link ? TitleGrammar.Read(s, part.End + 1) : default;
            if (next.End == 0 || s.Has(part.End + 1, Tag.Article))
            {
                return part;
            }

            part = new TitlePart(next.End, Math.Max(part.Level, next.Level), part.Grade > 0 ? part.Grade : next.Grade, part.Department > 0 ? part.Department : next.Department);
        }

        return part;
    }

    // "Salesforce administrator": where a title was asked for, words that no list holds belong to it from the start of the clause on.
    private static int Widened(Sentence s, int start)
    {
        var at = start;
        while (at > 0 && start - at < MostJoined && !s.StartsClause(at) && s.IsFree(at - 1, at) && s.Token(at - 1).Kind == TokenKind.Word && !IsFrame(s, at - 1))
        {
            at--;
        }

        return s.Context.Requested.Contains(SlotType.Title) && (s.StartsClause(at) || IsFrame(s, at - 1)) ? at : start;
    }

    private static bool IsFrame(Sentence s, int index) => s.Has(index, Tag.Filler, Tag.NotName) || s.Has(index, Tag.WeakIntro, Tag.Article) || s.Has(index, Tag.The);

    // "I'm a photographer": an occupation that no list holds.
    private static void Bare(Sentence s, List<Candidate> found)
    {
        var start = 0;
        while (start < s.Count - 1 && (s.Sign(start) != '\0' || IsFrame(s, start)))
        {
            start++;
        }

        var end = start;
        while (end < s.Count && !s.EndsClause(end) && s.IsFree(end, end + 1) && s.Token(end).Kind == TokenKind.Word && !s.Has(end, Tag.NotName))
        {
            end++;
        }

        if (end > start && end - start <= 3 && (s.EndsClause(end) || s.Has(end, Tag.At, Tag.CompanyIntro)) && !s.Language.Vocabulary.IsCommon(s.Token(end - 1).Word) && WordEndings.IsAgent(s.Folded(end - 1)))
        {
            Add(s, start, new TitlePart(end, 0, -1, -1), found);
        }
    }

    private static void Add(Sentence s, int start, TitlePart part, List<Candidate> found)
    {
        var (first, last) = (s.StartOf(start), s.EndBefore(part.End));
        s.Take(start, part.End);
        var value = new AnswerValue.Title(s.Text[first..last], (TitleLevel)part.Level, NameOf(part.Grade), NameOf(part.Department));
        found.Add(new Candidate(SlotType.Title, value, first, last - first, "title"));
    }

    private static string? NameOf(int id) => id > 0 ? Names.TextOf(id) : null;
}
