using Microsoft.Data.Sqlite;

namespace QualifyBot.Bot.Storage;

/// <summary>A connection that only reads, with its statements.</summary>
internal sealed class SqliteReader : IDisposable
{
    private const string Range = "SELECT CAST(member AS BLOB), score FROM index_entry WHERE partition = ?1 AND name = ?2 AND score BETWEEN ?3 AND ?4 ";

    private readonly SqliteConnection connection;
    private readonly SqliteStatement document;
    private readonly SqliteStatement rising;
    private readonly SqliteStatement falling;
    private readonly SqliteStatement entries;

    public SqliteReader(SqliteConnection connection)
    {
        this.connection = connection;
        document = new(connection, "SELECT version, data FROM document WHERE partition = ?1 AND name = ?2 AND (expires IS NULL OR expires > ?3)");
        rising = new(connection, Range + "ORDER BY score, member LIMIT ?5");
        falling = new(connection, Range + "ORDER BY score DESC, member DESC LIMIT ?5");
        entries = new(connection, """
            SELECT position, data FROM log_entry
            WHERE log = (SELECT id FROM log WHERE partition = ?1 AND name = ?2 AND (expires IS NULL OR expires > ?3)) AND position > ?4
            ORDER BY position LIMIT ?5
            """);
    }

    public StoredDocument? Document(StoreKey key, long now)
    {
        using var rows = document.Rows(key.Partition, key.Name, now);
        return rows.Read() ? new(rows.GetFieldValue<byte[]>(1), rows.GetInt64(0)) : null;
    }

    public List<IndexEntry> Members(StoreKey index, double from, double to, int limit, bool descending)
    {
        using var rows = (descending ? falling : rising).Rows(index.Partition, index.Name, from, to, limit);
        var found = new List<IndexEntry>();
        while (rows.Read())
        {
            found.Add(new(System.Text.Encoding.UTF8.GetString(rows.GetFieldValue<byte[]>(0)), rows.GetDouble(1)));
        }

        return found;
    }

    public List<LogEntry> Entries(StoreKey log, long after, int limit, long now)
    {
        using var rows = entries.Rows(log.Partition, log.Name, now, after, limit);
        var found = new List<LogEntry>();
        while (rows.Read())
        {
            found.Add(new(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)));
        }

        return found;
    }

    public void Dispose()
    {
        document.Dispose();
        rising.Dispose();
        falling.Dispose();
        entries.Dispose();
        connection.Dispose();
    }
}
