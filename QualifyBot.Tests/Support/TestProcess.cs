using System.Diagnostics;
using QualifyBot.Bot.Storage;

namespace QualifyBot.Tests.Support;

/// <summary>The test assembly as a program of its own: a process that a test can kill.</summary>
public static class TestProcess
{
    /// <summary>Starts it with its output to read; the caller kills it.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            ArgumentList = { "exec", typeof(TestProcess).Assembly.Location },
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Entry point: "write FILE NAME" commits to a SQLite store without end and prints how many commits were answered.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not ["write", var file, var name])
        {
            await Console.Error.WriteLineAsync("Run the tests with: dotnet test QualifyBot.Tests");
            return 2;
        }

        await using var store = SqliteStore.Open(file, TimeProvider.System);
        for (long version = 0; ; version++)
        {
            var data = BitConverter.GetBytes(version + 1);
            if (!await store.CommitAsync("p", [new StoreChange.Put(name, data, version), new StoreChange.Append(name, data), new StoreChange.IndexAdd(name, "m", version + 1)], default))
            {
                return 1;
            }

            await Console.Out.WriteLineAsync($"{version + 1}");
        }
    }
}
