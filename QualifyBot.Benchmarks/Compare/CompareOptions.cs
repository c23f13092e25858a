namespace QualifyBot.Benchmarks.Compare;

/// <summary>How long and how hard to compare; <see cref="Usage"/> tells the meaning of each.</summary>
internal sealed record CompareOptions
{
    public const string Usage = """
        compare: measures QualifyBot and bots on Microsoft's SDKs in turns, and prints a table; needs redis-server, node and npm.

          --rounds N           rounds, of which the medians count (3)
          --conversations N    talks a run; a fifth of them where one talk runs at a time (400)
          --warmup N           talks of each bot before the first round (2000)
          --concurrency N,N    talks at once (1,32)
          --quiet S            wait before each run up to S seconds for other programs to be quiet (0)
          --limit MIN          give up after so many minutes (20)
          --json FILE          add the figures of each bot as a JSON line
        """;

    public int Rounds { get; init; }

    public int Conversations { get; init; }

    public int Warmup { get; init; }

    public required IReadOnlyList<int> Concurrencies { get; init; }

    public TimeSpan Quiet { get; init; }

    public TimeSpan Limit { get; init; }

    public string? JsonFile { get; init; }

    /// <summary>Reads them from a command line.</summary>
    /// <exception cref="UsageException">One of them is not known or not valid.</exception>
    public static CompareOptions Parse(Arguments from)
    {
        var options = new CompareOptions
        {
            Rounds = Math.Max(1, from.Count("--rounds", 3)),
            Conversations = from.Count("--conversations", 400),
            Warmup = from.Count("--warmup", 2000),
            Concurrencies = from.Counts("--concurrency", 1, 32),
            Quiet = TimeSpan.FromSeconds(from.Count("--quiet", 0)),
            Limit = TimeSpan.FromMinutes(from.Count("--limit", 20)),
            JsonFile = from.Text("--json"),
        };
        from.End();
        return options;
    }
}
