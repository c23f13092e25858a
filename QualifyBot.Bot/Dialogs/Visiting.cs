using System.Collections.Immutable;
using System.Globalization;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Takes what a page tells of a visit into the lead: for the seller to read, and as signals, each kind once a day whatever is claimed.</summary>
internal static class Visiting
{
    /// <summary>Who says so, on signals that come from a page.</summary>
    public const string Source = "widget";

    private const int MostSignals = 100;
    private const int Kept = VisitNews.Most;
    private const int SecondsOfADay = 24 * 60 * 60;

    /// <summary>Takes it in, and scores anew where a signal is new.</summary>
    public static void Take(Talk talk, VisitNews news, VisitRules rules)
    {
        ImmutableArray<VisitEvent> events = [.. news.Events.Where(told => rules.SignalOf(told.Name) is not null)];
        var visit = Merged(talk.Lead.Visit ?? new VisitRecord(), news with { Events = events }, talk.Today);
        var kinds = rules.SignalsOf(FactsOf(visit, news, talk.Today)).Concat(events.Select(told => rules.SignalOf(told.Name)!));
        var known = kinds.Where(kind => talk.Playbook.Signals.Any(read => read.Id == kind)).Aggregate(talk.Lead.Known, (lead, kind) => With(lead, kind, talk.Today));
        talk.Signalled = [.. known.Signals.Except(talk.Lead.Known.Signals).Select(signal => signal.Id)];
        talk.Lead = talk.Lead with { Visit = visit };
        if (!talk.Signalled.IsEmpty)
        {
            talk.Lead = talk.Lead.Knowing(known) with { Score = ScoreRecord.Of(Scorer.Score(known, talk.Playbook, talk.Today), talk.Today) };
        }
    }

    private static Lead With(Lead lead, string kind, DateOnly today)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{Source}-{kind}-{today:yyyy-MM-dd}");
        return lead.Signals.Any(signal => signal.Id == id) || lead.Signals.Count(static signal => signal.Source == Source) >= MostSignals
            ? lead
            : lead.With(new Signal(id, kind, today, Source));
    }

    private static VisitFacts FactsOf(VisitRecord visit, VisitNews news, DateOnly today)
    {
        var arrival = visit.Last is { } last && last.On == today ? last : null;
        return new VisitFacts(
            [.. visit.Pages.Where(page => page.On == today).Select(page => (page.Path, page.Seconds))],
            arrival?.Referrer,
            arrival?.Utm ?? ImmutableDictionary<string, string>.Empty,
            news.Returned);
    }

    private static VisitRecord Merged(VisitRecord visit, VisitNews news, DateOnly today)
    {
        var arrival = news.Arrival is { } came ? new ArrivalRecord(today, came.Page, came.Referrer, came.Utm.Count > 0 ? came.Utm : null) : visit.Last;
        return visit with
        {
            First = visit.First ?? arrival,
            Last = arrival,
            Pages = news.Pages.Aggregate(visit.Pages, (pages, seen) => WithPage(pages, seen, today)),
            Events = [.. visit.Events.Concat(news.Events.Select(told => new SiteEventRecord(told.Name, told.Properties.Count > 0 ? told.Properties : null, today))).TakeLast(Kept)],
        };
    }

    private static ImmutableArray<PageRecord> WithPage(ImmutableArray<PageRecord> pages, (string Path, int Seconds) seen, DateOnly today)
    {
        var before = pages.FirstOrDefault(page => page.Path == seen.Path && page.On == today)?.Seconds ?? 0;
        return [.. pages.Where(page => page.Path != seen.Path).TakeLast(Kept - 1), new PageRecord(seen.Path, Math.Min(before + seen.Seconds, SecondsOfADay), today)];
    }
}
