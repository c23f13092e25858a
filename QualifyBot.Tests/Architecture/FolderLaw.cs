namespace QualifyBot.Tests.Architecture;

/// <summary>Law 2: the folders of QualifyBot.Bot depend downwards, and a third-party type appears in one folder only.</summary>
public static class FolderLaw
{
    private const string Bot = "QualifyBot.Bot";

    /// <summary>What each folder stands directly on; it may also use what those stand on. The root ("") uses all.</summary>
    private static readonly Dictionary<string, string[]> Below = new(StringComparer.Ordinal)
    {
        // A command opens the host, which is composed in the root, and may talk over the terminal.
        ["Commands"] = ["", "Channels", "Desk", "Privacy"],
        ["Channels"] = ["Turns"],
        ["Desk"] = ["Accounts"],
        ["Accounts"] = ["Turns"],
        ["Privacy"] = ["Turns"],
        ["Turns"] = ["Dialogs", "Outcomes", "Storage"],
        ["Dialogs"] = ["Extraction", "Outcomes", "Playbooks"],
        // A demo slot is claimed in the store, on its own, before the talk goes on.
        ["Outcomes"] = ["Storage"],
        ["Extraction"] = [],
        ["Playbooks"] = [],
        ["Storage"] = [],
        ["Telemetry"] = [],
    };

    /// <summary>Where a third-party assembly is at home, by the beginning of its name.</summary>
    private static readonly (string Assembly, string Folder)[] Homes =
    [
        ("YamlDotNet", "Playbooks"),
        ("StackExchange.Redis", "Storage"),
        ("Microsoft.Data.Sqlite", "Storage"),
        ("SQLitePCLRaw", "Storage"),
        ("OpenAI", "Extraction"),
        ("System.ClientModel", "Extraction"),
        ("System.Memory.Data", "Extraction"),
        ("Anthropic", "Extraction"),
        ("Microsoft.Extensions.AI", "Extraction"),
        ("Polly", "Extraction"),
        ("OpenTelemetry", "Telemetry"),
        ("NodaTime", "Outcomes"),
        ("Spectre.Console", "Commands"),
        ("Microsoft.IdentityModel", "Authentication"),
        ("Microsoft.Identity.Client", "Connector"),
    ];

    /// <summary>Each use that points upwards or sideways, with its remedy.</summary>
    public static IEnumerable<string> Breaches(IEnumerable<TypeUse> uses) =>
        from use in uses
        let user = FolderOf(use.From, Bot)
        let used = FolderOf(use.To, Bot)
        where user is not null && used is not null && user.Length > 0 && !Reach(user).Contains(used)
        select Describe(use, user);

    /// <summary>Each use of a third-party type outside its one folder of a project.</summary>
    public static IEnumerable<string> ForeignBreaches(IEnumerable<TypeUse> uses, string project, Func<string, bool> isThirdParty) =>
        from use in uses
        let user = FolderOf(use.From, project)
        where user is not null && isThirdParty(use.Assembly)
        let home = Homes.Where(entry => use.Assembly.StartsWith(entry.Assembly, StringComparison.Ordinal)).Select(entry => entry.Folder).FirstOrDefault()
        where !string.Equals(user, home, StringComparison.Ordinal)
        select home is null
            ? $"{use.Place}: {use.To} comes from {use.Assembly}, which has no home. Name its one folder in FolderLaw."
            : $"{use.Place}: {use.From} uses {use.To} of {use.Assembly}, which is at home in {home}. Wrap it there in a type of ours.";

    // Null for what is not written by people: generated regular expressions, the compiler's own data.
    private static string? FolderOf(string type, string project)
    {
        if (string.Equals(type, "Program", StringComparison.Ordinal))
        {
            return "";
        }

        return type.StartsWith(project + '.', StringComparison.Ordinal)
            ? type[(project.Length + 1)..].Split('.') is [var folder, _, ..] ? folder : ""
            : null;
    }

    private static HashSet<string> Reach(string folder)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { folder };
        var open = new Stack<string>(reached);
        while (open.TryPop(out var next))
        {
            foreach (var below in Below.GetValueOrDefault(next, []).Where(reached.Add))
            {
                open.Push(below);
            }
        }

        return reached;
    }

    private static string Describe(TypeUse use, string user) => Below.TryGetValue(user, out var below)
        ? $"{use.Place}: {use.From} uses {use.To}, but {user} stands on {Names(below)}. Pass it in as an argument, or move the type down."
        : $"{use.Place}: the folder {user} has no place in the house. Give it one in FolderLaw and in law 2 of the design.";

    private static string Names(string[] folders) => folders.Length == 0 ? "nothing" : string.Join(", ", folders);
}
