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
        var w=System.Diagnostics.Stopwatch.StartNew(); void T(string n){ Console.Error.WriteLine($"{n} {w.ElapsedMilliseconds} steps {Search.Total} meets {Search.Meets}"); }
        var proof = new Proof(playbook, today); T("model");
        ImmutableArray<Ladder> ladders = [.. AnswerDomains.Of(playbook).Slots.SelectMany(domain => Ladder.Of(domain, today))];
        new ConditionProof(proof).Find(); T("ConditionProof");
        new SlotProof(proof).Find(); T("SlotProof");
        new QuestionProof(proof).Find(); T("QuestionProof");
        new ChoiceProof(proof).Find(); T("ChoiceProof");
        new CapProof(proof).Find(); T("CapProof");
        new RuleProof(proof).Find(); T("RuleProof");
        new MonotoneProof(proof, ladders).Find(); T("MonotoneProof");
        new RangeProof(proof, ladders).Find(); T("RangeProof");
        new ThresholdProof(proof).Find(); T("ThresholdProof");
        new DisqualifierProof(proof).Find(); T("DisqualifierProof");
        var routes = new RouteProof(proof);
        routes.Find(); T("None");
        new OutcomeProof(proof, ladders).Find(routes.Taken); T("OutcomeProof");
        return proof.ToFindings();
    }
}
