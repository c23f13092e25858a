using System.Diagnostics;
using System.Globalization;

namespace QualifyBot.Benchmarks.Compare;

/// <summary>A bot that takes part, and how to start it.</summary>
internal sealed record Contender(string Name, string Store, string Script, string Program, string Folder, IReadOnlyList<string> Arguments)
{
    private const string Redis = "Redis";
    private const string Memory = "memory";

    /// <summary>Settings given to it as environment variables.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>QualifyBot and its peers; QualifyBot on Redis is the first and its reference, the Bot Framework SDK on Redis, the third.</summary>
    public static IReadOnlyList<Contender> All(string redis, string scratch) =>
    [
        QualifyBot(Redis, "--Storage:Redis", redis),
        QualifyBot("SQLite", "--Storage:Redis", "", "--Storage:Path", Path.Combine(scratch, "qualifybot.db")),
        Peer("Bot Framework SDK JS", "botframework-js", redis),
        Peer("Bot Framework SDK JS", "botframework-js", redis: null),
        Peer("Agents SDK JS, dialogs", "agents-js", redis),
        Peer("Agents SDK JS, no dialogs", "agents-js", redis, "app"),
    ];

    /// <summary>How to start it so that it listens on a port.</summary>
    public ProcessStartInfo StartOn(int port)
    {
        var start = new ProcessStartInfo(Program, Arguments) { WorkingDirectory = Folder };
        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        return start;
    }

    private static Contender QualifyBot(string store, params IEnumerable<string> settings) =>
        new("QualifyBot", store, "bant", "dotnet", AppContext.BaseDirectory, ["QualifyBot.Bot.dll", "serve", .. settings]);

    private static Contender Peer(string name, string folder, string? redis, string flavour = "dialogs") =>
        new(name, redis is null ? Memory : Redis, "peers", "node", Peers.FolderOf(folder), ["bot.js"])
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["REDIS"] = redis ?? "", ["FLAVOUR"] = flavour },
        };
}
