using System.Globalization;
using System.Text.RegularExpressions;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Turns;

public sealed partial class OneCommitTests
{
    [Fact]
    public async Task A_turn_is_one_read_and_one_commit()
    {
        // By a clock that stands still nothing but turns asks the store for anything.
        using var redis = new RedisServer();
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(["--Storage:Redis", redis.Configuration], new TestClock());
        var visitor = new Visitor(channel, host.Http);
        await visitor.JoinAsync();
        await visitor.SayAsync("We copy and paste by hand");
        await Eventually.TrueAsync(() => Calls(redis, "zremrangebyscore") + Calls(redis, "zrem") > 0, "the first reply is off the outbox");
        var before = (Reads: Calls(redis, "mget") + Calls(redis, "get"), Commits: Calls(redis, "evalsha") + Calls(redis, "eval"));
        string[] says = ["next month", "why?", "I decide that myself", "about $40k", "what does it cost?"];
        await visitor.SayAllAsync(says);
        Assert.Equal(says.Length, Calls(redis, "mget") + Calls(redis, "get") - before.Reads);
        Assert.Equal(says.Length, Calls(redis, "evalsha") + Calls(redis, "eval") - before.Commits);
    }

    private static long Calls(RedisServer redis, string command) => Counts()
        .Matches(redis.Ask("INFO commandstats"))
        .Where(match => match.Groups["command"].Value == command)
        .Sum(match => long.Parse(match.Groups["calls"].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("cmdstat_(?<command>[a-z|]+):calls=(?<calls>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counts();
}
