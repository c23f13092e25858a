namespace QualifyBot.Benchmarks.Streams;

/// <summary>How many visitors listen, and what they do; <see cref="Usage"/> tells the meaning of each.</summary>
internal sealed record StreamsOptions(int Visitors, double Pause, double Idle, string? Redis)
{
    public const string Usage = """
        streams: starts the bot as a process of its own, has visitors talk with it by Direct Line, each over a WebSocket, and prints how long replies
        took, what was lost or came twice, and the bot's memory for each visitor.

          --visitors N         who listen at once (1000)
          --pause SECONDS      what each waits before it says the next thing, on average (4)
          --idle SECONDS       how long all stay connected and silent at the end (45)
          --redis HOST:PORT    the store (a SQLite file of its own)
        """;

    /// <summary>Reads them from a command line.</summary>
    /// <exception cref="UsageException">One of them is not known or not valid.</exception>
    public static StreamsOptions Parse(Arguments from)
    {
        var options = new StreamsOptions(
            Math.Max(1, from.Count("--visitors", 1000)), from.Number("--pause", 4), from.Number("--idle", 45), from.Text("--redis"));
        from.End();
        return options;
    }
}
