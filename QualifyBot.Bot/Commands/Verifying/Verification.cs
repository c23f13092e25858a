using System.Collections.Immutable;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Turns;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands.Verifying;

/// <summary>Checks leads against the rulebooks that are kept in the store, or that were given beside it.</summary>
internal sealed class Verification(StoredLeads leads, StoredPlaybooks playbooks, ImmutableArray<Playbook> given)
{
    /// <summary>Checks one lead; null = what is stored of it cannot be read.</summary>
    public async ValueTask<LeadFinding> CheckAsync(string id, LeadRecord? lead, CancellationToken cancellation)
    {
        if (lead is null)
        {
            return new LeadFinding { Lead = id, Verdict = Verdict.Damaged, Remedy = "What is stored of this lead cannot be read. Restore it from a copy of the store." };
        }

        var check = new LeadCheck();
        var missing = new List<string>();
        if (await FindAsync(lead.PlaybookHash, missing, cancellation) is { } scoring)
        {
            check.CheckScore(lead, scoring);
        }

        var known = lead.Decision?.Known ?? lead.Known;
        if (lead.Decision is { } decision && await FindAsync(decision.PlaybookHash ?? lead.PlaybookHash, missing, cancellation) is { } deciding)
        {
            check.CheckDecision(decision, known, deciding);
        }

        await CheckHistoryAsync(lead, check, cancellation);
        await CheckWordsAsync(lead, known, check, cancellation);
        return Finding(lead, [.. check.Differences.Distinct()], missing);
    }

    // An earlier decision is added up even where its version is not kept.
    private async ValueTask CheckHistoryAsync(LeadRecord lead, LeadCheck check, CancellationToken cancellation)
    {
        foreach (var past in lead.History?.Earlier ?? [])
        {
            check.CheckSums(past, await FindAsync(past.Decision.PlaybookHash ?? lead.PlaybookHash, [], cancellation));
        }
    }

    private async ValueTask CheckWordsAsync(LeadRecord lead, Lead known, LeadCheck check, CancellationToken cancellation)
    {
        var transcript = await leads.TranscriptAsync(lead.Id, cancellation);
        check.CheckWords(lead.Known, transcript);
        if (!ReferenceEquals(known, lead.Known))
        {
            check.CheckWords(known, transcript);
        }
    }

    private static LeadFinding Finding(LeadRecord lead, ImmutableArray<Difference> differences, List<string> missing) => new()
    {
        Lead = lead.Id,
        Verdict = !differences.IsEmpty ? Verdict.Differs : missing.Count > 0 ? Verdict.CannotBeVerified : Verdict.Ok,
        Playbook = $"{lead.Playbook} {lead.PlaybookVersion}",
        PlaybookHash = lead.PlaybookHash,
        Decision = lead.Decision,
        Points = lead.Score is { } score ? score.Fit + score.Intent : null,
        Differences = differences,
        Remedy = missing.Count == 0
            ? null
            : $"The playbook with hash {missing[0]} is not kept in this store: the file has changed since. Give that version with --playbook FILE.",
    };

    private async ValueTask<Playbook?> FindAsync(string hash, List<string> missing, CancellationToken cancellation)
    {
        var playbook = given.FirstOrDefault(one => string.Equals(one.Hash, hash, StringComparison.Ordinal)) ?? await playbooks.FindAsync(hash, cancellation);
        if (playbook is null && !missing.Contains(hash, StringComparer.Ordinal))
        {
            missing.Add(hash);
        }

        return playbook;
    }
}
