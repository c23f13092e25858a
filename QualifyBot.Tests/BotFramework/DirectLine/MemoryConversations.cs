using System.Collections.Concurrent;
using System.Text.Json;
using QualifyBot.BotFramework.DirectLine;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.BotFramework.DirectLine;

/// <summary>Conversations in memory, with a bot that says back what it hears.</summary>
internal sealed class MemoryConversations : IDirectLineConversations
{
    private readonly ConcurrentDictionary<string, Conversation> _all = new(StringComparer.Ordinal);

    private int _reads;

    public ConcurrentQueue<Activity> Started { get; } = [];

    public ConcurrentQueue<Activity> Posted { get; } = [];

    /// <summary>Whether the store cannot be reached.</summary>
    public bool Down { get; set; }

    /// <summary>Whether notices get lost.</summary>
    public bool Silent { get; set; }

    /// <summary>How often the host looked what is new in all conversations together.</summary>
    public int Looks { get; private set; }

    /// <summary>How often the host read a log.</summary>
    public int Reads => _reads;

    public PostResult Result { get; set; } = PostResult.Accepted;

    public ValueTask<bool> StartAsync(Activity conversationUpdate, CancellationToken cancellation)
    {
        Check();
        var started = _all.TryAdd(conversationUpdate.Conversation!.Id!, new Conversation());
        if (started)
        {
            Started.Enqueue(conversationUpdate);
            Append(conversationUpdate, conversationUpdate.CreateReply("Welcome"));
        }

        return new ValueTask<bool>(started);
    }

    public ValueTask<bool> ExistsAsync(string conversationId, CancellationToken cancellation)
    {
        Check();
        return new ValueTask<bool>(_all.ContainsKey(conversationId));
    }

    public ValueTask<PostResult> PostAsync(Activity fromUser, CancellationToken cancellation)
    {
        Check();
        if (Result != PostResult.Accepted || !_all.TryGetValue(fromUser.Conversation!.Id!, out var conversation))
        {
            return new ValueTask<PostResult>(Result == PostResult.Accepted ? PostResult.UnknownConversation : Result);
        }

        if (conversation.Ids.TryAdd(fromUser.Id!, true))
        {
            Posted.Enqueue(fromUser);
            Append(fromUser, fromUser.CreateReply("You said: " + fromUser.Text));
        }

        return new ValueTask<PostResult>(PostResult.Accepted);
    }

    public ValueTask<IReadOnlyList<StreamEntry>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _reads);
        Check();
        var log = _all.TryGetValue(conversationId, out var conversation) ? conversation.Log.ToArray() : [];
        return new ValueTask<IReadOnlyList<StreamEntry>>([.. log.Where(entry => entry.Position > after).Take(limit)]);
    }

    public ValueTask<IReadOnlyList<long>> VersionsAsync(IReadOnlyList<string> conversationIds, CancellationToken cancellation)
    {
        Looks++;
        Check();
        return new ValueTask<IReadOnlyList<long>>([.. conversationIds.Select(id => (long)(_all.TryGetValue(id, out var conversation) ? conversation.Log.Count : 0))]);
    }

    public ValueTask<IAsyncDisposable> SubscribeAsync(string conversationId, Action onNew, CancellationToken cancellation)
    {
        Check();
        var conversation = _all.GetOrAdd(conversationId, _ => new Conversation());
        conversation.Readers[onNew] = true;
        return new ValueTask<IAsyncDisposable>(new Subscription(conversation, onNew));
    }

    /// <summary>How many streams are open.</summary>
    public int Readers => _all.Values.Sum(conversation => conversation.Readers.Count);

    public void Append(params Activity[] activities)
    {
        var conversation = _all[activities[0].Conversation!.Id!];
        lock (conversation)
        {
            foreach (var activity in activities)
            {
                activity.Id ??= $"{activity.Conversation!.Id}|r{conversation.Log.Count}";
                conversation.Log.Enqueue(new StreamEntry(
                    conversation.Log.Count + 1, JsonSerializer.SerializeToUtf8Bytes(activity, BotFrameworkJsonContext.Wire.Activity)));
            }
        }

        foreach (var reader in Silent ? [] : conversation.Readers.Keys)
        {
            reader();
        }
    }

    private void Check()
    {
        if (Down)
        {
            throw new IOException("The store is down.");
        }
    }

    private sealed class Conversation
    {
        public ConcurrentQueue<StreamEntry> Log { get; } = [];

        public ConcurrentDictionary<string, bool> Ids { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<Action, bool> Readers { get; } = [];
    }

    private sealed class Subscription(Conversation conversation, Action onNew) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            conversation.Readers.TryRemove(onNew, out _);
            return ValueTask.CompletedTask;
        }
    }
}
