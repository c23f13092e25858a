using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Channels;

/// <summary>What stays of messages that a visitor deletes in the channel: nothing of their words, wherever the bot had put them.</summary>
public sealed class DeletedMessageTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private static readonly string[] Says =
    [
        "Zanzibarquux makes us copy and paste everything by hand, and the whole of our Ecbatanaquux department complains about it every single week",
        "312 people", "by the 17th of March", "I decide that together with our Chief Quuxofficer", "about $43k a year", "anna@tyrecorp.example", "the second one",
        "Why that result?", "Do you integrate with Ninevehsoft?", "We are 4,512 people", "Why that result?",
    ];

    private static readonly string[] Traces = ["Zanzibarquux", "Ecbatanaquux", "312 people", "17th of March", "Quuxofficer", "43k", "tyrecorp", "Ninevehsoft", "4,512"];

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task No_word_of_them_is_stored_any_more_and_what_was_decided_is_still_proved(string store)
    {
        using var box = new StoreBox(store);
        await using (var host = await TestHost.StartAsync(box.Settings))
        {
            var visitor = new Visitor(shared.Channel, host.Http);
            await visitor.SayAllAsync(Says);
            var lead = await host.LeadAsync(visitor);
            Assert.All(Traces, trace => Assert.Contains(trace, lead.ToString(), StringComparison.Ordinal));
            Assert.NotEqual(1, lead.GetProperty("course").GetProperty("decisions").GetArrayLength());
            foreach (var place in Enumerable.Range(1, Says.Length))
            {
                await DeleteAsync(visitor, place);
            }

            Assert.Equal("booked", (await host.LeadAsync(visitor)).GetProperty("status").GetString());
            Assert.NotEmpty((await visitor.SayAsync("hello")).Text);
        }

        Assert.All(Traces, trace => Assert.False(box.Holds(trace), $"'{trace}' is still stored."));
        var (code, output, _) = await HostProcess.RunAsync(["verify", .. box.Settings]);
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Of_a_need_that_was_told_in_two_messages_the_other_half_stays()
    {
        using var box = new StoreBox("sqlite");
        await using (var host = await TestHost.StartAsync(box.Settings))
        {
            var visitor = new Visitor(shared.Channel, host.Http);
            await visitor.SayAllAsync("We copy and paste by hand at Ninevehcorp", "and also we lose data at Zanzibarquux");
            await DeleteAsync(visitor, 2);
        }

        Assert.True(box.Holds("Ninevehcorp"));
        Assert.False(box.Holds("Zanzibarquux"));
    }

    [Fact]
    public async Task An_agreement_stays_provable_without_the_words_in_which_it_was_given()
    {
        var visitor = shared.NewVisitor();
        var steps = Talks.Of("bant nurture yes");
        await visitor.SayAllAsync([.. steps.Select(static step => step.Says)]);
        var before = (await shared.LeadAsync(visitor)).GetProperty("consent");
        await DeleteAsync(visitor, steps.Count - 1);
        var after = (await shared.LeadAsync(visitor)).GetProperty("consent");
        Assert.Equal("yes please …", $"{before.GetProperty("answered")} {after.GetProperty("answered")}");
        Assert.Equal((true, before.GetProperty("asked").GetString(), before.GetProperty("at").GetString()), (after.GetProperty("given").GetBoolean(), after.GetProperty("asked").GetString(), after.GetProperty("at").GetString()));
    }

    [Fact]
    public async Task A_question_stays_until_the_message_that_asked_it_goes()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync("We copy and paste by hand", "Do you integrate with Ninevehsoft?");
        await DeleteAsync(visitor, 1);
        Assert.Equal(1, (await shared.LeadAsync(visitor)).GetProperty("questions").GetArrayLength());
        await DeleteAsync(visitor, 2);
        Assert.Equal(0, (await shared.LeadAsync(visitor)).GetProperty("questions").GetArrayLength());
    }

    [Fact]
    public void A_question_from_before_its_message_was_kept_stands_beside_newer_ones()
    {
        const string stored = """{"id":"0123456789abcdef0123","channel":"x","conversation":"c","createdAt":"2026-01-12T08:00:00Z","updatedAt":"2026-01-12T08:00:00Z","playbook":"bant","playbookVersion":"1.0","playbookHash":"h","questions":["old?"]}""";
        var lead = JsonSerializer.Deserialize(stored, QualifyBot.Bot.Dialogs.DialogsJsonContext.Default.LeadRecord)!.Asking("new?", "m");
        Assert.Equal("old? new?", string.Join(' ', lead.Questions));
        Assert.Equal("old?", Assert.Single(lead.WithoutQuestions((_, message) => message == "m").Questions));
        Assert.Equal("new?", Assert.Single(lead.WithoutQuestions((_, message) => message.Length == 0).Questions));
    }

    [Fact]
    public async Task Letters_within_the_words_of_the_bot_stay()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync("We copy and paste by hand", "e");
        var before = (await shared.LeadAsync(visitor)).GetProperty("transcript");
        await DeleteAsync(visitor, 2);
        var after = (await shared.LeadAsync(visitor)).GetProperty("transcript");
        Assert.Equal(before[3].GetProperty("text").GetString(), after[after.GetArrayLength() - 1].GetProperty("text").GetString());
    }

    private static async Task DeleteAsync(Visitor visitor, int place)
    {
        var edit = visitor.Activity("messageDelete");
        edit["id"] = $"{visitor.Conversation}-{place}";
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(edit));
    }
}
