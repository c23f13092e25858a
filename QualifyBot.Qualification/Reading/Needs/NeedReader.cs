using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Acts;
using QualifyBot.Qualification.Reading.Statements;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Needs;

/// <summary>
/// A problem or goal in the visitor's words. Unasked it takes words that state one; asked, any sentence of substance that
/// is nothing else.
/// </summary>
internal static class NeedReader
{
    private const int ReachOfGoal = 12;
    private const int ReachOfNone = 2;

    public static void Run(Sentence s, List<FoundStatement> statements, List<Act> acts, List<Candidate> found)
    {
        var asked = s.Context.Requested.Contains(SlotType.Need);
        foreach (var statement in statements)
        {
            if (statement.Has(Tag.NoProblem) && IsMeant(s, statement, asked) && !HasProblem(s, statements, statement))
            {
                Add(s, statement.Start, statement.End, false, "need.none", found);
                return;
            }
        }

        foreach (var statement in statements)
        {
            if (((statement.Has(Tag.Problem) && !statement.Has(Tag.NoProblem)) || (statement.Has(Tag.Goal) && (asked || IsGoal(s, statement)))) && (asked || !(PointsBack(s, statement) || AnswersOther(s, statement, found))) && !Deflects(acts))
            {
                var (start, end) = ClauseOf(s, statement);
                Add(s, start, end, true, statement.Has(Tag.Problem) ? "need.problem" : "need.goal", found);
                return;
            }
        }

        if (asked && !Deflects(acts) && !acts.Contains(Act.Unsure) && !IsQuestion(s) && !statements.Exists(static statement => IsWish(statement)) && !Gibberish.IsAll(s))
        {
            AddAnswer(s, found);
        }
    }

    // What belongs to a category of the playbook counts although another slot took its words ("I'm just a student").
    private static void AddAnswer(Sentence s, List<Candidate> found)
    {
        var (start, end) = Substance.Of(s, 0, s.Tokens.Count);
        (start, end) = end == 0 && NeedCategories.Find(s, 0, s.Tokens.Count) is not null ? (0, s.Tokens.Count) : (start, end);
        if (end > start)
        {
            Add(s, start, end, true, "need.answer", found);
        }
    }

    // "I want to update my details" is no need, though "I mean our reports are wrong" is one.
    internal static bool IsWish(FoundStatement statement)
    {
        foreach (var meaning in statement.Entry.Meanings)
        {
            if (meaning.Tag == Tag.Act && (Act)meaning.Value is Act.Change or Act.ChangeLanguage && !statement.Has(Tag.Correct) && statement.End - statement.Start > 2)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"200 users, the CTO and me decide": who decides is no problem.</summary>
    public static void DropPeople(List<Candidate> found)
    {
        if (found.Find(static candidate => candidate.Type == SlotType.Authority)?.Value is AnswerValue.Authority { Others: { IsEmpty: false } others })
        {
            found.RemoveAll(candidate => candidate.Value is AnswerValue.Need { Category: null, Words: var words } && others.Contains(words, StringComparer.OrdinalIgnoreCase));
        }
    }

    internal static bool IsQuestion(Sentence s) => s.Text.AsSpan().TrimEnd() is [.., '?'];

    // "None" is an answer only by itself; unasked it takes a phrase.
    private static bool IsMeant(Sentence s, FoundStatement statement, bool asked)
    {
        var length = statement.End - statement.Start;
        return (length > 2 && (asked || !statement.Has(Tag.Plain))) || (asked && (length == 2 || (ActReader.Opens(s, statement.Start) && Clauses.EndAt(s.Tokens, statement.End))));
    }

    // "That's complicated": unasked, a word that points back names no problem.
    private static bool PointsBack(Sentence s, FoundStatement statement) =>
        statement.End - statement.Start <= 2 && statement.Start > 0 && Clauses.StartAt(s.Tokens, statement.Start - 1)
        && Clauses.EndAt(s.Tokens, statement.End) && s.Has(s.TermAt(statement.Start - 1), Tag.NotName);

    // "Friday doesn't work", "last year we spent 20k on a bad tool": the clause says the time or the sum that was asked for.
    private static bool AnswersOther(Sentence s, FoundStatement statement, List<Candidate> found)
    {
        if (s.Context.Requested.IsEmpty || s.Context.Requested[0] is not (SlotType.Time or SlotType.Money))
        {
            return false;
        }

        var (start, end) = ClauseOf(s, statement);
        var (first, last) = (s.Tokens[start].Start, s.Tokens[end - 1].End);
        return found.Exists(candidate => candidate.Type == s.Context.Requested[0] && candidate.Start >= first && candidate.Start < last);
    }

    // "No problem we need to solve": what is wanted stands in the words that say that there is none.
    private static bool HasProblem(Sentence s, List<FoundStatement> statements, FoundStatement none) =>
        statements.Exists(statement => statement.Has(Tag.Problem) && statement.Start != none.Start && !(none.Length > 1 && IsWithin(s, statement, none)));

    private static bool IsWithin(Sentence s, FoundStatement statement, FoundStatement none)
    {
        if (statement.Start < none.Start || statement.Start - none.End > ReachOfNone)
        {
            return false;
        }

        for (var i = none.End; i < statement.Start; i++)
        {
            if (Clauses.EndAt(s.Tokens, i) && i > none.End)
            {
                return false;
            }
        }

        return !Clauses.EndAt(s.Tokens, none.End);
    }

    internal static bool Deflects(List<Act> acts)
    {
        foreach (var act in acts)
        {
            if (act is Act.DeclineToAnswer or Act.Cancel or Act.TalkToHuman or Act.WhyDoYouAsk or Act.AreYouABot or Act.Restart or Act.DeleteMyData or Act.Repeat)
            {
                return true;
            }
        }

        return false;
    }

    // A goal needs something that it is about, which no other slot has taken.
    private static bool IsGoal(Sentence s, FoundStatement statement)
    {
        var free = 0;
        for (var i = statement.End; i < Math.Min(s.Tokens.Count, statement.End + ReachOfGoal) && !Clauses.EndAt(s.Tokens, i); i++)
        {
            var term = s.TermAt(i);
            free += s.Tokens[i].Kind == TokenKind.Word && s.IsFree(term, term + 1) && !s.Has(term, Tag.NotName) ? 1 : 0;
        }

        return free > 0;
    }

    private static (int Start, int End) ClauseOf(Sentence s, FoundStatement statement)
    {
        var (start, end) = (statement.Start, statement.End);
        while (start > 0 && !Clauses.StartAt(s.Tokens, start))
        {
            start--;
        }

        while (!Clauses.EndAt(s.Tokens, end))
        {
            end++;
        }

        var (first, last) = Substance.Of(s, start, end);
        return last == 0 ? (start, end) : (Math.Min(first, statement.Start), Math.Max(last, statement.End));
    }

    private static void Add(Sentence s, int start, int end, bool present, string rule, List<Candidate> found)
    {
        var (first, last) = (s.Tokens[start].Start, s.Tokens[end - 1].End);
        var words = s.Text[first..last];
        found.Add(new Candidate(SlotType.Need, new AnswerValue.Need(present, present ? NeedCategories.Find(s, start, end) : null, words), first, last - first, rule));
    }
}
