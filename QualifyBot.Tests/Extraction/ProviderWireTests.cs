using System.Text.Json;
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

    [Fact]
    public async Task OpenAIs_wire_carries_a_strict_schema_temperature_0_and_nothing_but_question_slots_and_message()
    {
        var request = await RequestAsync(ModelProvider.OpenAI);
        Assert.Equal("/v1/chat/completions", request.Path);
        Assert.Equal("Bearer test-key", request.Headers["Authorization"]);
        Assert.Equal("test-model", request.Json.GetProperty("model").GetString());
        Assert.Equal(0, request.Json.GetProperty("temperature").GetDouble());
        var schema = request.Json.GetProperty("response_format").GetProperty("json_schema");
        Assert.True(schema.GetProperty("strict").GetBoolean());
        AssertSchema(schema.GetProperty("schema"));
        var messages = request.Json.GetProperty("messages");
        Assert.Equal(["system", "user"], messages.EnumerateArray().Select(message => message.GetProperty("role").GetString()));
        AssertDocument(messages[1].GetProperty("content").GetString()!);
        Assert.DoesNotContain("test-key", request.Body, StringComparison.Ordinal);
    }

    /// <summary>But for the temperature: Anthropic's package has none to send.</summary>
    [Fact]
    public async Task Anthropics_wire_carries_the_same()
    {
        var request = await RequestAsync(ModelProvider.Anthropic);
        Assert.Equal("/v1/messages", request.Path);
        Assert.Equal("Bearer test-key", request.Headers["Authorization"]);
        Assert.Equal("test-model", request.Json.GetProperty("model").GetString());
        Assert.Equal(
            ["max_tokens", "messages", "model", "output_config", "system"],
            request.Json.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        AssertSchema(request.Json.GetProperty("output_config").GetProperty("format").GetProperty("schema"));
        var content = Assert.Single(request.Json.GetProperty("messages").EnumerateArray()).GetProperty("content");
        AssertDocument(content.ValueKind is JsonValueKind.String ? content.GetString()! : content[0].GetProperty("text").GetString()!);
        Assert.DoesNotContain("test-key", request.Body, StringComparison.Ordinal);
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
        Assert.Contains(readers.Log.Lines, line => line.Line.Contains("the rules read alone", StringComparison.Ordinal));
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

    private static async Task<ModelRequest> RequestAsync(ModelProvider provider)
    {
        await using var server = await ModelServer.StartAsync();
        using var readers = new Readers(server.Options(provider));
        await readers.ReadAsync(Text, "need");
        return Assert.Single(server.Requests);
    }

    private static void AssertSchema(JsonElement schema)
    {
        Assert.Equal("object", schema.GetProperty("type").GetString());
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        var entries = schema.GetProperty("properties").GetProperty("answers").GetProperty("items").GetProperty("anyOf").EnumerateArray().ToArray();
        var slots = entries.SelectMany(entry => entry.GetProperty("properties").GetProperty("slot").GetProperty("enum").EnumerateArray().Select(id => id.GetString()!));
        Assert.Equal(Readers.Slots.Select(slot => slot.Id).Order(StringComparer.Ordinal), slots.Order(StringComparer.Ordinal));
        Assert.All(entries, entry => Assert.False(entry.GetProperty("additionalProperties").GetBoolean()));
        Assert.All(entries, entry => Assert.Equal(entry.GetProperty("properties").EnumerateObject().Count(), entry.GetProperty("required").GetArrayLength()));
        var need = entries.Single(entry => entry.GetProperty("properties").GetProperty("slot").GetProperty("enum")[0].GetString() == "need");
        Assert.Equal(["onboarding", "manual_work", "other", "no_need"], need.GetProperty("properties").GetProperty("value").GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
    }

    private static void AssertDocument(string document)
    {
        var sent = JsonElement.Parse(document);
        Assert.Equal(["question", "slots", "message"], sent.EnumerateObject().Select(property => property.Name));
        Assert.Equal("What about need?", sent.GetProperty("question").GetString());
        Assert.Equal(Text, sent.GetProperty("message").GetString());
        Assert.All(sent.GetProperty("slots").EnumerateArray(), slot => Assert.Equal(["id", "type"], slot.EnumerateObject().Select(property => property.Name)));
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
