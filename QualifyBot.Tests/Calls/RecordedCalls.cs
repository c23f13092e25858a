using System.Collections.Immutable;
using QualifyBot.Bot.Calls;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Playbooks;

namespace QualifyBot.Tests.Calls;

/// <summary>A call of the tables, and the verdicts that a careful listener would give.</summary>
internal sealed record RecordedCall(string Name, string PlaybookId, ImmutableArray<(string Criterion, Verdict Verdict)> Expected, Call Call)
{
    public Playbook Playbook => Shipped.Catalog.Playbooks[PlaybookId];

    public CallResult Read() => CallReader.Read(Call, Playbook, RecordedCalls.Today);
}

/// <summary>The tables of calls: "= playbook: criterion verdict, ...", then A: the seller and L: the lead, a turn a line.</summary>
internal static class RecordedCalls
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static ImmutableArray<RecordedCall> All { get; } = [.. new[] { "bant", "varied", "frameworks", "further", "spoken", "indirect", "tangled", "whole", "hedged", "hearsay", "plain", "roundabout", "everyday", "languages" }.SelectMany(Read)];

    /// <summary>A call from turns that begin with "A:" or "L:".</summary>
    public static Call Of(params string[] turns) =>
        new("\"call\"", null, [.. turns.Select((turn, index) => new CallTurn(index, null, turn[0] == 'A' ? Speaker.Agent : Speaker.Lead, turn[2..].Trim()))]);

    private static IEnumerable<RecordedCall> Read(string table)
    {
        using var reader = new StreamReader(typeof(RecordedCalls).Assembly.GetManifestResourceStream($"calls/{table}")!);
        var blocks = reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        return blocks.Select(block => block.Trim().Split('\n')).Where(static lines => lines[0].StartsWith('=')).Select((lines, index) => Parse($"{table} {index + 1}", lines));
    }

    private static RecordedCall Parse(string name, string[] lines)
    {
        var (playbook, verdicts) = lines[0][1..].Split(':', 2) is [var id, var rest] ? (id.Trim(), rest) : throw new FormatException(lines[0]);
        var expected = verdicts.Split(',').Select(static one => one.Trim().Split(' ')).Select(static pair => (pair[0], Enum.Parse<Verdict>(pair[1], ignoreCase: true)));
        return new RecordedCall(name, playbook, [.. expected], Of(lines[1..]));
    }
}
