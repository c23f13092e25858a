using Microsoft.Data.Sqlite;

namespace QualifyBot.Tests.Mutations;

/// <summary>Tells whether anything that visitors said, or that is known of them, has changed in a store's file: all versions and lengths together.</summary>
internal sealed class StorePrint : IDisposable
{
    private const string Sum = """
        SELECT (SELECT count(*) || ' ' || total(version) FROM document WHERE name LIKE 'conversation/%' OR name LIKE 'lead/%')
          || ' ' || (SELECT count(*) || ' ' || total(length) FROM log)
        """;

    private readonly SqliteConnection connection;
    private long seen = -1;
    private string print = "";

    public StorePrint(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
    }

    /// <summary>The print as it is now.</summary>
    public string Now()
    {
        // The file tells a reader cheaply whether anybody else has written to it since.
        if ((long)Ask("PRAGMA data_version") is var version && version != seen)
        {
            (seen, print) = (version, (string)Ask(Sum));
        }

        return print;
    }

    public void Dispose() => connection.Dispose();

    private object Ask(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }
}
