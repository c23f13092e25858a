using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using QualifyBot.Bot.Extraction;

namespace QualifyBot.Tests.Extraction;

public sealed class ModelMetricsTests
{
    [Fact]
    public async Task Calls_tokens_time_and_drops_are_counted()
    {
        var reply = Readers.Reply(("need", "everything falls over", "other"), ("budget", "a million", null), ("score", "all", null));
        using var readers = new Readers(new ExtractionOptions { Mode = ExtractionMode.Always, CallsPerHostPerDay = 1 }, new FakeModel(reply));
        using var counts = new Counts(readers);
        await readers.ReadAsync("everything falls over", "need");
        await readers.ReadAsync("everything falls over", "need");
        Assert.Equal(
            [
                "qualifybot.model.calls outcome=answered: 1",
                "qualifybot.model.calls outcome=over_budget: 1",
                "qualifybot.model.doubts: 0",
                "qualifybot.model.dropped reason=not_in_message: 1",
                "qualifybot.model.dropped reason=unknown_slot: 1",
                "qualifybot.model.duration: 0",
                "qualifybot.model.tokens direction=input: 300",
                "qualifybot.model.tokens direction=output: 20",
            ],
            counts.All);
    }
}
