using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Statements;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>What the visitor takes back: "sorry, I meant March", "300 people, not 30", "forget the budget".</summary>
internal static class CorrectionReader
{
    // What is denied stands among the first answers; the bound keeps the work linear.
    private const int MostAnswers = 16;

    // Letters between an old value and the new one.
    private const int FarthestNew = 60;

    public static void Run(Sentence s, List<FoundStatement> statements, List<Act> acts, List<Candidate> found, List<Correction> corrections)
    {
        var olds = DropOld(s, found);
        DropReplaced(s, statements, found, olds);
        AddContrast(s, found, corrections);
        TakeBack(s, statements, acts, found, corrections);
        var cue = FirstCue(s, statements, acts);
        if (cue < 0 && olds.Count == 0)
        {
            return;
        }

        AddNew(s, cue < 0 ? 0 : s.Tokens[cue].Start, olds, found, corrections);
        if (corrections.Exists(static correction => correction.New is not null))
        {
            acts.Remove(Act.Cancel);
            acts.Remove(Act.Repeat);
            acts.Remove(Act.GoBack);
        }
    }

    /// <summary>The token at which words begin that put something right, or -1.</summary>
    public static int FirstCue(Sentence s, List<FoundStatement> statements, List<Act> acts)
    {
        foreach (var statement in statements)
        {
            if (statement.Has(Tag.Instead) || (statement.Has(Tag.Correct) && (statement.End - statement.Start > 1 || ActReader.Opens(s, statement.Start) || Clauses.EndAt(s.Tokens, statement.End))))
            {
                return statement.Has(Tag.Instead) || Clauses.EndAt(s.Tokens, statement.End) && statement.End == s.Tokens.Count ? 0 : statement.Start;
            }
        }

        var denies = acts.Contains(Act.No) && statements is [{ Start: 0 } first, ..] && Clauses.EndAt(s.Tokens, first.End) && first.End < s.Tokens.Count;
        return denies && !s.Context.Requested.IsEmpty && !s.Context.Requested.Contains(SlotType.YesNo) ? 0 : -1;
    }

    // "not 30", "instead of March", "rather than 20k": the old value, where a new one of its kind stands beside it.
    private static List<Candidate> DropOld(Sentence s, List<Candidate> found)
    {
        var olds = new List<Candidate>();
        for (var i = Math.Min(found.Count, MostAnswers) - 1; i >= 0; i--)
        {
            var candidate = found[i];
            if (found.Exists(other => other.Type == candidate.Type && other.Start != candidate.Start) && IsDenied(s, TermFrom(s, candidate.Start)))
            {
                olds.Add(candidate);
                found.RemoveAt(i);
            }
        }

        return olds;
    }

    // "20k, sorry, 25k": the first of two that a word of correction parts.
    private static void DropReplaced(Sentence s, List<FoundStatement> statements, List<Candidate> found, List<Candidate> olds)
    {
        for (var i = Math.Min(found.Count, MostAnswers) - 1; i >= 0; i--)
        {
            var candidate = found[i];
            if (candidate.Type is SlotType.Time or SlotType.YesNo or SlotType.Need or SlotType.Authority or SlotType.Title)
            {
                continue;
            }

            var (start, end) = (s.TokenAt(TermFrom(s, candidate.Start)), s.TokenAt(TermFrom(s, candidate.Start + candidate.Length)));
            if (found.Exists(other => other.Type == candidate.Type && other.Start > candidate.Start && other.Start - candidate.Start - candidate.Length < FarthestNew
                && s.TokenAt(TermFrom(s, other.Start)) is var next && (Replaced.IsBetween(s, statements, end, next) || Replaced.IsOutdated(s, statements, start, end, next))))
            {
                olds.Add(candidate);
                found.RemoveAt(i);
            }
        }
    }

    // What else was read in the old value is nothing: "Jane, not Jan".
    private static void AddContrast(Sentence s, List<Candidate> found, List<Correction> corrections)
    {
        for (var i = 0; i < Math.Min(found.Count, MostAnswers); i++)
        {
            var candidate = found[i];
            if (Contrast.Behind(s, candidate) is not { First: >= 0 } old || (candidate.Type == SlotType.Time && found.Exists(static other => other.Type == SlotType.Timeframe)))
            {
                continue;
            }

            var (start, end) = (s.Tokens[old.First].Start, s.Tokens[old.End - 1].End);
            found.RemoveAll(other => other.Start >= start && other.Start + other.Length <= end);
            corrections.Add(new Correction(candidate.Type, s.Text[start..end], Quote(s, candidate), candidate.Start, candidate.Length));
            return;
        }
    }

    private static bool IsDenied(Sentence s, int term)
    {
        for (var i = term; i >= Math.Max(0, term - 2) && !(i < term && s.Sign(i) == ','); i--)
        {
            if (s.Has(i, Tag.Not) || (s.Try(i, Tag.Except, out var needsOther) && needsOther == 0) || (i < term && s.Language.Statements.Longest(s.Tokens, s.TokenAt(i), out var end) is { } entry && entry.Has(Tag.Instead) && end > s.TokenAt(i) + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static int TermFrom(Sentence s, int start)
    {
        var term = 0;
        while (term < s.Count - 1 && s.StartOf(term) < start)
        {
            term++;
        }

        return term;
    }

    private static void TakeBack(Sentence s, List<FoundStatement> statements, List<Act> acts, List<Candidate> found, List<Correction> corrections)
    {
        foreach (var statement in statements)
        {
            if (!statement.Has(Tag.TakeBack) || s.Language.SlotNames.Longest(s.Tokens, statement.End, out var end) is not { } name)
            {
                continue;
            }

            var type = (SlotType)name.Value(Tag.SlotName);
            acts.Remove(Act.Cancel);
            if (!acts.Contains(Act.Change))
            {
                acts.Add(Act.Change);
            }

            if (!found.Exists(candidate => candidate.Type == type))
            {
                var start = s.Tokens[statement.Start].Start;
                corrections.Add(new Correction(type, null, null, start, s.Tokens[end - 1].End - start));
            }
        }
    }

    // A bare number or time is corrected only where nothing is that means more.
    private static void AddNew(Sentence s, int start, List<Candidate> olds, List<Candidate> found, List<Correction> corrections)
    {
        AddNew(s, start, olds, found.Where(static candidate => candidate.Type is not (SlotType.Time or SlotType.Number)), corrections);
        if (corrections.Count == 0)
        {
            AddNew(s, start, olds, found.Where(static candidate => candidate.Type is SlotType.Time or SlotType.Number), corrections);
        }
    }

    // One correction for each kind of slot.
    private static void AddNew(Sentence s, int start, List<Candidate> olds, IEnumerable<Candidate> found, List<Correction> corrections)
    {
        foreach (var candidate in found)
        {
            if (candidate.Start >= start && candidate.Type is not (SlotType.YesNo or SlotType.Duration) && !corrections.Exists(other => other.Type == candidate.Type))
            {
                var old = olds.Find(other => other.Type == candidate.Type);
                corrections.Add(new Correction(candidate.Type, old is null ? null : Quote(s, old), Quote(s, candidate), candidate.Start, candidate.Length));
            }
        }
    }

    private static string Quote(Sentence s, Candidate candidate) => s.Text.Substring(candidate.Start, candidate.Length);
}
