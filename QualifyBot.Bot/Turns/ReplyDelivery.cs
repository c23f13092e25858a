using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.Connector;

namespace QualifyBot.Bot.Turns;

/// <summary>Sends replies to their channel, in order, each until it is taken, refused or given up.</summary>
internal sealed partial class ReplyDelivery(ConnectorClient connector, IStore store, Func<double> chance, TimeProvider clock, ILogger<ReplyDelivery> logger)
{
    /// <summary>Name of the index, one a partition, of replies that no channel took, by the time they were given up.</summary>
    public const string UndeliveredIndex = "undelivered";

    private const int MostTries = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Sends a reply, given as JSON in UTF-8. One that no channel takes is noted with the reason, so that the next ones can go out.</summary>
    public async ValueTask DeliverAsync(ConversationKey key, ReplyAddress address, ReadOnlyMemory<byte> reply)
    {
        for (var tries = 1; ; tries++)
        {
            switch (await connector.SendAsync(address, reply, CancellationToken.None))
            {
                case SendResult.Sent:
                    return;
                case SendResult.Failed(var reason, var retryAfter) when tries < MostTries:
                    Log.Retried(logger, key.LeadId, tries, reason);
                    await Task.Delay(retryAfter ?? Pause(tries), clock);
                    break;
                case SendResult.Failed(var reason, _):
                    await GiveUpAsync(key, reason);
                    return;
                case SendResult.Refused(var reason):
                    await GiveUpAsync(key, reason);
                    return;
            }
        }
    }

    // Full jitter, so that replies that failed together do not come back together.
    private TimeSpan Pause(int tries) => TimeSpan.FromTicks((long)(chance() * Math.Min(LongestPause.Ticks, FirstPause.Ticks << tries)));

    private async ValueTask GiveUpAsync(ConversationKey key, string reason)
    {
        Log.GivenUp(logger, key.LeadId, reason);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await store.CommitAsync(key.Partition, [new StoreChange.IndexAdd(UndeliveredIndex, $"{key.LeadId}|{reason}", now)], CancellationToken.None);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A reply of lead {LeadId} was not taken at try {Try}: {Reason}")]
        public static partial void Retried(ILogger logger, string leadId, int @try, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A reply of lead {LeadId} is given up: {Reason}")]
        public static partial void GivenUp(ILogger logger, string leadId, string reason);
    }
}
