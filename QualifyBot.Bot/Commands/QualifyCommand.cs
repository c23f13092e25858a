using System.Globalization;
using System.Text;
using QualifyBot.Bot.Batch;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands;

/// <summary>"qualify": leads of a CRM export, or recorded calls, through the same rulebook as the talks.</summary>
internal static class QualifyCommand
{
    private const string TranscriptsOption = "--transcripts";
    private const string PlaybookOption = "--playbook";
    private const string OutOption = "--out";
    private const string ReceiptsOption = "--receipts";
    private const string DateOption = "--date";
    private const string MapOption = "--map";
    private const string Standard = "-";

    /// <summary>The command.</summary>
    public static readonly Command Command = new()
    {
        Name = "qualify",
        Summary = "score leads of a CRM export (CSV), or recorded calls (JSON lines), through a playbook",
        Operands = "[LEADS.csv]",
        Options =
        [
            new Option(TranscriptsOption, "CALLS.jsonl", "recorded calls instead of a CSV file, one JSON object a line; - is standard input"),
            new Option(PlaybookOption, "ID|FILE", "the rulebook: bant, champ, meddic, faint, gpct, or a YAML file; default that of new talks (dialogs/sales.yaml)"),
            new Option(OutOption, "FILE", "where the result goes; default - for standard output"),
            new Option(ReceiptsOption, "FILE", "for CSV: where the receipts go, one JSON object a line"),
            new Option(DateOption, "YYYY-MM-DD", "the day of the decision, from which 'next month' counts; default today"),
            new Option(MapOption, "HEADER=SLOT", "for CSV: which slot or signal a column fills, where its name does not tell; may repeat", Repeats: true),
        ],
        Notes = """
            CSV: a header, then a row for each lead; delimited by comma, semicolon, tab or bar. Columns whose names tell are read as answers, all others
            pass through. The result is each row as it came, with score, grade, stage, outcome, reason and hash behind it.
            Calls: {"id": "c1", "turns": [{"time": "...", "speaker": "agent" or "lead", "text": "..."}]} a line. The result is a line for each, with
            every criterion met, unmet or unknown.

            Examples:
              qualify leads.csv --out scored.csv --receipts receipts.jsonl --date 2026-11-22
              qualify leads.csv --playbook champ --map "Annual spend=budget" --map "Web visits=pricing_page"
              qualify --transcripts calls.jsonl --playbook meddic --out verdicts.jsonl

            Exit codes: 0 all was read, 1 rows or lines are damaged (they are told and left out) or a file cannot be used, 2 the command line is wrong.
            """,
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments)
    {
        var errors = Console.Error;
        var transcripts = arguments.Value(TranscriptsOption);
        if ((transcripts is null) == (arguments.Operands.Count == 0) || arguments.Operands.Count > 1)
        {
            await errors.WriteLineAsync($"Name one CSV file, or calls with {TranscriptsOption}. 'qualify --help' shows how.");
            return ExitCode.Misused;
        }

        if (!TryDate(arguments.Value(DateOption), out var today))
        {
            await errors.WriteLineAsync($"'{arguments.Value(DateOption)}' is no day. Write it as 2026-11-22.");
            return ExitCode.Misused;
        }

        var input = transcripts ?? arguments.Operands[0];
        var output = arguments.Value(OutOption) ?? Standard;
        if (output != Standard && (output == input || output == arguments.Value(ReceiptsOption)))
        {
            await errors.WriteLineAsync($"'{output}' cannot be read and written at once. Name another file with {OutOption}.");
            return ExitCode.Misused;
        }

        return PlaybookChoice.Load(arguments.Value(PlaybookOption), errors) is { } playbook
            ? await RunAsync(arguments, playbook, today, input, output, errors)
            : ExitCode.Failed;
    }

    private static async Task<int> RunAsync(Arguments arguments, Playbook playbook, DateOnly today, string input, string output, TextWriter errors)
    {
        try
        {
            using var reader = Open(input);
            using var written = OutputFile.Open(output);
            if (arguments.Has(TranscriptsOption))
            {
                return await new CallsJob(input, playbook, today, errors).RunAsync(reader, written);
            }

            using var receipts = arguments.Value(ReceiptsOption) is { } file ? OutputFile.Open(file) : null;
            return await new LeadsJob(input, playbook, today, errors).RunAsync(reader, written, receipts, arguments.Values(MapOption));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{fault.Message} Check that the files exist, and may be read and written.");
            return ExitCode.Failed;
        }
    }

    /// <summary>The day that is written, or today.</summary>
    internal static bool TryDate(string? text, out DateOnly day)
    {
        day = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        return text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    /// <summary>Opens a file of text, or standard input for "-".</summary>
    internal static StreamReader Open(string file) =>
        new(file == Standard ? Console.OpenStandardInput() : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
}
