using Microsoft.Extensions.Logging;
using QualifyBot.Bot;
using QualifyBot.Bot.Extraction;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Extraction;

/// <summary>The whole product with a model behind its settings.</summary>
public sealed class ModelHostTests
{
    [Theory]
    [InlineData("--Extraction:Provider gemini", "Extraction")]
    [InlineData("--Extraction:Provider openai --Extraction:Model m", "Extraction:Key: is missing")]
    [InlineData("--Extraction:Provider anthropic --Extraction:Model m --Extraction:Endpoint http://localhost:1", "Extraction:Key: is missing")]
    [InlineData("--Extraction:Provider openai --Extraction:Key k", "Extraction:Model: is missing")]
    [InlineData("--Extraction:Model m", "Extraction:Provider: is missing: openai or anthropic")]
    [InlineData("--Extraction:Provider openai --Extraction:Model m --Extraction:Endpoint localhost:11434", "Extraction:Endpoint: is an absolute http or https address")]
    [InlineData("--Extraction:Provider openai --Extraction:Model m --Extraction:Key \"k\"\u00A0", "Extraction:Key: holds a blank")]
    [InlineData("--Extraction:BudgetMilliseconds 5", "Extraction:BudgetMilliseconds: is 100 to 30000")]
    [InlineData("--Extraction:CallsPerTalk -1", "Extraction:CallsPerTalk")]
    [InlineData("--Extraction:Mode sometimes", "Extraction")]
    [InlineData("--Extraction:Mode always", "Extraction:Mode: Always needs a model")]
    [InlineData("--Extraction:Phrasing model", "Extraction:Phrasing: Model needs a model")]
    [InlineData("--Extraction:Phrasing poetry", "Extraction")]
    [InlineData("--Extraction:Stream perhaps", "Extraction")]
    public async Task Settings_that_cannot_work_stop_the_start(string settings, string problem)
    {
        var refused = await Assert.ThrowsAsync<StartException>(() => QualifyBotHost.BuildAsync(["--Storage:Path", ":memory:", .. settings.Split(' ')]));
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_model_helps_a_talk_on_and_its_cost_stands_with_the_lead(ModelProvider provider)
    {
        await using var server = await ModelServer.StartAsync();
        server.Answer = (context, count) => ModelServer.SayAsync(context, count == 1
            ? Readers.Reply(("need", "fall over on Mondays", "manual_work"), ("budget", "a million dollars", null))
            : """{"answers":[]}""");
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(Settings(server.Options(provider)));
        var visitor = new Visitor(channel, host.Http);
        await visitor.JoinAsync();
        await visitor.SayAsync("Zanzibarquux people fall over on Mondays");
        var lead = await host.LeadAsync(visitor);
        Assert.Contains("\"manual_work\"", lead.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("\"model\"", lead.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("million", lead.GetRawText(), StringComparison.Ordinal);
        var stored = await host.Store.GetAsync([new StoreKey(visitor.Key.Partition, visitor.Key.Lead)], CancellationToken.None);
        Assert.Contains("\"model\":{\"calls\":1,\"inputTokens\":300,\"outputTokens\":20,", System.Text.Encoding.UTF8.GetString(stored[0]!.Data.Span), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Lines, line => line.Level > LogLevel.Trace && line.Line.Contains("Zanzibarquux", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_model_takes_its_time_the_bot_shows_that_it_is_typing()
    {
        await using var server = await ModelServer.StartAsync();
        await using var channel = await FakeChannel.StartAsync();
        server.Answer = async (context, _) =>
        {
            await channel.Typing.Task.WaitAsync(TimeSpan.FromSeconds(20));
            await ModelServer.SayAsync(context, """{"answers":[]}""");
        };
        await using var host = await TestHost.StartAsync([.. Settings(server.Options(ModelProvider.OpenAI)), "--Extraction:BudgetMilliseconds", "30000"]);
        var visitor = new Visitor(channel, host.Http);
        await visitor.JoinAsync();
        await visitor.SayAsync("Zanzibarquux people fall over on Mondays");
        Assert.True(channel.Typing.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Consent_erasure_and_the_choice_of_a_time_are_never_put_to_a_model()
    {
        await using var server = await ModelServer.StartAsync();
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync([.. Settings(server.Options(ModelProvider.OpenAI)), "--Extraction:Mode", "always"]);
        var undecided = new Visitor(channel, host.Http);
        await undecided.SayAsync("Delete my data");
        var before = server.Requests.Count;
        await undecided.SayAsync("what a lovely day that will be for all of us here");
        Assert.Equal(before, server.Requests.Count);
        var visitor = new Visitor(channel, host.Http);
        await visitor.SayAllAsync(
            "We copy and paste by hand", "next month", "I decide that myself", "about $40k a year", "300 people", "I'm Anna Berg, anna@acme.example");
        var asked = server.Requests.Count;
        Assert.NotEqual(0, asked);
        (await visitor.SayAsync("1")).EndsWith("book.done");
        await visitor.SayAsync("what a lovely day that will be for all of us here");
        Assert.Equal(asked, server.Requests.Count);
    }

    [Fact]
    public async Task Neither_earlier_messages_nor_answers_scores_other_leads_or_secrets_are_sent()
    {
        await using var server = await ModelServer.StartAsync();
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(
            [.. Settings(server.Options(ModelProvider.OpenAI)), "--Extraction:Mode", "always", "--DirectLine:Secret", "Xyloglyph-Secret-0123456789"]);
        await new Visitor(channel, host.Http).SayAllAsync("We copy and paste by hand at Wombatworks", "I'm Otto Quagmire, otto@wombatworks.example");
        var visitor = new Visitor(channel, host.Http);
        await visitor.SayAllAsync("Onboarding takes ages at Ferretfarm, I'm Greta Umbra, greta@ferretfarm.example", "within 3 months");
        Assert.NotEqual(0, (await host.LeadAsync(visitor)).GetProperty("score").GetProperty("total").GetInt32());
        server.Requests.Clear();
        await visitor.SayAsync("I decide that myself");
        var request = Assert.Single(server.Requests);
        Assert.All(
            new[] { "Wombat", "Quagmire", "Ferret", "Umbra", "3 months", "Xyloglyph", "test-key", visitor.Conversation },
            word => Assert.DoesNotContain(word, request.Body, StringComparison.OrdinalIgnoreCase));
        Assert.All(new[] { "score", "grade", "stage", "points" }, word => Assert.DoesNotContain(word, request.Document, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("I decide that myself", request.Document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_shows_what_a_talk_cost_in_the_list_too()
    {
        await using var server = await ModelServer.StartAsync();
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync([.. Settings(server.Options(ModelProvider.OpenAI)), "--Extraction:Mode", "always"]);
        await new Visitor(channel, host.Http).SayAllAsync("We copy and paste by hand", "next month");
        var model = Assert.Single((await host.LeadsAsync()).EnumerateArray()).GetProperty("model");
        Assert.Equal(
            (2, 600, 40, 0),
            (model.GetProperty("calls").GetInt32(), model.GetProperty("inputTokens").GetInt32(), model.GetProperty("outputTokens").GetInt32(), model.GetProperty("droppedQuotes").GetInt32()));
        Assert.InRange(model.GetProperty("milliseconds").GetInt32(), 0, 5_000);
    }

    internal static string[] Settings(ExtractionOptions options) =>
    [
        "--Extraction:Provider", options.Provider.ToString()!, "--Extraction:Endpoint", options.Endpoint!, "--Extraction:Model", options.Model!,
        "--Extraction:Key", options.Key!,
    ];
}
