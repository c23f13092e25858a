using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using QualifyBot.Bot.Batch;
using QualifyBot.Bot.Calibration;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Commands;

/// <summary>Leads with known results from a CSV file.</summary>
internal sealed class CsvResults(string file, string column, ImmutableArray<string> won, ImmutableArray<string> lost, TextWriter errors)
{
    private const int MostDamagedShown = 20;

    private readonly FrozenSet<string> wins = won.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private readonly FrozenSet<string> losses = lost.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The leads, and the exit code: 1 where rows are damaged; null where the file or the command line cannot be used, which is told.</summary>
    public async Task<(Sample? Sample, int Code)> ReadAsync(TextReader input, Playbook playbook, DateOnly today, ImmutableArray<string> wanted)
    {
        var source = CsvSource.Open(input);
        if (source.Read() is not { Problem: null } header)
        {
            await errors.WriteLineAsync($"{file}:1: There is no header. The first line holds a name for each column.");
            return (null, ExitCode.Failed);
        }

        ImmutableArray<string> headers = [.. header.Cells.Select(static cell => cell.Trim())];
        var place = headers.IndexOf(column, StringComparer.OrdinalIgnoreCase);
        var (map, wrong) = ColumnMap.Of(headers, playbook, wanted);
        if (place < 0 || map is null)
        {
            await errors.WriteLineAsync(wrong ?? $"There is no column '{column}' for the result. {Nearest.Remedy(column, headers)}");
            return (null, ExitCode.Misused);
        }

        return await CollectAsync(source, new RowScorer(map, playbook, today), place);
    }

    private async Task<(Sample? Sample, int Code)> CollectAsync(CsvSource source, RowScorer scorer, int place)
    {
        var (sample, open, damaged) = (new Sample(scorer.Playbook), 0L, 0L);
        while (source.Read() is { } record)
        {
            if (scorer.Map.ProblemOf(record) is { } problem)
            {
                if (++damaged <= MostDamagedShown)
                {
                    await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file}:{record.Line}: {problem}"));
                }

                continue;
            }

            var result = record.Cells[place].Trim();
            if (wins.Contains(result) || losses.Contains(result))
            {
                sample.Add(scorer.Score(record.Cells).Decision.Score, wins.Contains(result));
            }
            else
            {
                open++;
            }
        }

        await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{sample.Won + sample.Lost} leads have a result, {open} others were left out, {damaged} rows are damaged. Columns: {scorer.Map.Describe()}."));
        return (sample, damaged > 0 ? ExitCode.Failed : ExitCode.Done);
    }
}
