using System.Text.Json;
using QualifyBot.Bot.Calls;
using QualifyBot.Tests.Scoring;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Calls;

public sealed class CallLineTests
{
    private const string Good = """{"id": 7, "turns": [{"time": "10:00", "speaker": "agent", "text": "Do you have a budget?"}, {"time": "10:01", "speaker": "lead", "text": "Yes, 20k."}]}""";

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("[]", "no JSON object")]
    [InlineData("""{"turns": []}""", "no \"id\"")]
    [InlineData("""{"id": "a"}""", "no \"turns\"")]
    [InlineData("""{"id": "a", "turns": [1]}""", "Turn 1 is no object")]
    [InlineData("""{"id": "a", "turns": [{"speaker": "robot", "text": "x"}]}""", "does not say who speaks")]
    [InlineData("""{"id": "a", "turns": [{"speaker": "lead"}]}""", "has no \"text\"")]
    [InlineData("""{"id": "a", "turns": [{"speaker": "lead", "text": "\ud800"}]}""", "half of a character")]
    public void A_broken_line_is_told_with_its_remedy(string line, string problem)
    {
        var (call, told) = CallLine.Parse(line);
        Assert.Null(call);
        Assert.Contains(problem, told, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_words_are_read_in_linear_time_and_quoted_as_they_stand() => Any.Check(40, any =>
    {
        string[] parts = ["yes", "no", "50k", "?", "budget", "\u0000", "😀", "\n", "you ", "or ", "who ", "decides ", "((((", new string('a', 2000), "so ", ",", "January "];
        var turns = Enumerable.Range(0, 6).Select(index => $"{(index % 2 == 0 ? 'A' : 'L')}:{string.Concat(Enumerable.Range(0, 40).Select(_ => any.One<string>(parts)))}").ToArray();
        using var line = JsonDocument.Parse(CallReply.Write(CallReader.Read(RecordedCalls.Of(turns), Shipped.Bant, RecordedCalls.Today)));
        Assert.Equal("call", line.RootElement.GetProperty("id").GetString());
    });

    [Fact]
    public async Task Calls_go_in_and_verdicts_come_out_and_a_broken_line_stops_nothing()
    {
        using var folder = new TempFolder();
        var input = folder.File("calls.jsonl");
        await File.WriteAllTextAsync(input, $"{Good}\n\nbroken\n{Good}\n");
        var ended = await HostProcess.RunAsync(["qualify", "--transcripts", input, "--date", "2026-11-22"]);
        var lines = ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((1, 2), (ended.Code, lines.Length));
        Assert.Contains($"{input}:3: The line is no JSON", ended.Errors, StringComparison.Ordinal);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal(7, first.RootElement.GetProperty("id").GetInt32());
        Assert.Equal("met", first.RootElement.GetProperty("criteria").GetProperty("budget").GetString());
        Assert.Equal("unknown", first.RootElement.GetProperty("criteria").GetProperty("need").GetString());
        Assert.False(first.RootElement.GetProperty("settled").GetBoolean());
    }
}
