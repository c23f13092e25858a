using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.Connector;

namespace QualifyBot.Bot.Turns;

/// <summary>Sends replies to their channel, in order, each until it is taken, refused or given up.</summary>
internal sealed partial class ReplyDelivery(
    ConnectorClient connector, IStore store, RetentionOptions retention, Func<double> chance, TimeProvider clock, ILogger<ReplyDelivery> logger)
{
    private const int MostTries = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestSpread = TimeSpan.FromSeconds(1);

    /// <summary>Sends a reply, given as JSON in UTF-8. One that no channel takes is noted with the reason, so that the next ones can go out.</summary>
    public async ValueTask DeliverAsync(ConversationKey key, ReplyAddress address, long position, ReadOnlyMemory<byte> reply)
    {
        for (var tries = 1; ; tries++)
        {
            switch (await connector.SendAsync(address, reply, CancellationToken.None))
            {
                case SendResult.Sent:
                    return;
                case SendResult.Failed(var reason, var retryAfter) when tries < MostTries && !(retryAfter > LongestPatience):
                    Log.Retried(logger, key.LeadId, tries, reason);
                    await Task.Delay(Pause(retryAfter, tries), clock);
                    break;
                case SendResult.Failed(var reason, _):
                    await GiveUpAsync(key, position, new GivenUp(reason, tries, clock.GetUtcNow()));
                    return;
                case SendResult.Refused(var reason):
                    await GiveUpAsync(key, position, new GivenUp(reason, tries, clock.GetUtcNow()));
                    return;
            }
        }
    }

    // Jitter, so that replies that failed together do not come back together, and never before the channel wants them.
    private TimeSpan Pause(TimeSpan? retryAfter, int tries) => retryAfter is { } wanted
        ? wanted + Part(LongestSpread.Ticks)
        : Part(Math.Min(LongestPause.Ticks, FirstPause.Ticks << tries));

    private TimeSpan Part(long ticks) => TimeSpan.FromTicks((long)(chance() * ticks));

    private async ValueTask GiveUpAsync(ConversationKey key, long position, GivenUp givenUp)
    {
        Log.GivenUp(logger, key.LeadId, givenUp.Reason);
        await store.CommitAsync(key.Partition, UndeliveredReplies.Noted(new ReplyPlace(key, position), givenUp, retention.Conversations), CancellationToken.None);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A reply of lead {LeadId} was not taken at try {Try}: {Reason}")]
        public static partial void Retried(ILogger logger, string leadId, int @try, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A reply of lead {LeadId} is given up: {Reason}")]
        public static partial void GivenUp(ILogger logger, string leadId, string reason);
    }
}
