using System.Diagnostics;

namespace QualifyBot.Benchmarks.Load;

/// <summary>One talk as the channel sees it: the turn in progress and the replies that came for it.</summary>
internal sealed class Conversation(string id)
{
    private readonly Lock gate = new();
    private ScriptedTurn? spoken;
    private TaskCompletionSource<string?> end = new();
    private List<string> texts = [];
    private int extra;

    public string Id { get; } = id;

    /// <summary>Id of the conversationUpdate that may begin the talk; replies to it belong to no turn.</summary>
    public string StartId { get; } = $"{id}|start";

    /// <summary>Messages that came when no more were due.</summary>
    public int Extra
    {
        get
        {
            lock (gate)
            {
                return extra;
            }
        }
    }

    /// <summary>When the turn's last reply came, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public long RepliedAt { get; private set; }

    /// <summary>Begins a turn. Its end is null when the last reply came, or else what went wrong.</summary>
    public TaskCompletionSource<string?> Begin(ScriptedTurn turn)
    {
        lock (gate)
        {
            spoken = turn;
            texts = [];
            return end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Takes an activity from the bot.</summary>
    public void Take(ActivityGlance activity, long at)
    {
        if (activity.Type is not "message" || activity.ReplyToId == StartId)
        {
            return;
        }

        lock (gate)
        {
            if (spoken is null)
            {
                return;
            }

            if (end.Task.IsCompleted)
            {
                extra += spoken.Last is null ? 1 : 0;
                return;
            }

            texts.Add(activity.Text);
            if (spoken.Last is { } last ? last.IsMatch(activity.Text) : texts.Count >= spoken.Replies)
            {
                RepliedAt = at;
                end.TrySetResult(null);
            }
        }
    }

    /// <summary>What is wrong with the turn's replies, or null.</summary>
    public string? Unexpected()
    {
        lock (gate)
        {
            return spoken?.Expected is { } expected && !texts.Exists(expected.IsMatch) ? $"wanted /{expected}/, got: {string.Join(" | ", texts)}" : null;
        }
    }
}
