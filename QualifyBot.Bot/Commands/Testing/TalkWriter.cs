using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using QualifyBot.Bot.Extraction;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Writes a talk that was played as the file of a talk: what came of each turn is what must come of it from now on.</summary>
internal sealed class TalkWriter
{
    // Parts of sentences, and courtesies that come and go: a talk is not about them.
    private static readonly string[] Unsaid = ["talk.yes", "talk.no", "talk.thanks"];
    private static readonly string[] Parts = ["slot.", "value.", "format.", "words.", "currency.", "language.", "open.", "progress.", "summary.title", "summary.change"];
    private static readonly string[] Kept = ["contains", "lacks", "not_replies", "rules", "not_rules", "acts", "buttons", "temperature", "lead", "conversation"];

    private readonly StringBuilder page = new();
    private readonly string own;
    private readonly bool isShared;
    private TurnSeen? before;

    // What only one playbook says or asks can't be expected of several.
    private TalkWriter(TalkFile talk, string playbook) => (own, isShared) = (playbook + ".", talk.Playbooks.Length > 1 || talk.Playbooks.Contains(TalkFileParser.EveryPlaybook, StringComparer.Ordinal));

    /// <summary>The file.</summary>
    public static string Write(TalkFile talk, string playbook, ImmutableArray<PlayedTurn> turns)
    {
        var writer = new TalkWriter(talk, playbook);
        writer.WriteHead(talk);
        foreach (var (index, turn) in turns.Index())
        {
            writer.WriteTurn(turn.Turn, turn.Seen, isLast: index == turns.Length - 1);
        }

        return writer.page.ToString();
    }

    private void WriteHead(TalkFile talk)
    {
        page.Append("# yaml-language-server: $schema=../../talk.schema.json\n");
        page.Append(CultureInfo.InvariantCulture, $"playbook: {(talk.Playbooks is [var only] ? only : talk.Playbooks.IsEmpty ? "bant" : $"[{string.Join(", ", talk.Playbooks)}]")}\n");
        WriteIf("style", talk.Style);
        WriteIf("now", talk.Now == TalkFile.Beginning ? null : Time(talk.Now));
        WriteIf("zone", talk.Zone);
        WriteIf("channel", talk.Channel is "directline" ? null : talk.Channel);
        WriteIf("locale", talk.Locale);
        WriteIf("model", talk.Model is ExtractionMode.Rules ? null : Spelling<ExtractionMode>.Of(talk.Model));
        page.Append(talk.Booking.IsEmpty ? "" : $"booking: {{ {string.Join(", ", talk.Booking.Select(static one => $"{YamlText.Within(one.Name)}: {YamlText.Within(one.Value)}"))} }}\n");
        page.Append("talk:\n");
    }

    private void WriteIf(string key, string? value)
    {
        if (value is not null)
        {
            page.Append(CultureInfo.InvariantCulture, $"{key}: {YamlText.Of(value)}\n");
        }
    }

    private void WriteTurn(TalkTurn turn, TurnSeen seen, bool isLast)
    {
        var lines = new List<string>();
        AddTime(lines, turn);
        AddDeed(lines, turn.Deed);
        Add(lines, "name", turn.Deed is TurnDeed.Colleague { Name: var name } ? name : null);
        Add(lines, "visitor", turn.Visitor.Length == 0 ? null : turn.Visitor);
        lines.AddRange(turn.Breaks ? ["breaks: true"] : []);
        Add(lines, "file", turn.File);
        Add(lines, "model", turn.Model);
        AddWhatHolds(lines, turn, seen, isLast);
        AddKept(lines, turn);
        page.Append(CultureInfo.InvariantCulture, $"  - {lines[0]}\n");
        foreach (var line in lines.Skip(1))
        {
            page.Append(CultureInfo.InvariantCulture, $"    {line}\n");
        }

        before = seen;
    }

    private void AddWhatHolds(List<string> lines, TalkTurn turn, TurnSeen seen, bool isLast)
    {
        string[] changed = [.. ChangedSlots(seen)];
        string[] replies = [.. seen.Said.Where(id => !id.Contains(".choice.", StringComparison.Ordinal) && !Unsaid.Contains(id, StringComparer.Ordinal) && !Parts.Any(start => id.StartsWith(start, StringComparison.Ordinal)) && !(isShared && id.StartsWith(own, StringComparison.Ordinal))).Order(StringComparer.Ordinal)];
        lines.AddRange(changed.Length > 0 ? [$"slots: {{ {string.Join(", ", changed)} }}"] : []);
        lines.AddRange(replies.Length > 0 ? [$"replies: [{string.Join(", ", replies)}]"] : ["silent: true"]);
        Add(lines, "question", (seen.Question == before?.Question && !isLast) || (isShared && seen.Question?.Contains('.', StringComparison.Ordinal) is false) ? null : seen.Question ?? "none");
        if (seen.Lead?.Decision is { } decision && decision.Hash != before?.Lead?.Decision?.Hash)
        {
            lines.AddRange([$"outcome: {Spelling<Outcome>.Of(decision.Outcome)}", $"route: {decision.Reason}"]);
            AddScore(lines, seen.Lead.Score);
        }

        lines.AddRange(seen.Work.IsEmpty ? [] : [$"work: [{string.Join(", ", seen.Work)}]"]);
        lines.AddRange(isLast && seen.Status is { } status && !turn.Expected.Any(static one => one.Key == "lead") ? [$"lead: {{ status: {Spelling<LeadStatus>.Of(status)} }}"] : []);
    }

