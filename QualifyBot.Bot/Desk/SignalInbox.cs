using System.Collections.Immutable;
using System.Text.Json;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Turns;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Lifecycle;

namespace QualifyBot.Bot.Desk;

/// <summary>Takes signals from outside into leads, each once.</summary>
internal sealed class SignalInbox(StoredLeads stored, LeadChanges leads, LeadViews views)
{
    private const int MostSignals = 500;

    /// <summary>Takes signals into a lead: all or none.</summary>
    /// <returns>What became of it, or what is wrong; neither where there is no such lead.</returns>
    public async ValueTask<(ChangeAnswer? Answer, DeskProblem? Problem)> TakeAsync(string leadId, JsonElement body, CancellationToken cancellation)
    {
        if (await stored.FindAsync(leadId, cancellation) is not { } lead)
        {
            return (null, null);
        }

        var (signals, wrong) = new SignalBody(leads.PlaybookOf(lead), leads.Today).Read(body);
        if (wrong is not null)
        {
            return (null, new DeskProblem("BadArgument", wrong));
        }

        var (fresh, isFull) = (ImmutableArray<Signal>.Empty, false);
        var changed = await leads.ChangeAsync(leadId, standing =>
        {
            (fresh, isFull) = New(signals, standing);
            return isFull || fresh.IsEmpty ? null : With(standing, fresh);
        }, cancellation);
        return changed is null ? (null, null)
            : isFull ? (null, new DeskProblem("TooManySignals", $"A lead keeps at most {MostSignals} signals, and these would be more; nothing was stored. Send frequent events once a day, with the day in the id."))
            : (Answer(changed, signals, fresh), null);
    }

    private static (ImmutableArray<Signal> Fresh, bool IsFull) New(ImmutableArray<Signal> signals, LeadRecord lead)
    {
        var known = lead.Known.Signals.Select(signal => signal.Id).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Signal> fresh = [.. signals.Where(signal => known.Add(signal.Id))];
        return (fresh, known.Count > MostSignals);
    }

    private static WantedChange With(LeadRecord lead, ImmutableArray<Signal> fresh) => new(
        lead.Knowing(fresh.Aggregate(lead.Known, static (known, signal) => known.With(signal))), new Happening.Signalled([.. fresh.Select(signal => signal.Id)]));

    private ChangeAnswer Answer(ChangedLead changed, ImmutableArray<Signal> signals, ImmutableArray<Signal> fresh)
    {
        ImmutableArray<string> ids = [.. fresh.Select(signal => signal.Id)];
        return ChangeAnswer.Of(changed, views) with { Accepted = ids, Known = [.. signals.Select(signal => signal.Id).Except(ids, StringComparer.Ordinal)] };
    }
}
