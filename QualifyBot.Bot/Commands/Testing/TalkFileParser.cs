using System.Collections.Immutable;
using System.Globalization;
using QualifyBot.Bot.Extraction;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Reads the file of a talk.</summary>
internal static class TalkFileParser
{
    /// <summary>The key under which all playbooks are meant.</summary>
    public const string EveryPlaybook = "all";

    /// <summary>The talk, or null where there are faults.</summary>
    public static TalkFile? Parse(MapReader root, string file)
    {
        var talk = new TalkFile
        {
            File = file,
            Playbooks = root.Texts("playbook") ?? [],
            Style = root.Text("style"),
            Now = TimeOf(root, "now") ?? TalkFile.Beginning,
            Zone = ZoneOf(root),
            Channel = root.Text("channel") ?? "directline",
            Locale = root.Text("locale"),
            Model = root.Enum<ExtractionMode>("model") ?? ExtractionMode.Rules,
            Booking = root.Has("booking") ? root.Entries("booking", (name, value, _) => ScalarReader.Text(value, $"'{name}'", root.Faults) is { } text ? new Setting(name, text) : null).Select(static one => (one.Name, one.Value)).ToImmutableArray() : [],
            Turns = [.. root.List("talk", TurnParser.Parse, required: true) ?? []],
        };
        root.Finish();
        FindInTurns(talk, root);
        FindInBooking(talk, root);
        return root.Faults.IsEmpty ? talk : null;
    }

    /// <summary>A time with its distance from UTC; null, and a fault, where it is none.</summary>
    public static DateTimeOffset? TimeOf(MapReader root, string key)
    {
        if (root.Text(key) is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        root.Faults.Add(root.Value(key)!, $"'{text}' is no time.", "Write it as 2026-01-12T09:00:00Z.");
        return null;
    }

    private sealed record Setting(string Name, string Value);

    private static string? ZoneOf(MapReader root)
    {
        var zone = root.Text("zone");
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            root.Faults.Add("zone", $"There is no time zone '{zone}'.", "Write an IANA id, such as Europe/Berlin.");
        }

        return zone;
    }

    private static void FindInBooking(TalkFile talk, MapReader root)
    {
        try
        {
            foreach (var problem in new BookingOptionsCheck().Validate(null, TalkStage.BookingOf(talk)).Failures ?? [])
            {
                root.Faults.Add("booking", problem, "Mend the setting.");
            }
        }
        catch (InvalidOperationException problem)
        {
            root.Faults.Add("booking", problem.Message, "Mend the setting.");
        }
    }

    private static void FindInTurns(TalkFile talk, MapReader root)
    {
        var scripted = talk.Turns.FirstOrDefault(static turn => turn.Model is not null);
        if (scripted is not null && talk.Model is ExtractionMode.Rules)
        {
            root.Faults.Add(scripted.Line, scripted.Column, "The model replies here, but no model is asked in this talk.", "Add 'model: always' (or assist) at the top of the file.");
        }

        if (talk.Turns.FirstOrDefault() is { Deed: TurnDeed.SendsAgain } first)
        {
            root.Faults.Add(first.Line, first.Column, "There is no activity to send again yet.", "Let the visitor do something first.");
        }
    }
}
