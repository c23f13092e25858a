using System.Text.Json;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Commands.Testing;

/// <summary>Talks that were held become tests, which go as expected when they are played.</summary>
public sealed class RecordTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_stored_talk_becomes_a_test_by_its_conversation_or_its_lead()
    {
        string[] store = ["--Storage:Path", "talks.db"];
        await HostProcess.RunAsync(["chat", "--conversation", "anna", "--playbook", "champ", .. store], "We copy everything by hand\nI decide that myself\n", folder.Root);
        var recorded = await RecordAsync("anna", store);
        Assert.Contains("playbook: champ\n", recorded, StringComparison.Ordinal);
        Assert.Contains("  - joins: true\n", recorded, StringComparison.Ordinal);
        Assert.Contains("  - says: We copy everything by hand\n    slots: { challenge: manual_work }\n", recorded, StringComparison.Ordinal);
        Assert.Contains("    question: priority\n", recorded, StringComparison.Ordinal);
        Assert.Equal(recorded, await RecordAsync(new QualifyBot.Bot.Turns.ConversationKey("terminal", "anna").LeadId, store));
    }

    [Fact]
    public async Task A_transcript_of_activities_becomes_a_test_with_its_pauses()
    {
        await File.WriteAllTextAsync(folder.File("talk.transcript"), JsonSerializer.Serialize(new object[]
        {
            Activity("1", "bot", "Hello!", "2026-03-02T10:00:00Z"),
            Activity("2", "user", "our tools are out of sync", "2026-03-02T10:00:20Z"),
            Activity("3", "bot", "How many people are you?", "2026-03-02T10:00:21Z"),
            Activity("4", "user", "300: \"people\"", "2026-03-02T11:00:20Z"),
        }));
        var recorded = await RecordAsync("talk.transcript");
        Assert.Contains("now: \"2026-03-02T10:00:00Z\"\n", recorded, StringComparison.Ordinal);
        Assert.Contains("  - after: 1 hours\n    says: \"300: \\\"people\\\"\"\n    slots: { headcount: 300 }\n", recorded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_file_becomes_a_test()
    {
        await File.WriteAllTextAsync(folder.File("talk.chat"), "user=Joe\nbot=QualifyBot\n\nQualifyBot: Hello!\n[Typing]\nJoe: we copy by hand,\nall day long\nQualifyBot: How many people are you?\nJoe: 300\n");
        var recorded = await RecordAsync("talk.chat");
        Assert.Contains("  - says: \"we copy by hand,\\nall day long\"\n    slots: { need: manual_work }\n", recorded, StringComparison.Ordinal);
        Assert.Contains("  - says: 300\n    slots: { headcount: 300 }\n", recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("Typing", recorded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody", "There is no file 'nobody', and the store has no lead or conversation of that id.")]
    [InlineData("torn.transcript", "torn.transcript:1:")]
    [InlineData("empty.chat", "Nobody says anything here.")]
    [InlineData("silent.transcript", "The visitor says nothing in this talk.")]
    public async Task What_is_no_talk_is_told(string source, string problem)
    {
        await File.WriteAllTextAsync(folder.File("torn.transcript"), "[{\"type\": ");
        await File.WriteAllTextAsync(folder.File("empty.chat"), "> a remark\n");
        await File.WriteAllTextAsync(folder.File("silent.transcript"), JsonSerializer.Serialize(new object[] { Activity("1", "bot", "Hello!", "2026-03-02T10:00:00Z") }));
        var run = await HostProcess.RunAsync(["test", "--record", source, "--Storage:Path", ":memory:"], folder: folder.Root);
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains(problem, run.Errors, StringComparison.Ordinal);
    }

    private static object Activity(string id, string role, string text, string at) => new
    {
        type = "message", id, text, timestamp = at, channelId = "emulator", serviceUrl = "http://localhost", conversation = new { id = "c" }, from = new { id = role, role }, recipient = new { id = "other" },
    };

    // What was recorded must hold when it is played.
    private async Task<string> RecordAsync(string source, params string[] settings)
    {
        var recorded = await HostProcess.RunAsync(["test", "--record", source, "--to", "recorded.yaml", .. settings], folder: folder.Root);
        Assert.Equal((0, "", ""), (recorded.Code, recorded.Output, recorded.Errors));
        var played = await HostProcess.RunAsync(["test", "recorded.yaml"], folder: folder.Root);
        Assert.True(played.Code == 0, played.Output + played.Errors);
        return await File.ReadAllTextAsync(folder.File("recorded.yaml"));
    }
}
