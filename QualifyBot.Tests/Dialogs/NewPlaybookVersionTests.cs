using System.Text.Json;
using System.Text.RegularExpressions;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Tests.Generated;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

/// <summary>A playbook is changed while somebody talks: the host starts anew with the new version, on the same store.</summary>
public sealed class NewPlaybookVersionTests
{
    private const int TurnsBefore = 2;
    private const int MostTurns = 10;

    public static TheoryData<string> Playbooks => [.. Shipped.Catalog.Playbooks.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task What_is_known_stays_and_only_what_is_new_is_asked(string id)
    {
        using var store = new StoreBox("sqlite");
        var added = id == "champ" ? "authority" : "headcount";
        using var older = WithoutQuestion(added);
        await using var channel = await FakeChannel.StartAsync();
        var persona = new Persona(new Random(7));
        var talk = new TalkOfVersions(channel, persona, id);
        await talk.GoOnAsync([.. store.Settings, "--Talk:Dialogs", older.Root], TurnsBefore);
        var (before, asked) = (talk.Lead!, talk.Asked.ToArray());
        Assert.DoesNotContain(added, asked);
        Assert.Equal(TurnsBefore, before.Known.Answers.Length);
        await talk.GoOnAsync(store.Settings, MostTurns);
        Assert.NotEqual(before.PlaybookHash, talk.Lead!.PlaybookHash);
        Assert.Contains(added, talk.Asked);
        Assert.Equal(talk.Asked.Distinct(StringComparer.Ordinal), talk.Asked);
        Assert.All(before.Known.Answers, answer => Assert.Equal(answer, talk.Lead.Known.Find(answer.Slot)));
        Assert.NotNull(talk.Lead.Decision);
    }

    [Fact]
    public async Task A_question_that_is_gone_is_not_waited_for()
    {
        using var store = new StoreBox("sqlite");
        using var newer = WithoutQuestion("headcount");
        await using var channel = await FakeChannel.StartAsync();
        var talk = new TalkOfVersions(channel, new Persona(new Random(7)), "bant");
        await talk.GoOnAsync(store.Settings, 1);
        Assert.Equal("headcount", talk.Asked[^1]);
        await talk.GoOnAsync([.. store.Settings, "--Talk:Dialogs", newer.Root], MostTurns);
        Assert.Equal(1, talk.Asked.Count(question => question == "headcount"));
        Assert.NotNull(talk.Lead!.Decision);
    }

    private static TempFolder WithoutQuestion(string question)
    {
        var folder = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(Shipped.Folder, "*", SearchOption.AllDirectories))
        {
            var target = folder.File(Path.GetRelativePath(Shipped.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var text = File.ReadAllText(file);
            File.WriteAllText(target, file.Contains("playbooks", StringComparison.Ordinal) ? QuestionOf(question).Replace(text, "") : text);
        }

        return folder;
    }

    // The lines from "- id: headcount" to the next question or the end of the list.
    private static Regex QuestionOf(string id) => new($@"^  - id: {id}\n(    .*\n)+", RegexOptions.Multiline, TimeSpan.FromSeconds(1));

    private sealed class TalkOfVersions(FakeChannel channel, Persona persona, string playbook)
    {
        private readonly string conversation = Guid.NewGuid().ToString("N");
        private int said;

        public List<string> Asked { get; } = [];

        public LeadRecord? Lead { get; private set; }

        public async Task GoOnAsync(string[] settings, int turns)
        {
            await using var host = await TestHost.StartAsync(settings);
            var visitor = new Visitor(channel, host.Http, conversation);
            var open = said == 0 ? await JoinAsync(host, visitor) : await LoadAsync(host, visitor);
            for (var turn = 0; turn < turns && Lead?.Decision is null && open is not null; turn++)
            {
                var message = visitor.Message(persona.Full(Shipped.Catalog.Playbooks[playbook].Questions.Single(question => question.Id == open.Id)));
                message["id"] = $"{conversation}-said-{++said}";
                await visitor.PostAsync(message);
                await visitor.NextAsync();
                open = await LoadAsync(host, visitor);
                if (Lead?.Decision is null && open is not null)
                {
                    Asked.Add(open.Id);
                }
            }
        }

        private async Task<OpenQuestion?> JoinAsync(TestHost host, Visitor visitor)
        {
            await visitor.JoinAsync(playbook);
            var open = await LoadAsync(host, visitor);
            Asked.Add(open!.Id);
            return open;
        }

        private async Task<OpenQuestion?> LoadAsync(TestHost host, Visitor visitor)
        {
            var stored = await host.Store.GetAsync([new(visitor.Key.Partition, visitor.Key.State), new(visitor.Key.Partition, visitor.Key.Lead)], CancellationToken.None);
            Lead = stored[1] is { } lead ? JsonSerializer.Deserialize(lead.Data.Span, DialogsJsonContext.Default.LeadRecord) : null;
            return stored[0] is { } state ? JsonSerializer.Deserialize(state.Data.Span, DialogsJsonContext.Default.ConversationRecord)!.Open : null;
        }
    }
}
