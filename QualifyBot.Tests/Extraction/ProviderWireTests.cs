using Microsoft.AspNetCore.Http;
using QualifyBot.Bot.Extraction;
using QualifyBot.Qualification.Answers;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Extraction;

/// <summary>The providers' own clients, over HTTP, against a server that behaves and one that does not.</summary>
public sealed class ProviderWireTests
{
    private const string Text = "Our people lose whole days whenever somebody joins";
    private static readonly string Good = Readers.Reply(("need", "lose whole days whenever somebody joins", "onboarding"));

    private static readonly string[] WrongReplies =
        ["cut off", "prose", "fenced", "refusal", "empty body", "not json", "empty object", "null", "html", "400", "401", "404", "redirect", "deep", "slots by another schema"];

    /// <summary>What a server may do wrong.</summary>
    public static IEnumerable<object[]> Wrongs =>
        Enum.GetValues<ModelProvider>().SelectMany(_ => WrongReplies, (provider, wrong) => new object[] { provider, wrong });

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_right_answer_becomes_a_proposal_and_its_cost_is_counted(ModelProvider provider)
    {
        await using var server = await ModelServer.StartAsync();
        server.Answer = (context, _) => ModelServer.SayAsync(context, Good);
        using var readers = new Readers(server.Options(provider));
        var heard = await readers.ReadAsync(Text, "need");
        var proposal = Assert.Single(heard.Proposals);
        Assert.Equal(("need", "model"), (proposal.Slot, proposal.Candidate.Rule));
        Assert.Equal("onboarding", Assert.IsType<AnswerValue.Need>(proposal.Candidate.Value).Category);
        Assert.Equal((1, 300, 20), (heard.Use.Calls, heard.Use.InputTokens, heard.Use.OutputTokens));
    }

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task Whatever_the_server_does_the_rules_reading_stays(ModelProvider provider, string wrong)
    {
        await using var server = await ModelServer.StartAsync();
        server.Answer = (context, _) => MisbehaveAsync(context, wrong);
        using var readers = new Readers(server.Options(provider));
        var heard = await readers.ReadAsync(Text + ", budget $20k", "need");
        var rules = await new MessageReader().ReadAsync(Readers.Message(Text + ", budget $20k", "need"), CancellationToken.None);
        Assert.Equal([.. rules.Reading.Candidates], heard.Reading.Candidates.ToArray());
        Assert.Contains(heard.Reading.Candidates, candidate => candidate.Type is SlotType.Money);
        Assert.Empty(heard.Proposals);
        Assert.Empty(heard.Conflicts);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI, 429)]
    [InlineData(ModelProvider.OpenAI, 500)]
    [InlineData(ModelProvider.OpenAI, 503)]
    [InlineData(ModelProvider.Anthropic, 429)]
    [InlineData(ModelProvider.Anthropic, 500)]
    [InlineData(ModelProvider.Anthropic, 529)]
    public async Task A_passing_failure_is_tried_again_and_each_try_counts(ModelProvider provider, int status)
    {
        await using var server = await ModelServer.StartAsync();
        server.Answer = (context, count) => count < 3
            ? ModelServer.WriteAsync(context, status, """{"error":{"type":"overloaded_error","message":"later"}}""")
            : ModelServer.SayAsync(context, Good);
        using var readers = new Readers(server.Options(provider));
        var reading = readers.ReadAsync(Text, "need");
        await TimePassing.UntilAsync(reading, readers.Clock, TimeSpan.FromMilliseconds(50));
        Assert.Single((await reading).Proposals);
        Assert.Equal(3, (await reading).Use.Calls);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_slow_server_holds_the_turn_no_longer_than_the_budget(ModelProvider provider)
    {
        await using var server = await ModelServer.StartAsync();
        using var never = new CancellationTokenSource();
        server.Answer = (context, _) => Task.Delay(Timeout.InfiniteTimeSpan, CancellationTokenSource.CreateLinkedTokenSource(never.Token, context.RequestAborted).Token);
        var options = server.Options(provider);
        options.BudgetMilliseconds = 20_000;
        using var readers = new Readers(options);
        var reading = readers.ReadAsync(Text, "need");
        await Eventually.TrueAsync(() => !server.Requests.IsEmpty, "a request");
        readers.Clock.Advance(TimeSpan.FromMilliseconds(19_999));
        Assert.False(reading.IsCompleted);
        readers.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var heard = await reading.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(heard.Proposals);
        Assert.Equal(20_000, heard.Use.Milliseconds);
        await never.CancelAsync();
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_dead_server_leaves_the_rules(ModelProvider provider)
    {
        var server = await ModelServer.StartAsync();
        var options = server.Options(provider);
        await server.DisposeAsync();
        using var readers = new Readers(options);
        var reading = readers.ReadAsync(Text + ", budget $20k", "need");
        await TimePassing.UntilAsync(reading, readers.Clock, TimeSpan.FromMilliseconds(50));
        Assert.Contains((await reading).Reading.Candidates, candidate => candidate.Type is SlotType.Money);
        Assert.Empty((await reading).Proposals);
        Assert.Contains(readers.Log.Lines, line => line.Line.Contains("the talk goes on without it", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_reply_without_an_end_is_not_taken_in(ModelProvider provider)
    {
        await using var server = await ModelServer.StartAsync();
        server.Answer = async (context, _) =>
        {
            context.Response.ContentType = "application/json";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[1 << 16], context.RequestAborted);
            }
        };
        using var readers = new Readers(server.Options(provider));
        var reading = readers.ReadAsync(Text, "need");
        await TimePassing.UntilAsync(reading, readers.Clock, TimeSpan.FromMilliseconds(1));
        Assert.Empty((await reading).Proposals);
    }

    private static Task MisbehaveAsync(HttpContext context, string wrong) => wrong switch
    {
        "cut off" => ModelServer.SayAsync(context, Good[..^12]),
        "prose" => ModelServer.SayAsync(context, "Sure! The visitor needs onboarding."),
        "fenced" => ModelServer.SayAsync(context, $"```json\n{Good}\n``` and more"),
        "refusal" => ModelServer.SayAsync(context, "", refusal: "I can't help with that."),
        "empty body" => ModelServer.WriteAsync(context, 200, ""),
        "not json" => ModelServer.WriteAsync(context, 200, "{\"choices\":[{"),
        "empty object" => ModelServer.WriteAsync(context, 200, "{}"),
        "null" => ModelServer.WriteAsync(context, 200, "null"),
        "html" => ModelServer.WriteAsync(context, 200, "<html>Sign in to the guest network</html>"),
        "redirect" => RedirectAsync(context),
        "slots by another schema" => ModelServer.SayAsync(context, """{"answers":[{"slot":7,"quote":["x"]},"need",null,{"slot":"need"},{"slot":"constructor","quote":"Our people"}]}"""),
        "deep" => ModelServer.SayAsync(context, new string('[', 5000) + new string(']', 5000)),
        _ => ModelServer.WriteAsync(context, int.Parse(wrong, System.Globalization.CultureInfo.InvariantCulture), """{"error":{"type":"x","message":"no"}}"""),
    };

    private static Task RedirectAsync(HttpContext context)
    {
        context.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }
}
