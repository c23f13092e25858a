using System.Collections.Immutable;
using System.Text;
using QualifyBot.Bot.Batch;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands;

/// <summary>Scores the leads of a CSV file.</summary>
internal sealed class LeadsJob(string file, Playbook playbook, DateOnly today, TextWriter errors)
{
    /// <summary>Runs to the end of the input; gives the exit code.</summary>
    public async Task<int> RunAsync(TextReader input, OutputFile output, OutputFile? receipts, ImmutableArray<string> wanted)
    {
        var source = CsvSource.Open(input);
        if (source.Read() is not { } header)
        {
            await errors.WriteLineAsync($"{file}:1: The file is empty. The first line is the header, with a name for each column.");
            return ExitCode.Failed;
        }

        if (header.Problem is { } problem)
        {
            await errors.WriteLineAsync($"{file}:{header.Line}: {problem}");
            return ExitCode.Failed;
        }

        var (map, wrong) = ColumnMap.Of([.. header.Cells.Select(static cell => cell.Trim())], playbook, wanted);
        if (map is null)
        {
            await errors.WriteLineAsync(wrong);
            return ExitCode.Misused;
        }

        var (writer, report) = (new RowWriter(source.Delimiter, map), new BatchReport(file, map, errors));
        await output.Stream.WriteAsync(Encoding.UTF8.GetBytes(writer.Header(header.Raw) + "\n"));
        await new BatchRun(source, new RowScorer(map, playbook, today), writer, report).RunAsync(output.Stream, receipts?.Stream);
        output.Finish();
        receipts?.Finish();
        await errors.WriteAsync(report.ToString());
        return report.HasDamage ? ExitCode.Failed : ExitCode.Done;
    }
}
