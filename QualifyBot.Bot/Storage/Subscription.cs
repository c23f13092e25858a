namespace QualifyBot.Bot.Storage;

/// <summary>Ends a subscription when disposed.</summary>
internal sealed class Subscription(Func<Task> end) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(end());
}
