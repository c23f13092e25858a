using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Reads a turn of a talk.</summary>
internal static class TurnParser
{
    /// <summary>Keys of what happens; a turn has one of them, or only lets time pass.</summary>
    private static readonly ImmutableArray<string> Deeds = ["joins", "says", "clicks", "submits", "attaches", "event", "again", "leaves", "signal", "colleague"];

    private static readonly ImmutableArray<string> Single = ["question", "grade", "stage", "temperature", "outcome", "route", "silent"];
    private static readonly ImmutableArray<string> Lists = ["replies", "not_replies", "contains", "lacks", "rules", "not_rules", "acts", "work"];
    private static readonly ImmutableArray<string> Maps = ["slots", "lead", "conversation"];
    private static readonly ImmutableArray<string> Parts = ["total", "fit", "intent"];

    private static readonly Dictionary<string, TimeSpan> Units = new(StringComparer.Ordinal)
    {
        ["second"] = TimeSpan.FromSeconds(1), ["minute"] = TimeSpan.FromMinutes(1), ["hour"] = TimeSpan.FromHours(1), ["day"] = TimeSpan.FromDays(1), ["week"] = TimeSpan.FromDays(7),
    };

    /// <summary>The turn, or null where there are faults.</summary>
    public static TalkTurn? Parse(MapReader turn)
    {
        var (after, at, model) = (AfterOf(turn), TalkFileParser.TimeOf(turn, "at"), turn.Text("model"));
        var (visitor, breaks, file) = (turn.Text("visitor"), turn.Flag("breaks"), turn.Text("file"));
        var deed = DeedOf(turn, hasTime: after is not null || at is not null);
        var expected = ExpectedOf(turn);
        turn.Finish();
        return deed is null ? null : new TalkTurn(deed, turn.Map.Line, turn.Map.Column) { After = after ?? TimeSpan.Zero, At = at, Visitor = visitor ?? "", Breaks = breaks, File = file, Model = model, Expected = expected };
    }

    private static TurnDeed? DeedOf(MapReader turn, bool hasTime)
    {
        string[] given = [.. Deeds.Where(turn.Has)];
        foreach (var key in Deeds)
        {
            _ = turn.Value(key);
        }

        if (given.Length == 0 && hasTime)
        {
            return new TurnDeed.Waits();
        }

        if (given.Length != 1)
        {
            turn.Faults.Add(turn.Map, given.Length == 0 ? "Nothing happens in this turn." : $"Several things happen in this turn: {string.Join(", ", given)}.", $"Give each turn one of: {string.Join(", ", Deeds)}.");
            return null;
        }

        return DeedOf(turn, given[0]);
    }

    private static TurnDeed? DeedOf(MapReader turn, string key) => key switch
    {
        "joins" => turn.Flag(key) ? new TurnDeed.Joins() : null,
        "again" => turn.Flag(key) ? new TurnDeed.SendsAgain() : null,
        "leaves" => turn.Flag(key) ? new TurnDeed.Leaves() : null,
        "submits" => JsonOf(turn),
        _ when turn.Text(key) is { } text => key switch
        {
            "says" => new TurnDeed.Says(text),
            "clicks" => new TurnDeed.Clicks(text),
            "attaches" => new TurnDeed.Attaches(text),
            "event" => new TurnDeed.Reports(text),
            "colleague" => new TurnDeed.Colleague(text, turn.Text("name")),
            _ => new TurnDeed.Signals(text),
        },
        _ => null,
    };

    private static TurnDeed.Submits? JsonOf(MapReader turn)
    {
        if (turn.Text("submits") is not { } text)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return new TurnDeed.Submits(text);
        }
        catch (JsonException problem)
        {
            turn.Faults.Add(turn.Value("submits")!, $"This is no JSON: {problem.Message}", "Write the value as JSON in single quotes.");
            return null;
        }
    }

    private static TimeSpan? AfterOf(MapReader turn)
    {
        if (turn.Text("after") is not { } text)
        {
            return null;
        }

        if (text.Split(' ') is [var number, var unit] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 100_000 && Units.TryGetValue(unit.TrimEnd('s'), out var length))
        {
            return length * count;
        }

        turn.Faults.Add(turn.Value("after")!, $"'{text}' is no length of time.", "Write it as '20 minutes', '3 days' or '2 weeks'.");
        return null;
    }

    private static ImmutableArray<Expectation> ExpectedOf(MapReader turn)
    {
        var expected = new List<Expectation>();
        foreach (var key in Single)
        {
            expected.AddRange(turn.Text(key) is { } wanted ? [Of(key, null, wanted, turn.Value(key)!)] : []);
        }

        foreach (var key in Lists)
        {
            expected.AddRange(ItemsOf(turn, key));
        }

        foreach (var key in Maps)
        {
            expected.AddRange(turn.Has(key) ? turn.Entries(key, (name, value, _) => ScalarReader.Text(value, $"'{name}'", turn.Faults) is { } wanted ? Of(key, name, wanted, value) : null) : []);
        }

        expected.AddRange(turn.Value("buttons") is { } buttons ? [Of("buttons", null, string.Join(" | ", turn.Texts("buttons") ?? []), buttons)] : []);
        expected.AddRange(ScoreOf(turn));
        return [.. expected.OrderBy(static one => one.Line).ThenBy(static one => one.Column)];
    }

    private static IEnumerable<Expectation> ItemsOf(MapReader turn, string key) => turn.Value(key) switch
    {
        null => [],
        YamlValue.List { Items.IsEmpty: false } list => list.Items.Select(item => ScalarReader.Text(item, $"'{key}'", turn.Faults) is { } wanted ? Of(key, null, wanted, item) : null).OfType<Expectation>(),
        var value => ScalarReader.Text(value, $"'{key}'", turn.Faults) is { } wanted ? [Of(key, null, wanted, value)] : [],
    };

    private static ImmutableArray<Expectation> ScoreOf(MapReader turn) => turn.Value("score") switch
    {
        null => [],
        YamlValue.Map => turn.Entries("score", (name, value, _) => PartOf(turn, name, value)),
        var total => ScalarReader.Int(total, "'score'", turn.Faults) is { } points ? [Of("score", "total", points.ToString(CultureInfo.InvariantCulture), total)] : [],
    };

    private static Expectation? PartOf(MapReader turn, string name, YamlValue value)
    {
        if (!Parts.Contains(name, StringComparer.Ordinal))
        {
            turn.Faults.Add(value, $"A score has no part '{name}'.", Nearest.Remedy(name, Parts));
        }

        return ScalarReader.Int(value, $"'{name}'", turn.Faults) is { } points ? Of("score", name, points.ToString(CultureInfo.InvariantCulture), value) : null;
    }

    private static Expectation Of(string key, string? name, string wanted, YamlValue at) => new(key, name, wanted, at.Line, at.Column);
}
