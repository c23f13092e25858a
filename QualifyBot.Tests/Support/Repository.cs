namespace QualifyBot.Tests.Support;

/// <summary>The source tree that the tests were built from.</summary>
public static class Repository
{
    private static readonly string[] Foreign = ["bin", "obj", ".git", ".vs", ".idea", "node_modules", "data", "TestResults", "BenchmarkDotNet.Artifacts", "StrykerOutput"];

    /// <summary>The folder that holds QualifyBot.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Files written by people, as paths relative to the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder = "") => Below(Path.Combine(Root, folder))
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Below(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(inner => !Foreign.Contains(Path.GetFileName(inner))).SelectMany(Below));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "QualifyBot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("QualifyBot.sln stands in no folder above the tests.");
        }

        return folder.FullName;
    }
}
