using System.Diagnostics;

namespace QualifyBot.Benchmarks.Compare;

/// <summary>The programs on Microsoft's packages, which run from the build's output folder.</summary>
internal static class Peers
{
    /// <summary>The bots.</summary>
    public static readonly string[] Bots = ["botframework-js", "agents-js"];

    /// <summary>The reader of messages.</summary>
    public const string Reader = "recognizers-js";

    public static string FolderOf(string name) => Path.Combine(AppContext.BaseDirectory, "Peers", name);

    /// <summary>Installs the packages of each, where that was not done yet.</summary>
    /// <exception cref="UsageException">npm is missing, or failed.</exception>
    public static async Task InstallAsync(IEnumerable<string> names, CancellationToken cancellation)
    {
        // npm writes this file last, so its presence means that an installation came to its end.
        foreach (var folder in names.Select(FolderOf).Where(folder => !File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json"))))
        {
            Console.WriteLine($"Installing the packages of {Path.GetFileName(folder)} ...");
            // Without scripts: those of the peers' packages look for further programs on the net.
            var npm = new ProcessStartInfo("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = folder };
            await ChildProcess.RunAsync(npm, cancellation);
        }
    }
}
