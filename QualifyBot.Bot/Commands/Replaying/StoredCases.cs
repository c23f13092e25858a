using System.Runtime.CompilerServices;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Turns;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Replaying;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>Stored leads under a changed rulebook, each against the version that decided it.</summary>
internal sealed class StoredCases(StoredLeads leads, StoredPlaybooks playbooks, Playbook after, string ofPlaybook, ReplayTotals totals)
{
    /// <summary>Leads of every playbook.</summary>
    public const string All = "all";

    private readonly Dictionary<string, Replayer> replayers = new(StringComparer.Ordinal);

    /// <summary>Plays them one after the other.</summary>
    public async IAsyncEnumerable<(Replayed Lead, Playbook? Before)> PlayAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var found in leads.AllAsync(cancellation))
        {
            if (found.Lead is not { } lead)
            {
                totals.Unreadable++;
                continue;
            }

            if (ofPlaybook != All && !string.Equals(lead.Playbook, ofPlaybook, StringComparison.Ordinal))
            {
                totals.OfOthers++;
                continue;
            }

            var hash = lead.Decision?.PlaybookHash ?? lead.PlaybookHash;
            var before = await playbooks.FindAsync(hash, cancellation);
            if (!replayers.TryGetValue(hash, out var replayer))
            {
                replayers[hash] = replayer = new Replayer(before, after);
            }

            totals.WithoutVersion += before is null ? 1 : 0;
            yield return (replayer.Play(CaseOf(lead, before)), before);
        }
    }

    private static ReplayCase CaseOf(LeadRecord lead, Playbook? before)
    {
        var known = lead.Decision?.Known ?? lead.Known;
        return new ReplayCase(lead.Id, known, known, DayOf(lead, known, before)) { IsDecided = lead.Decision is not null, Stored = new Standpoint(lead.Decision?.Outcome, null) };
    }

    // Where the day was not kept yet, the hash tells which of three it was.
    private static DateOnly DayOf(LeadRecord lead, Lead known, Playbook? before)
    {
        if ((lead.Decision is { } made ? made.Day : lead.Score?.Day) is { } day)
        {
            return day;
        }

        var utc = DateOnly.FromDateTime((lead.Decision?.At ?? lead.UpdatedAt).UtcDateTime);
        return before is null || lead.Decision is not { } decision || utc == DateOnly.MinValue || utc == DateOnly.MaxValue
            ? utc
            : new[] { utc, utc.AddDays(-1), utc.AddDays(1) }.FirstOrDefault(one => string.Equals(Decider.AsItStands(known, before, one).Hash, decision.Hash, StringComparison.Ordinal), utc);
    }
}
