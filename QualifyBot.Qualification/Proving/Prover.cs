using System.Collections.Immutable;
using QualifyBot.Qualification.Domains;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Proves a playbook, or finds what is wrong with what it says: a pure function of the playbook and the day.</summary>
public static class Prover
{
    /// <summary>All findings; none = every outcome can be reached, no rule is dead, and no better answer lowers the score.</summary>
    /// <param name="playbook">The playbook.</param>
    /// <param name="today">The day on which the examples stand; findings do not hang on it.</param>
    public static ImmutableArray<Finding> Find(Playbook playbook, DateOnly today)
    {
        var proof = new Proof(playbook, today);
        ImmutableArray<Ladder> ladders = [.. AnswerDomains.Of(playbook).Slots.SelectMany(domain => Ladder.Of(domain, today))];
        new ConditionProof(proof).Find();
        new SlotProof(proof).Find();
        new QuestionProof(proof).Find();
        new ChoiceProof(proof).Find();
        new CapProof(proof).Find();
        new RuleProof(proof).Find();
        new MonotoneProof(proof, ladders).Find();
        new RangeProof(proof, ladders).Find();
        new ThresholdProof(proof).Find();
        new DisqualifierProof(proof).Find();
        var routes = new RouteProof(proof);
        routes.Find();
        new OutcomeProof(proof, ladders).Find(routes.Taken);
        return proof.ToFindings();
    }
}
