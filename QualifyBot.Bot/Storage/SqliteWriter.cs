using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace QualifyBot.Bot.Storage;

/// <summary>The one loop that writes: commits that wait together become one transaction, so many cost little more than one.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int GroupLimit = 256;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly List<Waiting> group = [];
    private readonly SqliteFile file;
    private readonly SqliteConnection connection;
    private readonly SqliteCommit commit;
    private readonly TimeProvider time;
    private readonly LocalTopics topics;
    private readonly ITimer timer;
    private readonly Task loop;
    private bool sweepDue = true;

    public SqliteWriter(SqliteFile file, TimeProvider time, LocalTopics topics)
    {
        (this.file, this.time, this.topics) = (file, time, topics);
        connection = file.Create();
        commit = new(connection);
        loop = Task.Run(RunAsync);
        timer = time.CreateTimer(_ => RequestSweep(), state: null, SweepEvery, SweepEvery);
        RequestSweep();
    }

    public Task<bool> CommitAsync(string partition, IReadOnlyList<StoreChange> changes, CancellationToken cancellation)
    {
        var waiting = new Waiting(partition, changes, cancellation);
        return queue.Writer.TryWrite(waiting) ? waiting.Answer.Task : Task.FromException<bool>(Closed());
    }

    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        _ = queue.Writer.TryComplete();
        await loop;
        commit.Dispose();
        await connection.DisposeAsync();
    }

    private static StoreUnavailableException Closed() => new("The store is closed.");

    private void RequestSweep()
    {
        Volatile.Write(ref sweepDue, true);
        _ = queue.Writer.TryWrite(new("", [], default));
    }

    private async Task RunAsync()
    {
        try
        {
            while (await queue.Reader.WaitToReadAsync())
            {
                while (group.Count < GroupLimit && queue.Reader.TryRead(out var waiting))
                {
                    group.Add(waiting);
                }

                WriteGroup();
                group.Clear();
            }
        }
        finally
        {
            FailAll();
        }
    }

    // Whatever ends the loop, nobody waits for an answer that cannot come.
    private void FailAll()
    {
        _ = queue.Writer.TryComplete();
        while (queue.Reader.TryRead(out var waiting))
        {
            group.Add(waiting);
        }

        group.ForEach(waiting => waiting.Answer.TrySetException(Closed()));
    }

    private void WriteGroup()
    {
        try
        {
            // Taken before the time is read: a request that comes later finds the flag down and is not lost.
            var sweeps = Interlocked.Exchange(ref sweepDue, false);
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            commit.Begin();
            group.ForEach(waiting => waiting.Do(commit, now));
            var more = sweeps && commit.Sweep(now);
            commit.End();
            if (more)
            {
                RequestSweep();
            }
        }
        catch (SqliteException problem)
        {
            commit.Undo();
            var unavailable = file.Unavailable(problem);
            group.ForEach(waiting => waiting.Answer.TrySetException(unavailable));
            return;
        }

        group.ForEach(waiting => waiting.Finish(topics));
    }

    private sealed class Waiting(string partition, IReadOnlyList<StoreChange> changes, CancellationToken cancellation)
    {
        private bool done;

        public TaskCompletionSource<bool> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Do(SqliteCommit commit, long now)
        {
            if (cancellation.IsCancellationRequested)
            {
                _ = Answer.TrySetCanceled(cancellation);
            }
            else
            {
                done = commit.Try(partition, changes, now);
            }
        }

        public void Finish(LocalTopics topics)
        {
            _ = Answer.TrySetResult(done);
            if (done)
            {
                topics.Notify(changes);
            }
        }
    }
}
