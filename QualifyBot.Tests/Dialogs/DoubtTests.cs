using System.Text.Json;
using QualifyBot.Bot.Extraction;
using QualifyBot.Tests.Extraction;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

/// <summary>The rules read one answer and the model another: neither fills until the visitor has said which is meant, and the question comes once.</summary>
public sealed class DoubtTests : IAsyncLifetime
{
    private const string Unclear = "last time it was 15k a year, though 50k a year is what Wren has in mind";
    private const string Open = "we copy it all by hand, last time 15k a year, though 50k a year is what Wren has in mind";

    private ModelServer server = null!;
    private FakeChannel channel = null!;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("redis")]
    public async Task Both_readings_are_shown_as_buttons_and_the_clicked_one_fills_with_the_words_of_the_first_message(string store)
    {
        using var box = new StoreBox(store);
        await using var host = await StartAsync(box.Settings);
        var visitor = await AskedForBudgetAsync(host);
        var asked = await visitor.SayAsync(Unclear);
        asked.Says("talk.doubt");
        Assert.Equal("Just to be sure I got that right: did you mean $15,000 a year or $50,000 a year?", asked.Text);
        Assert.Equal(["$15,000 a year", "$50,000 a year"], asked.Buttons);
        Assert.Null(Budget(await host.LeadAsync(visitor)));
        (await visitor.SayAsync("$50,000 a year")).Says("talk.thanks", "summary.card", "book.fit", "book.contact");
        var evidence = Budget(await host.LeadAsync(visitor))!.Value.GetProperty("evidence");
        Assert.Equal(("50k a year", "model"), (evidence.GetProperty("quote").GetString(), evidence.GetProperty("reader").GetString()));
        Assert.Equal("50k a year", Unclear.Substring(evidence.GetProperty("start").GetInt32(), evidence.GetProperty("length").GetInt32()));
    }

    [Theory]
    [InlineData("$15,000 a year", 15_000)]
    [InlineData("the first one", 15_000)]
    [InlineData("1", 15_000)]
    [InlineData("The second one, please.", 50_000)]
    [InlineData("the latter", 50_000)]
    [InlineData("2", 50_000)]
    [InlineData("I mean 50k", 50_000)]
    [InlineData("neither, rather $60k", 60_000)]
    [InlineData("about 20k", 20_000)]
    public async Task A_button_its_place_or_a_fresh_value_settles_it(string answer, int amount)
    {
        await using var host = await StartAsync();
        var visitor = await AskedForBudgetAsync(host);
        await visitor.SayAsync(Unclear);
        var asked = server.Requests.Count;
        (await visitor.SayAsync(answer)).EndsWith("book.contact");
        Assert.Equal(amount, Budget(await host.LeadAsync(visitor))!.Value.GetProperty("value").GetProperty("min").GetInt32());
        Assert.Equal(asked, server.Requests.Count);
    }

    [Fact]
    public async Task It_is_asked_once_and_then_the_open_question_again()
    {
        await using var host = await StartAsync();
        var visitor = await AskedForBudgetAsync(host);
        await visitor.SayAsync(Unclear);
        (await visitor.SayAsync("blorp")).Says("talk.not_understood", "bant.budget.ask");
        Assert.Null(Budget(await host.LeadAsync(visitor)));
        (await visitor.SayAsync("30k")).EndsWith("book.contact");
    }

    [Fact]
    public async Task Neither_brings_the_open_question_back_without_a_word_of_blame()
    {
        await using var host = await StartAsync();
        var visitor = await AskedForBudgetAsync(host);
        await visitor.SayAsync(Unclear);
        (await visitor.SayAsync("no, neither")).Says("bant.budget.ask");
    }

    [Fact]
    public async Task Who_would_rather_not_say_is_not_asked_again()
    {
        await using var host = await StartAsync();
        var visitor = await AskedForBudgetAsync(host);
        await visitor.SayAsync(Unclear);
        (await visitor.SayAsync("I'd rather not say")).Says("talk.withheld", "summary.card", "book.fit", "book.contact");
    }

    [Fact]
    public async Task A_question_back_is_answered_and_the_doubt_put_again()
    {
        await using var host = await StartAsync();
        var visitor = await AskedForBudgetAsync(host);
        var asked = await visitor.SayAsync(Unclear);
        var again = await visitor.SayAsync("why do you ask?");
        again.Says("talk.why", "talk.doubt");
        Assert.Equal(asked.Buttons, again.Buttons);
        (await visitor.SayAsync(asked.Buttons[0])).EndsWith("book.contact");
    }

    [Fact]
    public async Task In_the_first_message_what_is_clear_fills_and_what_is_not_is_asked()
    {
        await using var host = await StartAsync();
        var visitor = new Visitor(channel, host.Http);
        (await visitor.SayAsync(Open)).EndsWith("talk.doubt");
        var lead = await host.LeadAsync(visitor);
        Assert.Null(Budget(lead));
        Assert.Contains("\"need\"", lead.GetRawText(), StringComparison.Ordinal);
        (await visitor.SayAsync("blorp")).EndsWith("bant.headcount.ask");
    }

    [Fact]
    public async Task A_human_comes_before_a_doubt()
    {
        await using var host = await StartAsync();
        var visitor = await AskedForBudgetAsync(host);
        await visitor.SayAsync(Unclear);
        (await visitor.SayAsync("I want to talk to a human")).EndsWith("hand_off.contact");
        (await visitor.SayAsync("anna@acme.example")).EndsWith("hand_off.done");
    }

    [Fact]
    public async Task Another_host_takes_the_answer_to_a_doubt()
    {
        using var box = new StoreBox("redis");
        await using var host = await StartAsync(box.Settings);
        await using var other = await StartAsync(box.Settings);
        var visitor = await AskedForBudgetAsync(host);
        await visitor.SayAsync(Unclear);
        visitor.Host = other.Http;
        (await visitor.SayAsync("the first one")).EndsWith("book.contact");
        Assert.Equal(15_000, Budget(await other.LeadAsync(visitor))!.Value.GetProperty("value").GetProperty("min").GetInt32());
    }

    public async Task InitializeAsync()
    {
        channel = await FakeChannel.StartAsync();
        server = await ModelServer.StartAsync();
        server.Answer = (context, _) =>
        {
            var isUnclear = server.Requests.Last().Body.Contains("50k a year", StringComparison.Ordinal);
            return ModelServer.SayAsync(context, isUnclear ? Readers.Reply(("budget", "50k a year", null)) : Readers.Reply());
        };
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await channel.DisposeAsync();
    }

    private Task<TestHost> StartAsync(params string[] settings) => TestHost.StartAsync(
        [.. ModelHostTests.Settings(server.Options(ModelProvider.OpenAI)), "--Extraction:Mode", "always", "--Extraction:BudgetMilliseconds", "20000", .. settings]);

    private async Task<Visitor> AskedForBudgetAsync(TestHost host)
    {
        var visitor = new Visitor(channel, host.Http);
        (await visitor.SayAllAsync("We copy and paste by hand", "300 people", "next month", "I decide that myself")).EndsWith("bant.budget.ask");
        return visitor;
    }

    private static JsonElement? Budget(JsonElement lead)
    {
        var found = lead.GetProperty("answers").EnumerateArray().Where(answer => answer.GetProperty("slot").GetString() == "budget").ToArray();
        return found.Length == 0 ? null : found[0];
    }
}
