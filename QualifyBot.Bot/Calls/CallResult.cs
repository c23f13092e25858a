using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Calls;

/// <summary>What came of a call.</summary>
/// <param name="Call">The call.</param>
/// <param name="Playbook">The rulebook.</param>
/// <param name="Today">The day on which the decision stands.</param>
/// <param name="Lead">What is known.</param>
/// <param name="Confirmations">The lead's words that confirm an answer which quotes the seller, by slot.</param>
/// <param name="Verdicts">Each criterion of the playbook, in its order.</param>
/// <param name="Decision">The decision as it stands.</param>
/// <param name="Next">The question whose answer could still change the outcome, or null where it is settled.</param>
public sealed record CallResult(
    Call Call,
    Playbook Playbook,
    DateOnly Today,
    Lead Lead,
    IReadOnlyDictionary<string, Evidence> Confirmations,
    ImmutableArray<(string Criterion, Verdict Verdict)> Verdicts,
    Decision Decision,
    Question? Next)
{
    internal static CallResult Of(Call call, CallFilling filling, DateOnly today)
    {
        var decision = Decider.AsItStands(filling.Lead, filling.Playbook, today);
        var next = Decider.Next(filling.Lead, filling.Playbook, today) is NextStep.Ask(var question) ? question : null;
        var verdicts = new Verdicts(filling, decision.Score);
        return new CallResult(call, filling.Playbook, today, filling.Lead, filling.Confirmations, [.. filling.Playbook.Criteria.Select(criterion => (criterion.Id, verdicts.Of(criterion)))], decision, next);
    }
}
