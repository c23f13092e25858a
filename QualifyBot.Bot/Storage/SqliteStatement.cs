using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace QualifyBot.Bot.Storage;

/// <summary>A prepared statement; its parameters are ?1, ?2 ... Not safe for concurrent use, as its connection is not.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteCommand command;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        command.Prepare();
    }

    /// <summary>Runs it and gives how many rows it changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs it and gives the first column of the first row as a number; null where there is no row.</summary>
    public long? Number(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return (long?)command.ExecuteScalar();
    }

    /// <summary>Runs it and gives its rows, to be disposed before it runs again.</summary>
    public SqliteDataReader Rows(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteReader();
    }

    /// <summary>Bytes as the client binds them, copied only where they are part of a larger array.</summary>
    public static byte[] Bytes(ReadOnlyMemory<byte> data) =>
        MemoryMarshal.TryGetArray(data, out var part) && part.Array is { } whole && part.Count == whole.Length ? whole : data.ToArray();

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i] ?? DBNull.Value;
            if (i < command.Parameters.Count)
            {
                command.Parameters[i].Value = value;
            }
            else
            {
                _ = command.Parameters.AddWithValue($"?{i + 1}", value);
            }
        }
    }
}
