using System.Collections.Concurrent;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>
/// Makes up for notices that were lost: one look at the store every few seconds for all streams of the host together, that wakes those whose conversation
/// is not as it was at the last look. However many visitors listen, none has a timer or a query of its own.
/// </summary>
internal sealed class StreamPulse : IDisposable
{
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(5);

    // Each stream with the version of its conversation at the last look; null = wake it at the next, whatever is found.
    private readonly ConcurrentDictionary<Watch, bool> _watches = [];
    private readonly IDirectLineConversations _conversations;
    private readonly ITimer _timer;
    private int _looking;
    private bool _missed;

    public StreamPulse(IDirectLineConversations conversations, TimeProvider time)
    {
        _conversations = conversations;
        _timer = time.CreateTimer(_ => _ = LookAsync(), null, _between, _between);
    }

    /// <summary>Calls <paramref name="wake"/>, which is quick and does not throw, until what is returned is disposed.</summary>
    internal Watch Begin(string conversationId, Action wake)
    {
        var watch = new Watch(this, conversationId, wake);
        _watches[watch] = true;
        return watch;
    }

    public void Dispose() => _timer.Dispose();

    private async Task LookAsync()
    {
        if (_watches.IsEmpty || Interlocked.Exchange(ref _looking, 1) == 1)
        {
            return;
        }

        try
        {
            await LookAsync(_watches.Keys.GroupBy(static watch => watch.ConversationId, StringComparer.Ordinal).ToArray());
            _missed = false;
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            // The store cannot be reached: who tried to read in the meantime is woken once it can.
            _missed = true;
        }
        finally
        {
            Volatile.Write(ref _looking, 0);
        }
    }

    private async Task LookAsync(IGrouping<string, Watch>[] groups)
    {
        var versions = await _conversations.VersionsAsync([.. groups.Select(static group => group.Key)], CancellationToken.None);
        foreach (var (watches, version) in groups.Zip(versions))
        {
            foreach (var watch in watches)
            {
                watch.See(version, _missed);
            }
        }
    }

    /// <summary>One stream's place in the looks.</summary>
    internal sealed class Watch(StreamPulse pulse, string conversationId, Action wake) : IDisposable
    {
        private long? _seen;

        internal string ConversationId => conversationId;

        /// <summary>Has the stream woken at the next look.</summary>
        internal void Again() => _seen = null;

        public void Dispose() => pulse._watches.TryRemove(this, out _);

        internal void See(long version, bool isMissed)
        {
            if (isMissed || _seen != version)
            {
                _seen = version;
                wake();
            }
        }
    }
}
