using Microsoft.AspNetCore.Http;
using QualifyBot.Bot.Extraction;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Extraction;

/// <summary>Replies as a stream, and replies that are too long, over the providers' own clients.</summary>
public sealed class WireLimitTests
{
    private const string Text = "Our people lose whole days whenever somebody joins";
    private const int Cap = 1 << 20;
    private static readonly string Good = Readers.Reply(("need", "lose whole days whenever somebody joins", "onboarding"));

    [Theory]
    [InlineData(ModelProvider.OpenAI, false)]
    [InlineData(ModelProvider.OpenAI, true)]
    [InlineData(ModelProvider.Anthropic, false)]
    [InlineData(ModelProvider.Anthropic, true)]
    public async Task A_reply_over_the_cap_is_refused_even_if_it_is_right(ModelProvider provider, bool stream)
    {
        Assert.Single((await ReadAsync(provider, stream, (context, _) => PaddedAsync(context, stream, Cap / 2))).Proposals);
        Assert.Empty((await ReadAsync(provider, stream, (context, _) => PaddedAsync(context, stream, Cap))).Proposals);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_stream_is_read_like_a_whole_reply(ModelProvider provider)
    {
        var heard = await ReadAsync(provider, stream: true, (context, _) => ModelStream.SayAsync(context, Good));
        var need = Assert.IsType<AnswerValue.Need>(Assert.Single(heard.Proposals).Candidate.Value);
        Assert.Equal("onboarding", need.Category);
        Assert.Equal((1, 300, 20), (heard.Use.Calls, heard.Use.InputTokens, heard.Use.OutputTokens));
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_stream_that_breaks_off_leaves_the_rules(ModelProvider provider)
    {
        var heard = await ReadAsync(provider, stream: true, (context, _) => ModelStream.SayAsync(context, Good, pieces: 4));
        Assert.Empty(heard.Proposals);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI, "data: {\"choices\":[{\n\n")]
    [InlineData(ModelProvider.OpenAI, "data: [DONE]\n\n")]
    [InlineData(ModelProvider.OpenAI, "<html>Sign in to the guest network</html>")]
    [InlineData(ModelProvider.OpenAI, "")]
    [InlineData(ModelProvider.Anthropic, "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"later\"}}\n\n")]
    [InlineData(ModelProvider.Anthropic, "event: message_start\ndata: {\"type\":\"message_st\n\n")]
    [InlineData(ModelProvider.Anthropic, "<html>Sign in to the guest network</html>")]
    [InlineData(ModelProvider.Anthropic, "")]
    public async Task A_stream_that_is_none_leaves_the_rules(ModelProvider provider, string body)
    {
        var heard = await ReadAsync(provider, stream: true, (context, _) =>
        {
            context.Response.ContentType = "text/event-stream";
            return context.Response.WriteAsync(body);
        });
        Assert.Empty(heard.Proposals);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_stream_that_stalls_holds_the_turn_no_longer_than_the_budget(ModelProvider provider)
    {
        await using var server = await ModelServer.StartAsync();
        using var never = new CancellationTokenSource();
        server.Answer = async (context, _) =>
        {
            await ModelStream.SayAsync(context, Good, pieces: 2);
            await Task.Delay(Timeout.InfiniteTimeSpan, CancellationTokenSource.CreateLinkedTokenSource(never.Token, context.RequestAborted).Token);
        };
        using var readers = new Readers(Options(server, provider, stream: true));
        var reading = readers.ReadAsync(Text, "need");
        await Support.Eventually.TrueAsync(() => !server.Requests.IsEmpty, "a request");
        readers.Clock.Advance(TimeSpan.FromMilliseconds(19_999));
        Assert.False(reading.IsCompleted);
        readers.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Empty((await reading.WaitAsync(TimeSpan.FromSeconds(10))).Proposals);
        await never.CancelAsync();
    }

    private static async Task<Heard> ReadAsync(ModelProvider provider, bool stream, Func<HttpContext, int, Task> answer)
    {
        await using var server = await ModelServer.StartAsync();
        server.Answer = answer;
        using var readers = new Readers(Options(server, provider, stream));
        var reading = readers.ReadAsync(Text, "need");
        await TimePassing.UntilAsync(reading, readers.Clock, TimeSpan.FromMilliseconds(20));
        return await reading;
    }

    private static ExtractionOptions Options(ModelServer server, ModelProvider provider, bool stream)
    {
        var options = server.Options(provider);
        (options.Stream, options.BudgetMilliseconds) = (stream, 20_000);
        return options;
    }

    // White space between the parts of a JSON document, and comments between events, mean nothing.
    private static async Task PaddedAsync(HttpContext context, bool stream, int length)
    {
        context.Response.ContentType = stream ? "text/event-stream" : "application/json";
        await context.Response.WriteAsync(stream ? ":" + new string(' ', length) + "\n\n" : new string(' ', length));
        await (stream ? ModelStream.SayAsync(context, Good) : ModelServer.AppendAsync(context, Good));
    }
}
