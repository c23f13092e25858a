using System.Globalization;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace QualifyBot.Bot.Storage;

/// <summary>A store's file: makes it, checks it, and opens connections to it.</summary>
internal sealed class SqliteFile
{
    /// <summary>The path of a store that lives in memory as long as a connection is open.</summary>
    public const string InMemory = ":memory:";

    // "QBot" in the file's header, so that another program's file is not taken for a store.
    private const long ApplicationId = 0x51426F74;
    private const long SchemaVersion = 1;
    private const string Schema = """
        CREATE TABLE document (
          partition TEXT NOT NULL, name TEXT NOT NULL, version INTEGER NOT NULL, expires INTEGER, data BLOB NOT NULL,
          PRIMARY KEY (partition, name));
        CREATE INDEX document_expires ON document (expires) WHERE expires IS NOT NULL;
        CREATE TABLE log (
          id INTEGER PRIMARY KEY, partition TEXT NOT NULL, name TEXT NOT NULL, length INTEGER NOT NULL, expires INTEGER,
          UNIQUE (partition, name));
        CREATE INDEX log_expires ON log (expires) WHERE expires IS NOT NULL;
        CREATE TABLE log_entry (
          log INTEGER NOT NULL, position INTEGER NOT NULL, data BLOB NOT NULL,
          PRIMARY KEY (log, position)) WITHOUT ROWID;
        CREATE TABLE index_entry (
          partition TEXT NOT NULL, name TEXT NOT NULL, member TEXT NOT NULL, score REAL NOT NULL,
          PRIMARY KEY (partition, name, member)) WITHOUT ROWID;
        CREATE INDEX index_entry_score ON index_entry (partition, name, score, member);
        """;

    private static int memories;

    private readonly string connectionString;

    public SqliteFile(string path)
    {
        // SQLite's memory VFS locks like a file does; its "shared cache" does not.
        Name = string.Equals(path, InMemory, StringComparison.Ordinal) ? $"file:/qualifybot-{Interlocked.Increment(ref memories)}?vfs=memdb" : path;
        connectionString = new SqliteConnectionStringBuilder { DataSource = Name, Pooling = false, DefaultTimeout = 5 }.ToString();
    }

    /// <summary>What the file is called in messages.</summary>
    public string Name { get; }

    /// <summary>Opens the first connection: makes the folder, the file and its tables where they are missing.</summary>
    public SqliteConnection Create()
    {
        try
        {
            if (!Name.StartsWith("file:", StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Name))!);
            }

            return Prepare(Connect());
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is SQLITE_NOTADB or SQLITE_CORRUPT)
        {
            throw new InvalidDataException(
                $"The store's file {Name} is damaged or is no SQLite file. Put a backup in its place, or move it away to start empty.", problem);
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(
                $"The store's file {Name} cannot be opened: {problem.Message} See that its folder can be written to, or set Storage:Path.", problem);
        }
    }

    /// <summary>Opens one more connection.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        // Without a flush at each commit a killed process loses nothing; a power cut may lose the last commits, never tear one.
        // What is deleted is overwritten, so that erased words do not stay behind in the file.
        Execute(connection, "PRAGMA busy_timeout = 5000; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON");
        return connection;
    }

    /// <summary>An exception that tells what SQLite could not do.</summary>
    public StoreUnavailableException Unavailable(SqliteException problem) => new(
        problem.SqliteErrorCode is SQLITE_BUSY or SQLITE_LOCKED
            ? $"Another process holds the store's file {Name} for too long."
            : $"The store's file {Name} fails: {problem.Message}",
        problem);

    // Nothing is changed in a file before it is known to be a store's.
    private SqliteConnection Prepare(SqliteConnection connection)
    {
        var ready = false;
        try
        {
            Execute(connection, "BEGIN IMMEDIATE");
            PrepareTables(connection);
            Execute(connection, "COMMIT; PRAGMA journal_mode = WAL");
            ready = true;
            return connection;
        }
        finally
        {
            if (!ready)
            {
                connection.Dispose();
            }
        }
    }

    private void PrepareTables(SqliteConnection connection)
    {
        var (application, version) = (Number(connection, "PRAGMA application_id"), Number(connection, "PRAGMA user_version"));
        if (application == 0 && version == 0 && Number(connection, "SELECT count(*) FROM sqlite_master") == 0)
        {
            Execute(connection, $"{Schema} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {SchemaVersion}");
        }
        else if (application != ApplicationId)
        {
            throw new InvalidDataException($"The file {Name} belongs to another program. Set Storage:Path to a file of its own.");
        }
        else if (version != SchemaVersion)
        {
            throw new InvalidDataException(
                $"The store's file {Name} has format {version}, this program knows {SchemaVersion}. "
                + "Use the program that wrote it, or set Storage:Path to a new file.");
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        _ = command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
