using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>What must happen before they buy: the people, companies and funds that it is said of are not the visitor's own.</summary>
internal static class EventClause
{
    /// <summary>Takes back what other readers saw in "once the new CTO starts", "when our contract with Initech ends", "depends on the funding round".</summary>
    public static void Claim(Sentence s, List<FoundStatement> statements, List<Candidate> found)
    {
        foreach (var statement in statements)
        {
            if (!statement.Has(Tag.OnEvent))
            {
                continue;
            }

            var end = statement.End;
            while (!Clauses.EndAt(s.Tokens, end))
            {
                end++;
            }

            var (first, last) = (s.Tokens[statement.Start].Start, s.Tokens[end - 1].End);
            found.RemoveAll(candidate => candidate.Start >= first && candidate.Start < last
                && (candidate.Type is SlotType.Title or SlotType.Company || candidate.Value is AnswerValue.Money { Status: not MoneyStatus.Amount }));
        }
    }
}
