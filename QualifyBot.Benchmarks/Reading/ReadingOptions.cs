namespace QualifyBot.Benchmarks.Reading;

/// <summary>How long to compare the readers; <see cref="Usage"/> tells the meaning of each.</summary>
internal sealed record ReadingOptions(int Rounds, int Seconds)
{
    public const string Usage = """
        reading: measures how quickly messages are read, next to Microsoft's Recognizers-Text for JavaScript; needs node and npm.

          --rounds N           rounds, of which the medians count (5)
          --seconds S          processor time that each reader gets in a round (3)
        """;

    /// <summary>Reads them from a command line.</summary>
    /// <exception cref="UsageException">One of them is not known or not valid.</exception>
    public static ReadingOptions Parse(Arguments from)
    {
        var options = new ReadingOptions(Math.Max(1, from.Count("--rounds", 5)), Math.Max(1, from.Count("--seconds", 3)));
        from.End();
        return options;
    }
}
