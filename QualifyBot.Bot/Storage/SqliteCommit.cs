using System.Diagnostics;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace QualifyBot.Bot.Storage;

/// <summary>Does commits on the one connection that writes. All versions are checked before the first write, so a refused commit leaves no trace.</summary>
internal sealed class SqliteCommit(SqliteConnection connection) : IDisposable
{
    private const int SweepLimit = 500;

    private readonly SqliteStatement begin = new(connection, "BEGIN IMMEDIATE");
    private readonly SqliteStatement end = new(connection, "COMMIT");
    private readonly SqliteStatement undo = new(connection, "ROLLBACK");
    private readonly SqliteStatement version = new(
        connection, "SELECT version FROM document WHERE partition = ?1 AND name = ?2 AND (expires IS NULL OR expires > ?3)");

    private readonly SqliteStatement put = new(connection, """
        INSERT INTO document (partition, name, version, expires, data) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT DO UPDATE SET version = ?3, expires = ?4, data = ?5
        """);

    private readonly SqliteStatement delete = new(connection, "DELETE FROM document WHERE partition = ?1 AND name = ?2");
    private readonly SqliteStatement add = new(connection, """
        INSERT INTO index_entry (partition, name, member, score) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT DO UPDATE SET score = ?4
        """);

    private readonly SqliteStatement remove = new(connection, "DELETE FROM index_entry WHERE partition = ?1 AND name = ?2 AND member = ?3");
    private readonly SqliteStatement lengthen = new(connection, """
        INSERT INTO log (partition, name, length, expires) VALUES (?1, ?2, 1, ?3)
        ON CONFLICT DO UPDATE SET length = length + 1, expires = ?3 RETURNING id
        """);

    private readonly SqliteStatement append = new(connection, "INSERT INTO log_entry SELECT id, length, ?2 FROM log WHERE id = ?1");
    private readonly SqliteStatement findLog = new(connection, "SELECT id FROM log WHERE partition = ?1 AND name = ?2");
    private readonly SqliteStatement expiredLog = new(connection, "SELECT id FROM log WHERE partition = ?1 AND name = ?2 AND expires <= ?3");
    private readonly SqliteStatement empty = new(connection, "DELETE FROM log_entry WHERE log = ?1");
    private readonly SqliteStatement deleteLog = new(connection, "DELETE FROM log WHERE id = ?1");
    private readonly SqliteStatement sweepDocuments = new(
        connection, "DELETE FROM document WHERE rowid IN (SELECT rowid FROM document WHERE expires <= ?1 LIMIT ?2)");

    private readonly SqliteStatement nextExpired = new(connection, "SELECT id FROM log WHERE expires <= ?1 LIMIT 1");

    public void Begin() => begin.Run();

    public void End() => end.Run();

    /// <summary>Undoes what was begun; SQLite may have done so by itself, when the disk is full.</summary>
    public void Undo()
    {
        if (sqlite3_get_autocommit(connection.Handle) == 0)
        {
            undo.Run();
        }
    }

    /// <summary>Does all changes or none, within what was begun; false when a version is not the expected one.</summary>
    public bool Try(string partition, IReadOnlyList<StoreChange> changes, long now)
    {
        foreach (var change in changes)
        {
            if (Expected(change) is ({ } name, { } expected) && (version.Number(partition, name, now) ?? 0) != expected)
            {
                return false;
            }
        }

        foreach (var change in changes)
        {
            Do(partition, change, now);
        }

        return true;
    }

    /// <summary>Deletes what has passed its time; true where more may be left.</summary>
    public bool Sweep(long now)
    {
        var swept = sweepDocuments.Run(now, SweepLimit);
        for (var log = nextExpired.Number(now); log is { } id && swept < SweepLimit; log = nextExpired.Number(now))
        {
            swept += DeleteLog(id);
        }

        return swept >= SweepLimit;
    }

    public void Dispose()
    {
        SqliteStatement[] all =
        [
            begin, end, undo, version, put, delete, add, remove, lengthen, append, findLog, expiredLog, empty, deleteLog, sweepDocuments, nextExpired,
        ];
        foreach (var statement in all)
        {
            statement.Dispose();
        }
    }

    private static (string? Name, long? Expected) Expected(StoreChange change) => change switch
    {
        StoreChange.Put put => (put.Name, put.Expected),
        StoreChange.Delete delete => (delete.Name, delete.Expected),
        _ => default,
    };

    private static long? Expiry(TimeSpan? timeToLive, long now) =>
        timeToLive is { } time ? now + Math.Max(1, (long)time.TotalMilliseconds) : null;

    private void Do(string partition, StoreChange change, long now)
    {
        switch (change)
        {
            case StoreChange.Put one:
                var next = (one.Expected ?? version.Number(partition, one.Name, now) ?? 0) + 1;
                put.Run(partition, one.Name, next, Expiry(one.TimeToLive, now), SqliteStatement.Bytes(one.Data));
                break;
            case StoreChange.Delete one:
                delete.Run(partition, one.Name);
                DeleteLog(findLog.Number(partition, one.Name));
                break;
            case StoreChange.IndexAdd one:
                add.Run(partition, one.Index, one.Member, one.Score);
                break;
            case StoreChange.IndexRemove one:
                remove.Run(partition, one.Index, one.Member);
                break;
            case StoreChange.Append one:
                DeleteLog(expiredLog.Number(partition, one.Log, now));
                append.Run(lengthen.Number(partition, one.Log, Expiry(one.TimeToLive, now)), SqliteStatement.Bytes(one.Data));
                break;
            case StoreChange.Notify:
                break;
            default:
                throw new UnreachableException();
        }
    }

    private int DeleteLog(long? id) => id is null ? 0 : empty.Run(id) + deleteLog.Run(id);
}
