using System.Collections.Immutable;
using System.Globalization;
using QualifyBot.Bot.Calls;
using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Bot.Commands;

/// <summary>"qualify": leads from elsewhere through the same rulebook.</summary>
internal static class QualifyCommand
{
    private const string TranscriptsOption = "--transcripts";
    private const string PlaybookOption = "--playbook";
    private const string DateOption = "--date";
    private const string OutOption = "--out";

    /// <summary>The command.</summary>
    public static readonly Command Command = new()
    {
        Name = "qualify",
        Summary = "score leads of a CRM export (CSV), or recorded calls (JSON lines), through a playbook",
        Operands = "[FILE.csv]",
        Options =
        [
            new Option(TranscriptsOption, "CALLS.jsonl", "calls instead of a CSV file; - reads standard input"),
            new Option(PlaybookOption, "ID|FILE", "the rulebook: one of dialogs/playbooks, or a file (default bant)"),
            new Option(OutOption, "FILE", "where the result goes (default standard output)"),
            new Option(DateOption, "YYYY-MM-DD", "the day on which it is decided (default today)"),
        ],
        RunAsync = static arguments => Task.FromResult(Run(arguments)),
    };

    private static int Run(Arguments arguments)
    {
        var chosen = PlaybookChoice.Of(arguments.Value(PlaybookOption));
        var today = DateOnly.Parse(arguments.Value(DateOption) ?? "2026-11-22", CultureInfo.InvariantCulture);
        using var output = new StreamWriter(Console.OpenStandardOutput());
        var code = 0;
        foreach (var line in File.ReadLines(arguments.Value(TranscriptsOption)!))
        {
            var (call, problem) = CallLine.Parse(line);
            if (call is null)
            {
                Console.Error.WriteLine(problem);
                code = 1;
                continue;
            }

            output.WriteLine(CallReply.Write(CallReader.Read(call, chosen, today)));
        }

        return code;
    }
}
