using QualifyBot.Bot.Extraction;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Extraction;

/// <summary>A model may be slow, broken or dear: a turn is none of it.</summary>
public sealed class EnduranceTests
{
    private const string Text = "$20k, and whatever else the others say about that";
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(2500);

    [Fact]
    public async Task A_client_that_does_not_look_at_its_cancellation_is_left_behind()
    {
        var never = new TaskCompletionSource<string?>();
        await AssertLeftBehindAsync(new FakeModel((_, _) => never.Task));
        never.SetResult(null);
    }

    [Fact]
    public async Task A_client_that_blocks_its_thread_is_left_behind()
    {
        using var gate = new ManualResetEventSlim();
        await AssertLeftBehindAsync(new FakeModel((_, _) =>
        {
            gate.Wait(CancellationToken.None);
            return Task.FromResult<string?>(null);
        }));
        gate.Set();
    }

    [Fact]
    public async Task A_client_that_throws_anything_breaks_nothing()
    {
        var faults = new Queue<Exception>([new KeyNotFoundException(), new NotSupportedException(), new OperationCanceledException(), new FormatException("x")]);
        var model = new FakeModel((_, _) => throw faults.Dequeue());
        using var readers = new Readers(model: model);
        while (faults.Count > 0)
        {
            AssertRulesOnly(await readers.ReadAsync(Text, "need"));
        }

        Assert.Equal(4, model.Calls);
    }

    [Fact]
    public async Task After_five_failures_a_model_is_left_alone_for_half_a_minute()
    {
        var fails = true;
        var model = new FakeModel((_, _) => fails ? throw new InvalidOperationException("down") : Task.FromResult<string?>(Readers.Reply(("need", "whatever else", "other"))));
        using var readers = new Readers(model: model);
        for (var i = 0; i < 10; i++)
        {
            AssertRulesOnly(await readers.ReadAsync(Text, "need"));
        }

        Assert.Equal(5, model.Calls);
        fails = false;
        readers.Clock.Advance(TimeSpan.FromSeconds(29));
        AssertRulesOnly(await readers.ReadAsync(Text, "need"));
        readers.Clock.Advance(TimeSpan.FromSeconds(1));
        await readers.ReadAsync(Text, "need");
        Assert.Equal(6, model.Calls);
    }

    [Theory]
    [InlineData(2, 100, 100, 2)]
    [InlineData(100, 3, 100, 3)]
    [InlineData(100, 100, 4, 4)]
    [InlineData(0, 100, 100, 0)]
    public async Task Calls_end_with_the_budget_of_talk_visitor_or_host(int talk, int visitor, int host, int calls)
    {
        var model = new FakeModel("""{"answers":[]}""");
        using var readers = new Readers(new ExtractionOptions { CallsPerTalk = talk, CallsPerVisitorPerDay = visitor, CallsPerHostPerDay = host }, model);
        var spent = 0;
        for (var i = 0; i < 6; i++)
        {
            var heard = await readers.Reader.ReadAsync(Readers.Message(Text, "need") with { Account = Readers.Account(calls: spent) }, CancellationToken.None);
            AssertRulesOnly(heard);
            spent += heard.Use.Calls;
        }

        Assert.Equal(calls, model.Calls);
        Assert.Equal(calls, spent);
    }

    [Fact]
    public async Task Budgets_of_the_day_are_each_visitors_own_and_fresh_the_next_day()
    {
        var model = new FakeModel("""{"answers":[]}""");
        using var readers = new Readers(new ExtractionOptions { CallsPerVisitorPerDay = 1 }, model);
        foreach (var visitor in new[] { "anna", "anna", "bert", "bert" })
        {
            await readers.Reader.ReadAsync(Readers.Message(Text, "need", visitor), CancellationToken.None);
        }

        Assert.Equal(2, model.Calls);
        readers.Clock.Advance(TimeSpan.FromDays(1));
        await readers.ReadAsync(Text, "need");
        Assert.Equal(3, model.Calls);
    }

