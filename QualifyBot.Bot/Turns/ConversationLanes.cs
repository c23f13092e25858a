namespace QualifyBot.Bot.Turns;

/// <summary>
/// Lets the turns of one conversation run one after another inside this host, in the order in which they came, so that
/// conflicts at the commit are rare. Correctness does not hang on it: the commit compares and sets.
/// </summary>
public sealed class ConversationLanes
{
    private readonly Lock gate = new();
    private readonly Dictionary<ConversationKey, Lane> lanes = [];

    /// <summary>Waits for this conversation's earlier turns. Dispose the lane to let the next one in.</summary>
    public async ValueTask<Lane> EnterAsync(ConversationKey key, CancellationToken cancellation)
    {
        var lane = Rent(key);
        try
        {
            await lane.Turn.WaitAsync(cancellation);
            return lane;
        }
        catch (OperationCanceledException)
        {
            Return(lane);
            throw;
        }
    }

    private Lane Rent(ConversationKey key)
    {
        lock (gate)
        {
            if (!lanes.TryGetValue(key, out var lane))
            {
                lanes[key] = lane = new Lane(this, key);
            }

            lane.Users++;
            return lane;
        }
    }

    private void Return(Lane lane)
    {
        lock (gate)
        {
            if (--lane.Users == 0)
            {
                lanes.Remove(lane.Key);
                lane.Turn.Dispose();
            }
        }
    }

    /// <summary>The turns and deliveries of one conversation.</summary>
    public sealed class Lane(ConversationLanes lanes, ConversationKey key) : IDisposable
    {
        internal ConversationKey Key { get; } = key;

        internal SemaphoreSlim Turn { get; } = new(1, 1);

        internal int Users { get; set; }

        /// <summary>The delivery of the turn before; a turn hangs its own delivery behind it, so that replies keep their order.</summary>
        public Task Delivered { get; private set; } = Task.CompletedTask;

        /// <summary>Starts a delivery behind those before it, and keeps the lane alive until it has ended.</summary>
        public Task DeliverNext(Func<Task> deliver)
        {
            lock (lanes.gate)
            {
                Users++;
            }

            return Delivered = DeliverAsync(Delivered, deliver);
        }

        /// <summary>Lets the conversation's next turn in.</summary>
        public void Dispose()
        {
            Turn.Release();
            lanes.Return(this);
        }

        private async Task DeliverAsync(Task before, Func<Task> deliver)
        {
            try
            {
                await before;
                await deliver();
            }
            finally
            {
                lanes.Return(this);
            }
        }
    }
}
