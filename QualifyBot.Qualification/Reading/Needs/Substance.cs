using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Needs;

/// <summary>Where a message says something in free words: parts between stops and "and" that are no answer of another kind.</summary>
internal static class Substance
{
    /// <summary>
    /// The stretch from the first part with words of its own to the last; empty where there is none. A new sentence that answers something else ends it:
    /// "It takes too long. I'm head of IT, 300 people, ..."
    /// </summary>
    public static (int Start, int End) Of(Sentence s, int start, int end)
    {
        var (first, last) = (0, 0);
        for (var at = start; at < end;)
        {
            var next = EndOfPart(s, at, end);
            if (HasOwn(s, at, next))
            {
                (first, last) = (last == 0 ? at : first, next);
            }
            else if (last > 0 && last == at - 1 && s.Has(s.TermAt(last), Tag.And, Tag.NumberAnd) && IsEmpty(s, at, next))
            {
                last = next;
            }
            else if (last > 0 && OpensSentence(s, at) && !IsEmpty(s, at, next))
            {
                break;
            }

            at = next + 1;
        }

        return last == 0 ? (0, 0) : Trim(s, first, last);
    }

    /// <summary>True where a word of the stretch belongs to no other answer, no act and no filler, and looks like a word.</summary>
    public static bool HasOwn(Sentence s, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!s.IsSpoken(i) && IsOwn(s, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool OpensSentence(Sentence s, int token) => token < s.Tokens.Count && (s.Tokens[token].NewLine || (token > 0 && s.Sign(s.TermAt(token - 1)) is '.' or '!' or ';'));

    // "Again and again": says nothing of its own, nor anything else.
    private static bool IsEmpty(Sentence s, int start, int end)
    {
        var empty = end > start;
        for (var i = start; i < end && empty; i++)
        {
            var term = s.TermAt(i);
            empty = !s.IsSpoken(i) && s.IsFree(term, term + 1);
        }

        return empty;
    }

    private static int EndOfPart(Sentence s, int at, int end)
    {
        while (at < end && !Clauses.EndAt(s.Tokens, at) && !s.Has(s.TermAt(at), Tag.And, Tag.NumberAnd))
        {
            at++;
        }

        return at;
    }

    // Without joints at its ends, and without what another slot has taken behind it ("... by March", "... in June").
    private static (int Start, int End) Trim(Sentence s, int start, int end)
    {
        while (start < end - 1 && (s.Has(s.TermAt(start), Tag.And) || s.Tokens[start].Kind == TokenKind.Sign))
        {
            start++;
        }

        for (var taken = false; end > start + 1; end--)
        {
            var term = s.TermAt(end - 1);
            if (!IsTail(s, term) && !(taken && s.Has(term, Tag.In, Tag.On)))
            {
                break;
            }

            taken = !s.IsFree(term, term + 1);
        }

        return (start, end);
    }

    private static bool IsTail(Sentence s, int term) =>
        !s.IsFree(term, term + 1) || s.Sign(term) != '\0' || s.Has(term, Tag.And, Tag.By) || s.Has(term, Tag.From, Tag.Starting) || s.Has(term, Tag.Until, Tag.Before);

    private static bool IsOwn(Sentence s, int token)
    {
        var term = s.TermAt(token);
        return s.IsFree(term, term + 1) && IsWordOfContent(s, token);
    }

    /// <summary>Whether a token is a word that says something, whichever answer it may belong to.</summary>
    public static bool IsWordOfContent(Sentence s, int token)
    {
        var term = s.TermAt(token);
        return s.Tokens[token].Kind == TokenKind.Word && (s.Tokens[token].FoldLength > 2 || s.Tokens[token].Shouted)
            && !s.Has(term, Tag.Filler, Tag.NotName) && !s.Has(term, Tag.StartWord, Tag.CompanyIntro) && !s.Has(term, Tag.PeopleIntro, Tag.PeopleWord)
            && !s.Has(term, Tag.MailWord, Tag.PhoneWord) && !s.Has(term, Tag.BudgetWord)
            && Gibberish.LooksLikeAWord(s, token);
    }
}
