using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Job titles: "CTO", "head of IT", "senior marketing manager", "VP of Sales".</summary>
internal static class TitleReader
{
    private const int MostFields = 5;

    public static void Run(Sentence s, List<Candidate> found)
    {
        for (var i = 0; i < s.Count;)
        {
            var end = s.IsFree(i, i + 1) ? TryRead(s, i, found) : i;
            if (end > i)
            {
                return;
            }

            i++;
        }
    }

    private static int TryRead(Sentence s, int start, List<Candidate> found)
    {
        var at = start;
        var (grade, department) = (-1, -1);
        while (s.Has(at, Tag.Grade) && at - start < MostFields)
        {
            grade = grade < 0 ? s.Value(at, Tag.Grade) : grade;
            at++;
        }

        var fields = at;
        while (s.Has(at, Tag.Field) && at - fields < MostFields && !s.Has(at, Tag.RankTail, Tag.Rank) && s.IsFree(at, at + 1))
        {
            department = s.Value(at, Tag.Field);
            at++;
            at = s.Sign(at) is '&' or '-' or '/' || s.Has(at, Tag.NumberAnd) && s.Has(at + 1, Tag.Field) ? at + 1 : at;
        }

        var spoken = at > start;
        var rank = s.Has(at, Tag.Rank) ? s.Value(at, Tag.Rank) : spoken && s.Has(at, Tag.RankTail) ? s.Value(at, Tag.RankTail) : -1;
        if (rank < 0 || !s.IsFree(at, at + 1) || (s.Has(start - 1, Tag.NotName) && !spoken && !s.Has(start - 1, Tag.Article) && !IsOwn(s, start - 1)))
        {
            return start;
        }

        var end = at + 1;
        department = department >= 0 ? department : RankField(s, at);
        (end, department) = Behind(s, end, department);
        return Add(s, start, end, rank, grade, department, found);
    }

    // "I'm the CTO", "I am just a student": the speaker's own, although an article stands before it.
    private static bool IsOwn(Sentence s, int index)
    {
        var at = index;
        while (at > 0 && index - at < 3 && s.Language.SmallWords.Contains(s.Token(at).Word))
        {
            at--;
        }

        return at < index && s.Try(at, Tag.WeakIntro, out var own) && own == 1;
    }

    private static int RankField(Sentence s, int index) => s.Has(index, Tag.Field) ? s.Value(index, Tag.Field) : -1;

    // "of IT", "Sales", ", EMEA": what the rank is over.
    private static (int End, int Department) Behind(Sentence s, int end, int department)
    {
        var at = s.Has(end, Tag.Of) || s.Has(end, Tag.For) || s.Has(end, Tag.In) || s.Sign(end) is ',' or '-' ? end + 1 : end;
        at = s.Has(at, Tag.The) ? at + 1 : at;
        var first = at;
        var last = end;
        while (at < s.Count && at - first < MostFields && s.IsFree(at, at + 1))
        {
            if (s.Has(at, Tag.Field))
            {
                department = department < 0 ? s.Value(at, Tag.Field) : department;
                last = at + 1;
            }
            else if (!(at > first && (s.Sign(at) == '&' || s.Has(at, Tag.NumberAnd))))
            {
                break;
            }

            at++;
        }

        return (last, department);
    }

    private static int Add(Sentence s, int start, int end, int rank, int grade, int department, List<Candidate> found)
    {
        var (first, last) = (s.StartOf(start), s.EndBefore(end));
        s.Take(start, end);
        var value = new AnswerValue.Title(s.Text[first..last], (TitleLevel)rank, NameOf(grade), NameOf(department));
        found.Add(new Candidate(SlotType.Title, value, first, last - first, "title"));
        return end;
    }

    private static string? NameOf(int id) => id > 0 ? Names.TextOf(id) : null;
}
