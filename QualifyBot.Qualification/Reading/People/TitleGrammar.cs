using System.Runtime.InteropServices;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>One title: the term behind it (0 where there is none), its level, and the names of its grade and department, 0 or less where not said.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TitlePart(int End, int Level, int Grade, int Department);

/// <summary>A title's order of words: grade, field, rank, "of" what.</summary>
internal static class TitleGrammar
{
    private const int MostFields = 6;
    private const int MostOwnWords = 4;

    // "IT project manager": the work that is organised says more than that it is.
    private static readonly int Operations = Names.IdOf("operations");
    private static readonly int Regional = Names.IdOf("regional");

    // "Nurse manager": behind an occupation stands who leads it.
    public static TitlePart Read(Sentence s, int start)
    {
        var at = start;
        var (grade, department) = (-1, -1);
        while (s.Has(at, Tag.Grade) && at - start < MostFields && !EndsAsRank(s, at))
        {
            grade = grade < 0 ? s.Value(at, Tag.Grade) : grade;
            at = s.Sign(at + 1) == '.' && s.Glued(at + 1) || s.Sign(at + 1) is '-' && s.Glued(at + 1) ? at + 2 : at + 1;
        }

        var graded = at;
        at = Fields(s, at, ref department);
        var spoken = at > start;
        var rank = s.Has(at, Tag.Rank) ? s.Value(at, Tag.Rank) : spoken && s.Has(at, Tag.RankTail) ? s.Value(at, Tag.RankTail) : -1;
        if (rank < 0 || !s.IsFree(at, at + 1) || !IsMeant(s, start, at, at > graded))
        {
            return default;
        }

        department = department >= 0 ? department : s.Try(at, Tag.Field, out var own) ? own : -1;
        return rank == 0 && s.Try(at + 1, Tag.RankTail, out var over) && over > 0 && s.IsFree(at + 1, at + 2)
            ? Behind(s, at + 2, over, grade, department)
            : Behind(s, at + 1, rank, grade, department);
    }

    // "associate", "assistant": a grade only where more follows.
    private static bool EndsAsRank(Sentence s, int at) =>
        s.Has(at, Tag.Rank, Tag.RankTail) && !s.Has(at + 1, Tag.Rank, Tag.RankTail) && !s.Has(at + 1, Tag.Field) && !s.Has(at + 1, Tag.Grade);

    private static int Fields(Sentence s, int at, ref int department)
    {
        var first = at;
        while (s.Has(at, Tag.Field) && at - first < MostFields && s.IsFree(at, at + 1) && (!s.Has(at, Tag.RankTail, Tag.Rank) || IsFieldHere(s, at)))
        {
            var field = s.Value(at, Tag.Field);
            department = department < 0 || field != Operations ? field : department;
            at++;
            var link = s.Sign(at) is '&' or '-' or '/' || s.Has(at, Tag.NumberAnd);
            at = link && (s.Has(at + 1, Tag.Field) || (s.Sign(at) == '-' && s.Has(at + 1, Tag.Rank, Tag.RankTail))) ? at + 1 : at;
        }

        return at;
    }

    // "partner manager", "account executive": what could be a rank is the field of the rank behind it.
    private static bool IsFieldHere(Sentence s, int at) => s.Has(at + 1, Tag.RankTail) && !s.Has(at + 1, Tag.Field);

    private static bool IsMeant(Sentence s, int start, int rank, bool fielded)
    {
        var before = start - 1;
        var spoken = rank > start;
        if (!spoken && (s.Has(before, Tag.NotName) || s.Has(before, Tag.Article)) && !IsOwn(s, before) && !s.Context.Requested.Contains(Answers.SlotType.Title))
        {
            return false;
        }

        return spoken || fielded || s.Has(rank, Tag.Rank);
    }

    // "I'm the CTO", "I am just a student": the speaker's own, although an article stands before it.
    private static bool IsOwn(Sentence s, int index)
    {
        var at = index;
        while (at > 0 && index - at < 3 && (s.Language.SmallWords.Contains(s.Token(at).Word) || s.Has(at, Tag.Article) || s.Has(at, Tag.The)))
        {
            at--;
        }

        return s.Try(at, Tag.WeakIntro, out var own) && own == 1;
    }

    // "of IT", "Sales", ", EMEA": what the rank is over.
    private static TitlePart Behind(Sentence s, int end, int rank, int grade, int department)
    {
        var linked = s.Has(end, Tag.Of) || s.Has(end, Tag.For) || s.Has(end, Tag.In) || s.Sign(end) is ',' or '-';
        var at = linked ? end + 1 : end;
        at = s.Has(at, Tag.The) ? at + 1 : at;
        var (first, last) = (at, end);
        while (at < s.Count && at - first < MostFields && s.IsFree(at, at + 1))
        {
            if (s.Has(at, Tag.Field) || (s.Has(at, Tag.Grade) && !s.Has(at, Tag.Rank)))
            {
                department = department < 0 && s.Has(at, Tag.Field) ? s.Value(at, Tag.Field) : department;
                grade = grade < 0 && s.Has(at, Tag.Grade) && s.Value(at, Tag.Grade) != Regional ? s.Value(at, Tag.Grade) : grade;
                last = at + 1;
            }
            else if (!(at > first && (s.Sign(at) is '&' or ',' or '/' || s.Has(at, Tag.NumberAnd) || s.Has(at, Tag.Of))))
            {
                break;
            }

            at++;
        }

        last = linked && s.Has(end, Tag.Of) ? OwnWords(s, Math.Max(last, first), last) : last;
        return new TitlePart(last, rank, grade, department);
    }

    // "director of student affairs": words that no list holds belong to the title where they end the clause or lead to the company.
    private static int OwnWords(Sentence s, int at, int last)
    {
        var start = at;
        while (at - start < MostOwnWords && s.Token(at).Kind == TokenKind.Word && !s.Has(at, Tag.NotName) && !s.Has(at, Tag.At, Tag.CompanyIntro) && !s.Has(at, Tag.Place) && s.IsFree(at, at + 1))
        {
            at++;
        }

        return at > start && (s.EndsClause(at) || s.Has(at, Tag.At, Tag.CompanyIntro) || s.Has(at, Tag.From)) ? at : last;
    }
}
