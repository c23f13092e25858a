using System.Collections.Immutable;
using System.Text;

namespace QualifyBot.Bot.Commands;

/// <summary>A command of the program.</summary>
internal sealed record Command
{
    /// <summary>The word that calls it ("check").</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in one line that begins with a lower-case letter.</summary>
    public required string Summary { get; init; }

    /// <summary>What it does; gives the exit code. Its arguments are well-formed: only its own options, each with its value.</summary>
    public required Func<Arguments, Task<int>> RunAsync { get; init; }

    /// <summary>What it takes beside options ("[FILE...]"); empty = nothing.</summary>
    public string Operands { get; init; } = "";

    /// <summary>Its options.</summary>
    public ImmutableArray<Option> Options { get; init; } = [];

    /// <summary>Whether settings of the host may follow as --Section:Name value.</summary>
    public bool TakesSettings { get; init; }

    /// <summary>What else a user should know: forms of files, examples, what the exit codes mean.</summary>
    public string Notes { get; init; } = "";

    /// <summary>The page that --help shows.</summary>
    public string Help()
    {
        const string Usage = "Usage: dotnet run --project QualifyBot.Bot --";
        var page = new StringBuilder().Append(char.ToUpperInvariant(Summary[0])).Append(Summary, 1, Summary.Length - 1).AppendLine(".").AppendLine().AppendJoin(' ', new[] { Usage, Name, Operands, Options.IsEmpty ? "" : "[options]" }.Where(static part => part.Length > 0)).AppendLine();
        if (!Options.IsEmpty)
        {
            page.AppendLine().AppendLine("Options:");
            var width = Options.Max(static option => option.Usage.Length);
            foreach (var option in Options)
            {
                page.AppendLine($"  {option.Usage.PadRight(width)}  {option.Meaning}");
            }
        }

        if (TakesSettings)
        {
            page.AppendLine().AppendLine("Every setting of the host can follow as --Section:Name value, for example --Storage:Redis localhost:6379.");
        }

        return (Notes.Length == 0 ? page : page.AppendLine().AppendLine(Notes)).ToString().TrimEnd();
    }
}

/// <summary>An option of a command.</summary>
/// <param name="Name">Its name ("--playbook").</param>
/// <param name="Value">What stands behind it ("FILE"); null = nothing, it is on or off.</param>
/// <param name="Meaning">What it does, in one line.</param>
/// <param name="Repeats">Whether it may stand more than once.</param>
internal sealed record Option(string Name, string? Value, string Meaning, bool Repeats = false)
{
    /// <summary>Name and value as they are written.</summary>
    public string Usage => Value is null ? Name : $"{Name} {Value}";
}
