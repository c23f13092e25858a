using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Money;

/// <summary>The words around a number that say whether it is a budget, and which end of it is meant.</summary>
internal static class SumWords
{
    /// <summary>How far before an amount a negation or the owner of another sum may stand.</summary>
    private const int Reach = 7;
    private const int NearBehind = 3;

    /// <summary>True where the words at a term have a meaning; and the term behind them.</summary>
    public static bool Has(Sentence s, int index, Tag tag, out int end)
    {
        end = index + 1;
        if (index < 0 || index >= s.Count || s.Language.Sums.Longest(s.Tokens, s.TokenAt(index), out var token) is not { } entry || !entry.Has(tag))
        {
            return false;
        }

        end = Math.Max(index + 1, s.TermAt(token));
        return true;
    }

    /// <summary>True where the words at a term have a meaning.</summary>
    public static bool Has(Sentence s, int index, Tag tag) => Has(s, index, tag, out _);

    /// <summary>"We don't want to spend more than": a bound that the words before it turn around.</summary>
    public static bool IsDenied(Sentence s, int bound)
    {
        for (var i = bound - 1; i >= 0 && i >= bound - Reach && !s.EndsClause(i); i--)
        {
            if (Has(s, i, Tag.Not))
            {
                return true;
            }

            if (!Has(s, i, Tag.Reach) && !s.Has(i, Tag.BudgetWord))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"Our budget is 15,000", "15,000 is our budget": the clause itself says what the number is.</summary>
    public static bool IsNamedSum(Sentence s, int start, int end)
    {
        for (var i = start - 1; i >= 0 && i >= start - Reach && !s.EndsClause(i); i--)
        {
            if (s.Has(i, Tag.BudgetWord))
            {
                return true;
            }
        }

        for (var i = end; i < s.Count && i <= end + NearBehind && !s.EndsClause(i); i++)
        {
            if (s.Has(i, Tag.BudgetWord))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Our revenue is", "they charge", "raised ... in a round": a sum, but nobody's budget.</summary>
    public static bool IsOther(Sentence s, int start, int end)
    {
        for (var i = start - 1; i >= 0 && i >= start - Reach && !s.EndsClause(i); i--)
        {
            if (s.Has(i, Tag.BudgetWord) || Has(s, i, Tag.BudgetWord))
            {
                return false;
            }

            if (Has(s, i, Tag.NotBudget))
            {
                return true;
            }
        }

        for (var i = end; i < end + NearBehind && !s.EndsClause(i); i++)
        {
            if (Has(s, i, Tag.NotBudget))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Floor 3", "#1": which one, not how many.</summary>
    public static bool IsNumbered(Sentence s, int index) => s.Sign(index - 1) == '#' || Has(s, index - 1, Tag.IdWord);

    /// <summary>"Version 3", "room 12", "Office 365": the word before makes the number a name.</summary>
    public static bool IsName(Sentence s, int index)
    {
        if (IsNumbered(s, index))
        {
            return true;
        }

        ref readonly var before = ref s.Token(index - 1);
        return before is { Capital: true, Shouted: false } && index > 1 && !s.StartsClause(index - 1) && s.Term(index - 1).Entry.Meanings.Count == 0;
    }

    /// <summary>True where what stands behind a small number is something that it counts.</summary>
    public static bool Counts(Sentence s, int index) =>
        !s.EndsClause(index) && s.Term(index).Entry.Meanings.Count == 0 && s.Token(index).Kind == Tokens.TokenKind.Word && !Has(s, index, Tag.Follower);
}
