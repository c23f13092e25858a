using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Statements;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Needs;

/// <summary>
/// The answer to a question that takes free words ("What will you compare by?"). Figures, products and the like within it belong to it; a
/// part that is nothing but an answer of another kind does not, unless there is nothing else.
/// </summary>
internal static class FreeTextReader
{
    private const int LongestNameOfPrice = 2;
    private const int FewestWords = 3;

    /// <summary>Rule of an answer with words of its own.</summary>
    private const string Answer = "text.answer";

    // What sits behind an answer and says something of its own: "... by March", "... mail me at anna@acme.example".
    private static readonly ImmutableArray<SlotType> Tails = [SlotType.Timeframe, SlotType.Email, SlotType.Phone];

    private static readonly ImmutableArray<SlotType> Others =
        [.. Tails, SlotType.Money, SlotType.Headcount, SlotType.Authority, SlotType.Title, SlotType.Person, SlotType.Company, SlotType.Web];

    public static void Run(Sentence s, List<FoundStatement> statements, List<Act> acts, List<Candidate> found, List<Correction> corrections)
    {
        if (!s.Context.Requested.Contains(SlotType.Text) || NeedReader.Deflects(acts) || acts.Contains(Act.Unsure) || NeedReader.IsQuestion(s) || Gibberish.IsAll(s))
        {
            return;
        }

        var saysPrice = TakePrice(s, statements, acts);
        var isAnswer = corrections.Count == 0 && !statements.Exists(NeedReader.IsWish);
        var (start, end) = !isAnswer ? (0, 0) : saysPrice ? Trim(s, 0, s.Tokens.Count, found) : StretchOf(s, found);
        if (IsNothing(s, found, acts, end))
        {
            found.Add(new Candidate(SlotType.Text, new AnswerValue.Withheld(WithheldReason.Unknown), s.Tokens[0].Start, s.Tokens[^1].End - s.Tokens[0].Start, "text.none"));
        }
        else if (end > start)
        {
            Add(s, start, end, Answer, found);
        }
        else if (SaysAnything(s, acts))
        {
            Add(s, 0, s.Tokens.Count, MessageReading.TextOfLastResort, found);
        }
    }

    // "The price", where it is asked what matters, asks for none.
    private static bool TakePrice(Sentence s, List<FoundStatement> statements, List<Act> acts)
    {
        if (!acts.Contains(Act.AskPrice) || statements.Exists(static statement => AsksPrice(statement) && statement.End - statement.Start > LongestNameOfPrice))
        {
            return false;
        }

        foreach (var statement in statements)
        {
            if (AsksPrice(statement))
            {
                s.Unspeak(statement.Start, statement.End);
            }
        }

        return acts.Remove(Act.AskPrice);
    }

    private static bool AsksPrice(FoundStatement statement)
    {
        foreach (var meaning in statement.Entry.Meanings)
        {
            if (meaning.Tag is Tag.Act or Tag.WeakAct && (Act)meaning.Value == Act.AskPrice)
            {
                return true;
            }
        }

        return false;
    }

    // "Nothing in particular", "not sure yet", "nothing planned so far".
    private static bool IsNothing(Sentence s, List<Candidate> found, List<Act> acts, int end) =>
        found is [{ Value: AnswerValue.Need { Present: false }, Start: var start }] && start == s.Tokens[0].Start
        || (acts.Count == 0 && found.Count == 0 && end == 0 && s.Count > 1 && s.Has(0, Tag.Not));

    /// <summary>From the first part with words of its own to the last.</summary>
    private static (int Start, int End) StretchOf(Sentence s, List<Candidate> found)
    {
        var (first, last) = (0, 0);
        for (var at = 0; at < s.Tokens.Count;)
        {
            var next = at;
            while (next < s.Tokens.Count && !Clauses.EndAt(s.Tokens, next) && !s.Has(s.TermAt(next), Tag.And, Tag.NumberAnd))
            {
                next++;
            }

            if (HasOwn(s, at, next, found))
            {
                (first, last) = (last == 0 ? at : first, next);
            }

            at = next + 1;
        }

        return last == 0 ? (0, 0) : Trim(s, first, last, found);
    }

    private static bool HasOwn(Sentence s, int start, int end, List<Candidate> found)
    {
        for (var token = start; token < end; token++)
        {
            if (!s.IsSpoken(token) && Substance.IsWordOfContent(s, token) && !IsIn(s, token, Others, found))
            {
                return true;
            }
        }

        return false;
    }

    // A figure, a word of content or of money; or several words that do nothing else.
    private static bool SaysAnything(Sentence s, List<Act> acts)
    {
        var words = 0;
        for (var token = 0; token < s.Tokens.Count; token++)
        {
            var isWord = s.Tokens[token].Kind == TokenKind.Word && Gibberish.LooksLikeAWord(s, token);
            words += isWord ? 1 : 0;
            if (!s.IsSpoken(token) && (s.Tokens[token].Kind == TokenKind.Digits || Substance.IsWordOfContent(s, token) || (isWord && s.Has(s.TermAt(token), Tag.BudgetWord))))
            {
                return true;
            }
        }

        return acts.Count == 0 && words >= FewestWords;
    }

    private static (int Start, int End) Trim(Sentence s, int start, int end, List<Candidate> found)
    {
        while (start < end - 1 && (s.Has(s.TermAt(start), Tag.And) || s.Tokens[start].Kind == TokenKind.Sign))
        {
            start++;
        }

        for (var cut = false; end > start + 1; end--)
        {
            var term = s.TermAt(end - 1);
            var isTail = IsIn(s, end - 1, Tails, found);
            if (!isTail && !s.Has(term, Tag.And) && !(cut && Joins(s, term)) && !IsStop(s, end - 1))
            {
                break;
            }

            cut |= isTail;
        }

        return (start, end);
    }

    private static bool Joins(Sentence s, int term) => s.Has(term, Tag.In, Tag.On) || s.Has(term, Tag.By, Tag.From) || s.Has(term, Tag.Until, Tag.Before) || s.Has(term, Tag.Starting);

    // "20%" and "(soon)" keep their last sign.
    private static bool IsStop(Sentence s, int token) => s.Tokens[token].Kind == TokenKind.Sign && s.Text[s.Tokens[token].Start] is '.' or ',' or ';' or ':' or '!' or '-';

    private static bool IsIn(Sentence s, int token, ImmutableArray<SlotType> types, List<Candidate> found)
    {
        var at = s.Tokens[token].Start;
        foreach (var candidate in found)
        {
            if (types.Contains(candidate.Type) && at >= candidate.Start && at < candidate.Start + candidate.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(Sentence s, int start, int end, string rule, List<Candidate> found)
    {
        var (first, last) = (s.Tokens[start].Start, s.Tokens[end - 1].End);
        found.Add(new Candidate(SlotType.Text, new AnswerValue.Text(s.Text[first..last]), first, last - first, rule));
    }
}
