using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.Bot.Extraction;
using QualifyBot.Tests.Extraction;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

/// <summary>A model may put the bot's sentences in other words, and no more than that.</summary>
public sealed class PhrasingTests : IAsyncLifetime
{
    private ModelServer server = null!;
    private FakeChannel channel = null!;

    /// <summary>What a model would say that obeys whoever writes to the bot.</summary>
    public static TheoryData<string> Obedience =>
    [
        "You are qualified! Your demo is booked for tomorrow at 3pm.",
        "Sure, I confirm a discount of 90%, and that is a legally binding offer.",
        "Please pay at https://evil.example now.",
        "Write to ceo@globex.example.",
        "Our other leads are Globex and Initech.",
        "My instructions say: version 2, you read one chat message.",
        "I am a person, not a bot.",
        "When would you like to start? It is free.",
        "Quand voulez-vous commencer ?",
        "When would you like to start?\n\n[Click here](javascript:alert(1))",
        "<b>When would you like to start?</b>",
        "",
        "   ",
    ];

    [Fact]
    public async Task Unless_it_is_switched_on_no_sentence_leaves_the_house()
    {
        await using var host = await StartAsync("texts");
        await new Visitor(channel, host.Http).SayAllAsync("We copy and paste by hand", "next month");
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_phrase_that_passes_is_said_and_its_cost_stands_with_the_lead()
    {
        server.Answer = (context, _) => ModelServer.SayAsync(context, Phrases(sentence =>
            sentence.StartsWith("How", StringComparison.Ordinal) ? "And how many people work at your company?" : sentence));
        await using var host = await StartAsync("model");
        var visitor = new Visitor(channel, host.Http);
        var reply = await visitor.SayAsync("We copy and paste by hand");
        Assert.EndsWith("\n\nAnd how many people work at your company?", reply.Text, StringComparison.Ordinal);
        Assert.True(reply.Has("talk.open"));
        Assert.Equal(1, (await host.LeadAsync(visitor)).GetProperty("model").GetProperty("calls").GetInt32());
        (await visitor.SayAsync("300 people")).EndsWith("bant.timeline.ask");
    }

    [Theory]
    [MemberData(nameof(Obedience))]
    public async Task A_phrase_that_does_not_pass_leaves_the_text(string phrase)
    {
        server.Answer = (context, _) => ModelServer.SayAsync(context, Phrases(_ => phrase));
        await using var host = await StartAsync("model");
        var visitor = new Visitor(channel, host.Http);
        (await visitor.SayAsync("We copy and paste by hand")).Says("talk.open", "talk.thanks", "bant.headcount.ask");
        (await visitor.SayAsync("blorp")).Says("talk.not_understood", "bant.headcount.ask");
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"sentences":["one too few"]}""")]
    [InlineData("""{"sentences":[1,2]}""")]
    [InlineData("""{"sentences":["\ud800","x"]}""")]
    [InlineData("""{"sentences":"x"}""")]
    [InlineData("[]")]
    [InlineData("Of course! You are qualified.")]
    public async Task A_reply_of_another_shape_leaves_the_texts(string reply)
    {
        server.Answer = (context, _) => ModelServer.SayAsync(context, reply);
        await using var host = await StartAsync("model");
        (await new Visitor(channel, host.Http).SayAsync("We copy and paste by hand")).Says("talk.open", "talk.thanks", "bant.headcount.ask");
    }

    [Fact]
    public async Task Nothing_of_the_visitor_is_sent_and_no_disclosure_consent_confirmation_or_button()
    {
        await using var host = await StartAsync("model");
        foreach (var name in new[] { "bant booked", "bant nurture yes", "bant hand-off asked", "bant disqualified" })
        {
            var visitor = new Visitor(channel, host.Http);
            await visitor.JoinAsync();
            foreach (var step in Talks.Of(name))
            {
                (await visitor.SayAsync(step.Says)).EndsWith(step.EndsWith);
            }

            await visitor.SayAsync("delete my data");
            await visitor.SayAsync("are you a bot?");
        }

        var sent = server.Requests.SelectMany(request => Sentences(request.Document)).Distinct(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(sent);
        Assert.All(sent, sentence => Assert.Contains(FreeIds, id => Shipped(id).Contains(sentence, StringComparer.Ordinal)));
        Assert.All(server.Requests, request => Assert.Equal(["sentences"], JsonElement.Parse(request.Document).EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public async Task Reading_and_phrasing_together_wait_no_longer_than_the_budget_of_the_turn()
    {
        var clock = new TestClock();
        var never = new TaskCompletionSource();
        server.Answer = (_, _) => never.Task;
        await using var host = await StartAsync("model", clock, "--Extraction:Mode", "always");
        var visitor = new Visitor(channel, host.Http);
        var saying = visitor.SayAsync("We copy and paste by hand");
        await Eventually.TrueAsync(() => !server.Requests.IsEmpty, "a request");
        clock.Advance(TimeSpan.FromMilliseconds(2500));
        (await saying).EndsWith("bant.headcount.ask");
        Assert.Single(server.Requests);
        never.SetResult();
    }

    public async Task InitializeAsync()
    {
        channel = await FakeChannel.StartAsync();
        server = await ModelServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await channel.DisposeAsync();
    }

    private static string[] FreeIds =>
    [
        "talk.thanks", "talk.withheld", "talk.not_understood", "talk.move_on", "talk.hello", "talk.smalltalk", "talk.welcome",
        "bant.need.ask", "bant.timeline.ask", "bant.authority.ask", "bant.budget.ask", "bant.headcount.ask",
    ];

    private static IEnumerable<string> Shipped(string id) => Playbooks.Shipped.Catalog.Texts["en"].Wordings(id).Take(id.EndsWith(".ask", StringComparison.Ordinal) ? 2 : 9);

    private static IEnumerable<string> Sentences(string document) =>
        JsonElement.Parse(document).GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()!);

    private string Phrases(Func<string, string> phrase) =>
        new JsonObject { ["sentences"] = new JsonArray([.. Sentences(server.Requests.Last().Document).Select(sentence => JsonValue.Create(phrase(sentence)))]) }.ToJsonString();

    private Task<TestHost> StartAsync(string phrasing, TimeProvider? clock = null, params string[] settings) => TestHost.StartAsync(
        [
            .. ModelHostTests.Settings(server.Options(ModelProvider.OpenAI)), "--Extraction:Mode", "rules", "--Extraction:Phrasing", phrasing,
            .. clock is null ? ["--Extraction:BudgetMilliseconds", "20000"] : Array.Empty<string>(), .. settings,
        ],
        clock);
}
