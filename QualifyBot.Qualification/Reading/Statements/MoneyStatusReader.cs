using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>What was said about money instead of an amount.</summary>
internal static class MoneyStatusReader
{
    private static readonly (Tag Tag, MoneyStatus Status)[] Order =
    [
        (Tag.MoneyNone, MoneyStatus.None),
        (Tag.MoneyUnlimited, MoneyStatus.Unlimited),
        (Tag.MoneyUndecided, MoneyStatus.Undecided),
        (Tag.MoneyVague, MoneyStatus.Vague),
    ];

    public static void Run(Sentence s, List<FoundStatement> statements, List<Candidate> found)
    {
        var asked = s.Context.Requested.Contains(SlotType.Money);
        if (found.Exists(static candidate => candidate.Type == SlotType.Money))
        {
            return;
        }

        foreach (var (tag, status) in Order)
        {
            foreach (var statement in statements)
            {
                if (statement.Has(tag) && (asked || (tag != Tag.MoneyVague && NamesMoney(s, statement))))
                {
                    var start = s.Tokens[statement.Start].Start;
                    found.Add(new Candidate(SlotType.Money, new AnswerValue.Money(status), start, s.Tokens[statement.End - 1].End - start, "money.status"));
                    return;
                }
            }
        }
    }

    private static bool NamesMoney(Sentence s, FoundStatement statement)
    {
        var end = s.TermAt(statement.End - 1) + 1;
        for (var i = Math.Max(0, s.TermAt(statement.Start) - 3); i < Math.Min(s.Count, end + 3); i++)
        {
            if (s.Has(i, Tag.BudgetWord))
            {
                return true;
            }
        }

        return false;
    }
}