    [Fact]
    public async Task Calls_that_are_tried_again_are_charged_too()
    {
        var model = new FakeModel((_, _) => throw new HttpRequestException("no way"));
        using var readers = new Readers(new ExtractionOptions { CallsPerHostPerDay = 4 }, model);
        for (var i = 0; i < 3; i++)
        {
            var reading = readers.ReadAsync(Text, "need");
            await TimePassing.UntilAsync(reading, readers.Clock, TimeSpan.FromMilliseconds(50));
            AssertRulesOnly(await reading);
        }

        Assert.Equal(6, model.Calls);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(900)]
    [InlineData(2400)]
    public async Task However_long_each_try_takes_all_of_them_end_with_the_budget(int milliseconds)
    {
        using var readers = Slow(milliseconds, out var model);
        var reading = readers.ReadAsync(Text, "need");
        await TimePassing.UntilAsync(reading, readers.Clock, TimeSpan.FromMilliseconds(10));
        var heard = await reading;
        AssertRulesOnly(heard);
        Assert.InRange(heard.Use.Milliseconds, milliseconds, 2500 + 200);
        Assert.InRange(model.Calls, 1, 3);
    }

    [Fact]
    public async Task What_was_said_in_a_turn_is_not_asked_again()
    {
        var model = new FakeModel(Readers.Reply(("need", "whatever else the others say", "other"), ("budget", "a million", null)));
        using var readers = new Readers(new ExtractionOptions { Mode = ExtractionMode.Always }, model);
        using var counts = new Counts(readers);
        var message = Readers.Message(Text, "need");
        var (first, again) = (await readers.Reader.ReadAsync(message, CancellationToken.None), await readers.Reader.ReadAsync(message, CancellationToken.None));
        Assert.Equal(1, model.Calls);
        Assert.Equal(first.Use, again.Use);
        Assert.Equal<Proposal>(first.Proposals, again.Proposals);
        Assert.Contains("qualifybot.model.dropped reason=not_in_message: 1", counts.All);
    }

    [Fact]
    public async Task What_people_wrote_is_logged_at_trace_only()
    {
        var replies = new Queue<Func<string?>>([() => Readers.Reply(("need", "Zanzibarquux", "other")), () => throw new FormatException("Zanzibarquux")]);
        using var readers = new Readers(model: new FakeModel((_, _) => Task.FromResult(replies.Dequeue()())));
        while (replies.Count > 0)
        {
            await readers.ReadAsync("Zanzibarquux everywhere", "need");
        }

        Assert.All(
            readers.Log.Lines.Where(line => line.Line.Contains("Zanzibarquux", StringComparison.Ordinal)),
            line => Assert.Equal(Microsoft.Extensions.Logging.LogLevel.Trace, line.Level));
        Assert.Contains(readers.Log.Lines, line => line.Level is Microsoft.Extensions.Logging.LogLevel.Warning);
    }

    // The real time between two steps of the clock is not ours, so that it overshoots a little.
    private static Readers Slow(int milliseconds, out FakeModel model)
    {
        Readers? readers = null;
        model = new FakeModel(async (_, cancellation) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), readers!.Clock, cancellation);
            throw new HttpRequestException("no way");
        });
        return readers = new Readers(model: model);
    }

    private static async Task AssertLeftBehindAsync(FakeModel model)
    {
        using var readers = new Readers(model: model);
        var reading = readers.ReadAsync(Text, "need");
        await Support.Eventually.TrueAsync(() => model.Calls == 1, "a call");
        readers.Clock.Advance(Budget - TimeSpan.FromMilliseconds(1));
        Assert.False(reading.IsCompleted);
        readers.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var heard = await reading.WaitAsync(TimeSpan.FromSeconds(10));
        AssertRulesOnly(heard);
        Assert.Equal((1, 2500L), (heard.Use.Calls, heard.Use.Milliseconds));
    }

    private static void AssertRulesOnly(Heard heard)
    {
        Assert.Empty(heard.Proposals);
        Assert.Contains(heard.Reading.Candidates, candidate => candidate.Value is AnswerValue.Money { Min: 20_000 });
    }
}