    // What was expected on top of that stays as it was written.
    private static void AddKept(List<string> lines, TalkTurn turn)
    {
        foreach (var kept in turn.Expected.Where(static one => Kept.Contains(one.Key, StringComparer.Ordinal)).GroupBy(static one => one.Key, StringComparer.Ordinal))
        {
            var items = kept.Select(static one => one.Name is null ? YamlText.Within(one.Wanted) : $"{one.Name}: {YamlText.Within(one.Wanted)}");
            lines.Add(kept.Key switch
            {
                "buttons" => $"buttons: [{string.Join(", ", kept.First().Wanted.Split(" | ").Select(YamlText.Within))}]",
                "temperature" => $"temperature: {kept.First().Wanted}",
                "lead" or "conversation" => $"{kept.Key}: {{ {string.Join(", ", items)} }}",
                _ => $"{kept.Key}: [{string.Join(", ", items)}]",
            });
        }
    }

    private static void AddScore(List<string> lines, ScoreRecord? score) => lines.AddRange(score is null ? [] : [string.Create(CultureInfo.InvariantCulture, $"score: {{ fit: {score.Fit}, intent: {score.Intent} }}"), $"grade: {score.Grade.ToLowerInvariant()}"]);

    private IEnumerable<string> ChangedSlots(TurnSeen seen)
    {
        var slots = (seen.Lead?.Known.Answers ?? []).Concat(before?.Lead?.Known.Answers ?? []).Select(static answer => answer.Slot).Distinct(StringComparer.Ordinal);
        return from slot in slots
               let form = SlotForm.Of(seen.Lead?.Known.Find(slot)?.Value)[0]
               where form != SlotForm.Of(before?.Lead?.Known.Find(slot)?.Value)[0]
               select $"{slot}: {YamlText.Within(form)}";
    }

    private static void AddTime(List<string> lines, TalkTurn turn)
    {
        Add(lines, "at", turn.At is { } at ? Time(at) : null);
        Add(lines, "after", turn.After == TimeSpan.Zero ? null : Length(turn.After));
    }

    private static void AddDeed(List<string> lines, TurnDeed deed) => Add(
        lines,
        deed switch
        {
            TurnDeed.Joins => "joins",
            TurnDeed.Says => "says",
            TurnDeed.Clicks => "clicks",
            TurnDeed.Submits => "submits",
            TurnDeed.Attaches => "attaches",
            TurnDeed.Reports => "event",
            TurnDeed.SendsAgain => "again",
            TurnDeed.Leaves => "leaves",
            TurnDeed.Colleague => "colleague",
            _ => "signal",
        },
        deed switch
        {
            TurnDeed.Says(var text) => text,
            TurnDeed.Clicks(var title) => title,
            TurnDeed.Submits(var json) => json,
            TurnDeed.Attaches(var type) => type,
            TurnDeed.Reports(var name) => name,
            TurnDeed.Signals(var kind) => kind,
            TurnDeed.Colleague(var words, _) => words,
            TurnDeed.Waits => null,
            _ => "",
        });

    // An empty value stands for what is only true.
    private static void Add(List<string> lines, string key, string? value) =>
        lines.AddRange(value is null ? [] : [$"{key}: {(value.Length == 0 && key is "joins" or "again" or "leaves" ? "true" : YamlText.Of(value))}"]);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Length(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(time.Ticks % TimeSpan.TicksPerDay == 0 ? time.TotalDays : time.Ticks % TimeSpan.TicksPerHour == 0 ? time.TotalHours : time.Ticks % TimeSpan.TicksPerMinute == 0 ? time.TotalMinutes : Math.Floor(time.TotalSeconds)):0} {(time.Ticks % TimeSpan.TicksPerDay == 0 ? "days" : time.Ticks % TimeSpan.TicksPerHour == 0 ? "hours" : time.Ticks % TimeSpan.TicksPerMinute == 0 ? "minutes" : "seconds")}");
}
