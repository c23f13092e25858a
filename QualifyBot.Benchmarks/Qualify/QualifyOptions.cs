namespace QualifyBot.Benchmarks.Qualify;

/// <summary>How large a file to score; <see cref="Usage"/> tells the meaning of each.</summary>
internal sealed record QualifyOptions(int Rows, string Folder)
{
    public const string Usage = """
        qualify: writes a file of generated leads, scores it with the command 'qualify', and prints rows a second and the memory at its highest.

          --rows N             rows (1000000)
          --folder PATH        where the files go (a folder of their own, removed afterwards)
        """;

    /// <summary>Reads them from a command line.</summary>
    /// <exception cref="UsageException">One of them is not known or not valid.</exception>
    public static QualifyOptions Parse(Arguments from)
    {
        var options = new QualifyOptions(Math.Max(1, from.Count("--rows", 1_000_000)), from.Text("--folder") ?? "");
        from.End();
        return options;
    }
}
