namespace QualifyBot.Benchmarks.Reading;

/// <summary>The messages that the readers read: the visitors' sentences of the test tables, two by two, as long as people's messages are on average.</summary>
internal static class SalesMessages
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Messages");

    /// <summary>The messages of the English tables, in the order of files and lines; the sentence is the second column.</summary>
    public static string[] English() =>
    [
        .. Directory.EnumerateFiles(Folder, "*.en.txt").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Where(columns => columns.Length > 2)
            .Select(columns => columns[1])
            .Chunk(2)
            .Select(sentences => string.Join(". ", sentences)),
    ];
}
