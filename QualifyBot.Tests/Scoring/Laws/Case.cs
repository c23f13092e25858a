using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;

namespace QualifyBot.Tests.Scoring.Laws;

/// <summary>A generated lead on a generated or shipped playbook, and its score.</summary>
internal sealed record Case(Any Any, Playbook Playbook, Lead Lead, Score Score)
{
    private const int CasesPerQuestion = 10;

    /// <summary>Whether the next question is looked at too: it weighs all that could still be answered, which costs as much as all laws together.</summary>
    public bool AsksNext { get; private init; }

    public static Case Of(int seed)
    {
        var any = new Any(new Random(seed));
        var playbook = any.Chance(10) ? any.One<Playbook>([.. Shipped.Catalog.Playbooks.Values.OrderBy(static one => one.Id, StringComparer.Ordinal)]) : any.Playbook();
        var lead = any.Lead(playbook);
        return new Case(any, playbook, lead, Scorer.Score(lead, playbook, Leads.Today)) { AsksNext = seed % CasesPerQuestion == 0 };
    }
}
