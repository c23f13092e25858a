using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using QualifyBot.Bot.Calibration;
using QualifyBot.Bot.Storage;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands;

/// <summary>"calibrate": compares the points of rules with what leads with known results say.</summary>
internal static class CalibrateCommand
{
    private const string PlaybookOption = "--playbook";
    private const string ResultOption = "--result";
    private const string WonOption = "--won";
    private const string LostOption = "--lost";
    private const string MapOption = "--map";
    private const string DateOption = "--date";
    private const string HtmlOption = "--html";

    /// <summary>The command.</summary>
    public static readonly Command Command = new()
    {
        Name = "calibrate",
        Summary = "compare the points of rules with what won and lost leads say, and propose points",
        Operands = "[LEADS.csv]",
        TakesSettings = true,
        Options =
        [
            new Option(PlaybookOption, "ID|FILE", "the rulebook: bant, champ, meddic, faint, gpct, or a YAML file; default that of new talks (dialogs/sales.yaml)"),
            new Option(ResultOption, "HEADER", "for CSV: the column that holds the result (default Status)"),
            new Option(WonOption, "TEXT", "for CSV: what stands there for leads that bought (default Closed Won); may repeat", Repeats: true),
            new Option(LostOption, "TEXT", "for CSV: what stands there for leads that did not (default Closed Lost); may repeat", Repeats: true),
            new Option(MapOption, "HEADER=SLOT", "for CSV: which slot or signal a column fills; may repeat", Repeats: true),
            new Option(DateOption, "YYYY-MM-DD", "for CSV: the day from which 'next month' counts; default today"),
            new Option(HtmlOption, "FILE", "write a page with tables and a chart too"),
        ],
        Notes = """
            Without a file the stored leads of the playbook are taken that have a result, won or lost. Each rule's coefficient in a logistic
            regression is scaled so that the points of all rules together keep their size, and set beside the points it gives now. With fewer than
            100 leads, or 10 of the rarer result for each rule, no points are suggested. No playbook is changed.

            Examples:
              calibrate closed.csv --result Stage --won "Closed Won" --lost "Closed Lost" --lost Churned --html report.html
              calibrate --playbook champ --Storage:Redis localhost:6379

            Exit codes: 0 done, 1 the leads cannot be used or rows are damaged, 2 the command line is wrong.
            """,
        RunAsync = static arguments => RunAsync(arguments, Console.Out, Console.Error),
    };

    private static async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter errors)
    {
        if (arguments.Operands.Count > 1 || !QualifyCommand.TryDate(arguments.Value(DateOption), out var today))
        {
            await errors.WriteLineAsync("Name one CSV file, or none for the stored leads, and days as 2026-11-22. 'calibrate --help' shows how.");
            return ExitCode.Misused;
        }

        if (PlaybookChoice.Load(arguments.Value(PlaybookOption), errors) is not { } playbook)
        {
            return ExitCode.Failed;
        }

        try
        {
            var (sample, code) = arguments.Operands is [var file]
                ? await ReadAsync(file, arguments, playbook, today, errors)
                : await StoredResults.ReadAsync(playbook, arguments.Settings, errors);
            return sample is null ? code : await ReportAsync(sample, arguments.Value(HtmlOption), output, errors) is var told && told != ExitCode.Done ? told : code;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or StoreUnavailableException)
        {
            await errors.WriteLineAsync(fault.Message);
            return ExitCode.Failed;
        }
    }

    private static async Task<(Sample? Sample, int Code)> ReadAsync(string file, Arguments arguments, Playbook playbook, DateOnly today, TextWriter errors)
    {
        using var reader = QualifyCommand.Open(file);
        var results = new CsvResults(file, arguments.Value(ResultOption) ?? "Status", OrDefault(arguments, WonOption, "Closed Won"), OrDefault(arguments, LostOption, "Closed Lost"), errors);
        return await results.ReadAsync(reader, playbook, today, arguments.Values(MapOption));
    }

    private static ImmutableArray<string> OrDefault(Arguments arguments, string option, string value) => arguments.Has(option) ? arguments.Values(option) : [value];

    private static async Task<int> ReportAsync(Sample sample, string? html, TextWriter output, TextWriter errors)
    {
        if (sample.Won == 0 || sample.Lost == 0)
        {
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{sample.Won} leads are won and {sample.Lost} lost: both are needed. Check the column of the result and what stands there ({ResultOption}, {WonOption}, {LostOption})."));
            return ExitCode.Failed;
        }

        var result = Calibrator.Compare(sample);
        await output.WriteAsync(CalibrationTable.Of(result));
        if (html is not null)
        {
            await File.WriteAllTextAsync(html, CalibrationPage.Of(result), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        return ExitCode.Done;
    }
}
