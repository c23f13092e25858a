using StackExchange.Redis;

namespace QualifyBot.Bot.Storage;

/// <summary>The store for production: one Redis or Redis Cluster that any number of hosts share. A commit is one script.</summary>
public sealed class RedisStore : IStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConnectionMultiplexer connection;
    private readonly IDatabase database;
    private readonly string prefix;

    private RedisStore(ConnectionMultiplexer connection, string prefix)
    {
        this.connection = connection;
        this.prefix = prefix;
        database = connection.GetDatabase();
    }

    /// <summary>Connects, and reconnects by itself from then on.</summary>
    /// <param name="configuration">Servers and options as StackExchange.Redis reads them.</param>
    /// <param name="prefix">First part of each key, without braces.</param>
    /// <exception cref="StoreUnavailableException">No server answers.</exception>
    public static RedisStore Connect(string configuration, string prefix)
    {
        var options = ConfigurationOptions.Parse(configuration);
        options.AbortOnConnectFail = false;
        options.ClientName ??= "QualifyBot";
        options.SyncTimeout = Math.Max(options.SyncTimeout, (int)Patience.TotalMilliseconds);
        var opened = ConnectionMultiplexer.Connect(options);
        // The default hands out answers one after the other; turns do not wait for each other.
        opened.PreserveAsyncOrder = false;
        try
        {
            opened.GetDatabase().Ping();
            return new(opened, prefix);
        }
        catch (Exception problem) when (problem is RedisException or TimeoutException)
        {
            opened.Dispose();
            throw new StoreUnavailableException(
                $"Redis at {string.Join(", ", options.EndPoints)} does not answer. Is it running, and may this host log in? "
                + "Mend Storage:Redis, or leave it empty to keep state in the SQLite file Storage:Path.",
                problem);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<StoredDocument?[]> GetAsync(IReadOnlyList<StoreKey> keys, CancellationToken cancellation)
    {
        var documents = new StoredDocument?[keys.Count];
        var open = new List<(List<int> Places, Task<RedisValue[]> Answer)>(1);
        foreach (var places in ByPartition(keys))
        {
            var names = new RedisPartition(prefix, keys[places[0]].Partition);
            open.Add((places, database.StringGetAsync([.. places.Select(place => names.Document(keys[place].Name))])));
        }

        foreach (var (places, answer) in open)
        {
            var values = await WaitAsync(answer, cancellation);
            for (var i = 0; i < values.Length; i++)
            {
                documents[places[i]] = values[i].IsNull ? null : RedisCommit.Document(values[i]!, keys[places[i]]);
            }
        }

        return documents;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IndexEntry>> RangeAsync(
        StoreKey index, double from, double to, int limit, bool descending, CancellationToken cancellation)
    {
        StoreRules.CheckKey(index);
        StoreRules.CheckRange(from, to, limit);
        if (limit == 0 || from > to)
        {
            return [];
        }

        var key = new RedisPartition(prefix, index.Partition).Index(index.Name);
        var order = descending ? Order.Descending : Order.Ascending;
        var found = await WaitAsync(database.SortedSetRangeByScoreWithScoresAsync(key, from, to, Exclude.None, order, 0, limit), cancellation);
        return Array.ConvertAll(found, entry => new IndexEntry((string)entry.Element!, entry.Score));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<LogEntry>> ReadAsync(StoreKey log, long after, int limit, CancellationToken cancellation)
    {
        StoreRules.CheckKey(log);
        StoreRules.CheckPage(after, limit);
        if (limit == 0 || after > long.MaxValue - limit)
        {
            return [];
        }

        var key = new RedisPartition(prefix, log.Partition).Log(log.Name);
        var found = await WaitAsync(database.ListRangeAsync(key, after, after + limit - 1), cancellation);
        return [.. found.Select((entry, place) => new LogEntry(after + place + 1, (byte[])entry!))];
    }

    /// <inheritdoc/>
    public async ValueTask<bool> CommitAsync(string partition, IReadOnlyList<StoreChange> changes, CancellationToken cancellation)
    {
        StoreRules.CheckCommit(partition, changes);
        if (changes.Count == 0)
        {
            return true;
        }

        cancellation.ThrowIfCancellationRequested();
        var commit = new RedisCommit(prefix, partition, changes);
        var (keys, values) = (commit.Keys, commit.Values);
        try
        {
            return (bool)await WaitAsync(database.ScriptEvaluateAsync(RedisCommit.Hash, keys, values), cancellation);
        }
        catch (StoreUnavailableException problem) when (IsScriptUnknown(problem.InnerException))
        {
            // A server that was started anew, or took over, has not seen the script: nothing was done yet.
            return (bool)await WaitAsync(database.ScriptEvaluateAsync(RedisCommit.Script, keys, values), cancellation);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable> SubscribeAsync(string topic, Action onNotified, CancellationToken cancellation)
    {
        StoreRules.CheckName(topic);
        var subscriber = connection.GetSubscriber();
        var channel = RedisPartition.Topic(prefix, topic);
        void Handle(RedisChannel from, RedisValue message) => onNotified();
        await WaitAsync(Done(subscriber.SubscribeAsync(channel, Handle)), cancellation);
        return new Subscription(() => subscriber.UnsubscribeAsync(channel, Handle));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await connection.CloseAsync(allowCommandsToComplete: true);
        connection.Dispose();
    }

    private static Dictionary<string, List<int>>.ValueCollection ByPartition(IReadOnlyList<StoreKey> keys)
    {
        var groups = new Dictionary<string, List<int>>(1, StringComparer.Ordinal);
        for (var i = 0; i < keys.Count; i++)
        {
            StoreRules.CheckKey(keys[i]);
            if (!groups.TryGetValue(keys[i].Partition, out var places))
            {
                groups.Add(keys[i].Partition, places = new(keys.Count));
            }

            places.Add(i);
        }

        return groups.Values;
    }

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }

    private static bool IsScriptUnknown(Exception? problem) =>
        problem is RedisServerException && problem.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal);

    private static async ValueTask<T> WaitAsync<T>(Task<T> answer, CancellationToken cancellation)
    {
        try
        {
            return await answer.WaitAsync(Patience, cancellation);
        }
        catch (Exception problem) when (problem is RedisException or TimeoutException)
        {
            throw new StoreUnavailableException($"Redis does not answer as it should: {problem.Message}", problem);
        }
    }
}
