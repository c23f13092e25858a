using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

/// <summary>An answer counts the same, whether a button was pressed or words were written, on every channel.</summary>
public sealed class ButtonsAndWordsTests(SharedHost shared) : IClassFixture<SharedHost>
{
    // Where numbers stand before the answers, a number is one of them; elsewhere it is what the visitor means by it.
    private static readonly string[] Channels = ["emulator", "sms"];

    /// <summary>Every question with choices of every playbook.</summary>
    public static TheoryData<string, string> Questions
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var playbook in Shipped.Catalog.Playbooks.Values.OrderBy(playbook => playbook.Id, StringComparer.Ordinal))
            {
                foreach (var question in playbook.Questions.Where(question => question.Choices.Length > 1))
                {
                    data.Add(playbook.Id, question.Id);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Button_number_ordinal_slip_and_words_are_the_same_answer(string playbook, string question)
    {
        var asked = Shipped.Catalog.Playbooks[playbook].Questions.Single(one => one.Id == question);
        var texts = Shipped.Catalog.Texts["en"];
        var second = texts.Get(PlaybookTexts.Label(Shipped.Catalog.Playbooks[playbook], asked, asked.Choices[1]));
        foreach (var channel in Channels)
        {
            var click = await AnswerAsync(channel, playbook, asked, second);
            Assert.Equal("choice", click.Reader);
            foreach (var words in (string?[])[channel == "sms" ? "2" : null, "the second one", second.ToUpperInvariant(), WithSlip(second), "number two please"])
            {
                if (words is not null)
                {
                    var other = await AnswerAsync(channel, playbook, asked, words);
                    Assert.True(click.Value == other.Value, $"On {channel} '{words}' became {other} and not {click}");
                }
            }
        }
    }

    [Fact]
    public async Task Buttons_are_what_the_channel_has()
    {
        foreach (var (channel, kind) in ((string, string)[])[("directline", "suggested"), ("webchat", "suggested"), ("telegram", "suggested"), ("slack", "card"), ("msteams", "card"), ("sms", "numbers"), ("email", "numbers")])
        {
            var reply = await AskWithChoicesAsync(channel, $"{channel}-{Guid.NewGuid():N}", "bant");
            var text = (string)reply["text"]!;
            Assert.Equal(kind == "suggested", reply["suggestedActions"] is not null);
            Assert.Equal(kind == "card", reply["attachments"] is not null);
            Assert.Equal(kind == "numbers", text.Contains("\n2. ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_figure_is_a_figure_where_the_answers_bear_no_numbers()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync("We copy and paste by hand", "blorp", "blorp");
        await visitor.SayAsync("3");
        var answers = (await shared.LeadAsync(visitor)).GetProperty("answers").EnumerateArray();
        var evidence = answers.Single(answer => answer.GetProperty("slot").GetString() == "headcount").GetProperty("evidence");
        Assert.Equal("3", evidence.GetProperty("quote").GetString());
        Assert.NotEqual("choice", evidence.GetProperty("reader").GetString());
    }

    private static string? WithSlip(string label)
    {
        var word = label.Split(' ').FirstOrDefault(part => part.Length >= 5 && part.All(char.IsAsciiLetterLower));
        return word is null ? null : label.Replace(word, word[..2] + word[3..], StringComparison.Ordinal);
    }

    private async Task<JsonNode> AskWithChoicesAsync(string channel, string conversation, string playbook)
    {
        var visitor = shared.NewVisitor(conversation);
        JsonArray said = [];
        foreach (var words in (string[])["We copy and paste by hand", "blorp", "blorp"])
        {
            var message = visitor.Message(words, playbook);
            message["channelId"] = channel;
            said = await visitor.ExpectRepliesAsync(message);
        }

        return said.Single()!;
    }

    // The question is asked as after two answers that were not understood: with its choices.
    private async Task<(string Value, string Reader)> AnswerAsync(string channel, string playbook, Question question, string words)
    {
        var visitor = shared.NewVisitor($"{channel}-{Guid.NewGuid():N}");
        await StageAsync(visitor, channel, playbook, question);
        var message = visitor.Message(words, playbook);
        message["channelId"] = channel;
        await visitor.ExpectRepliesAsync(message);
        var key = new ConversationKey(channel, visitor.Conversation);
        var lead = await shared.Host.GetAsync("/api/leads/" + key.LeadId);
        var answer = lead.GetProperty("answers").EnumerateArray().FirstOrDefault(answer => answer.GetProperty("slot").GetString() == question.Slot.Id);
        return answer.ValueKind is JsonValueKind.Undefined ? ("nothing", "") : (answer.GetProperty("value").GetRawText(), answer.GetProperty("evidence").GetProperty("reader").GetString()!);
    }

    private async Task StageAsync(Visitor visitor, string channel, string playbook, Question question)
    {
        var key = new ConversationKey(channel, visitor.Conversation);
        var texts = Shipped.Catalog.Texts["en"];
        var rules = Shipped.Catalog.Playbooks[playbook];
        var open = new OpenQuestion(
            question.Id, question.Slot.Id, [question.Slot.Type], texts.Wordings(PlaybookTexts.Ask(rules, question))[^1],
            [.. question.Choices.Select(choice => texts.Get(PlaybookTexts.Label(rules, question, choice)))], Asked: 3, Misses: 2);
        var conversation = new ConversationRecord { Playbook = playbook, Greeted = true, Open = open };
        var json = JsonSerializer.SerializeToUtf8Bytes(conversation, DialogsJsonContext.Default.ConversationRecord);
        Assert.True(await shared.Host.Store.CommitAsync(key.Partition, [new StoreChange.Put(key.State, json, 0)], CancellationToken.None));
    }
}
