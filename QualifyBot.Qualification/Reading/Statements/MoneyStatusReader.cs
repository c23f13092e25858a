using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Money;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>What was said about money instead of an amount.</summary>
internal static class MoneyStatusReader
{
    private const int NearBudget = 3;

    /// <summary>More than a person says; a bound for the time of reading.</summary>
    private const int MostStatements = 64;

    private static readonly (Tag Tag, MoneyStatus Status)[] Order =
    [
        (Tag.MoneyDeclined, MoneyStatus.Declined),
        (Tag.MoneyNone, MoneyStatus.None),
        (Tag.MoneyUnlimited, MoneyStatus.Unlimited),
        (Tag.MoneyUndecided, MoneyStatus.Undecided),
        (Tag.MoneyVague, MoneyStatus.Vague),
    ];

    public static void Run(Sentence s, List<FoundStatement> statements, List<Candidate> found)
    {
        var asked = s.Context.Requested.Contains(SlotType.Money);
        if (s.Count == 0 || found.Exists(static candidate => candidate.Type == SlotType.Money) || !(asked || NamesMoney(s, 0, s.Tokens.Count)))
        {
            return;
        }

        var said = s.Budgeted;
        Collect(s, statements, said);
        foreach (var (tag, status) in Order)
        {
            foreach (var statement in said)
            {
                if (statement.Has(tag) && !IsWithinLonger(statement, said) && (asked || (tag != Tag.MoneyVague && NamesMoney(s, statement.Start, statement.End))))
                {
                    var start = s.Tokens[statement.Start].Start;
                    found.Add(new Candidate(SlotType.Money, new AnswerValue.Money(status), start, s.Tokens[statement.End - 1].End - start, "money.status"));
                    return;
                }
            }
        }
    }

    // The short answers that every question knows, and what is said of money alone.
    private static void Collect(Sentence s, List<FoundStatement> statements, List<FoundStatement> said)
    {
        said.Clear();
        foreach (var statement in statements)
        {
            if (IsMoney(statement.Entry))
            {
                said.Add(statement);
            }
        }

        for (var i = 0; i < s.Tokens.Count && said.Count < MostStatements; i++)
        {
            if (s.Language.Budgets.Longest(s.Tokens, i, out var end) is { } entry && end > i)
            {
                said.Add(new FoundStatement(entry, i, end));
            }
        }
    }

    private static bool IsMoney(Entry entry)
    {
        foreach (var (tag, _) in Order)
        {
            if (entry.Has(tag))
            {
                return true;
            }
        }

        return false;
    }

    // "no budget" within "no budget yet" and beside "aún no": what goes on further says more.
    private static bool IsWithinLonger(FoundStatement statement, List<FoundStatement> said)
    {
        foreach (var other in said)
        {
            if (other.Start < statement.End && other.End > statement.Start && other != statement && IsBeaten(statement, other))
            {
                return true;
            }
        }

        return false;
    }

    // "Nothing is there" yields to "nothing is decided" wherever they meet, save within it.
    private static bool IsBeaten(FoundStatement statement, FoundStatement other)
    {
        var (reaches, covers) = (other.End >= statement.End, other.Start <= statement.Start && other.End >= statement.End);
        if (statement.Has(Tag.MoneyNone) && other.Has(Tag.MoneyUndecided) && (other.Start < statement.Start || other.End > statement.End))
        {
            return true;
        }

        var kept = statement.Has(Tag.MoneyUndecided) && other.Has(Tag.MoneyNone) && !covers;
        var (length, further) = (statement.End - statement.Start, other.End - other.Start);
        return !kept && reaches && further > length - (other.End > statement.End ? NearBudget : 0);
    }

    private static bool NamesMoney(Sentence s, int start, int behind)
    {
        var end = s.TermAt(behind - 1) + 1;
        for (var i = Math.Max(0, s.TermAt(start) - NearBudget); i < Math.Min(s.Count, end + NearBudget); i++)
        {
            if (s.Has(i, Tag.BudgetWord))
            {
                return true;
            }
        }

        return false;
    }
}
