using System.Globalization;
using System.Text;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Batch;

/// <summary>Counts of one batch.</summary>
internal sealed class BatchTally(int columns)
{
    /// <summary>Rows scored.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows by outcome.</summary>
    public long[] Outcomes { get; } = new long[Enum.GetValues<Outcome>().Length];

    /// <summary>Cells not understood, by column.</summary>
    public long[] Lost { get; } = new long[columns];

    /// <summary>The lines of the first of them, by column.</summary>
    public List<long>[] LostLines { get; } = [.. Enumerable.Range(0, columns).Select(static _ => new List<long>())];

    /// <summary>Lines of damaged rows, with what is wrong.</summary>
    public List<(long Line, string Problem)> Damaged { get; } = [];

    /// <summary>Counts a scored row.</summary>
    public void Add(CsvRecord record, ScoredRow row)
    {
        Rows++;
        Outcomes[(int)row.Decision.Outcome]++;
        foreach (var column in row.NotUnderstood)
        {
            Lost[column]++;
            if (LostLines[column].Count < BatchReport.Examples)
            {
                LostLines[column].Add(record.Line);
            }
        }
    }
}

/// <summary>What came of a file, for standard error: counts and line numbers, never what stands in the cells.</summary>
internal sealed class BatchReport(string file, ColumnMap map, TextWriter errors)
{
    /// <summary>How many lines are named as examples.</summary>
    public const int Examples = 3;

    private const int MostDamagedShown = 20;

    private readonly BatchTally all = new(map.Columns.Length);
    private readonly long[] outcomes = new long[Enum.GetValues<Outcome>().Length];
    private long rows;
    private long damaged;

    /// <summary>Whether rows are damaged.</summary>
    public bool HasDamage => damaged > 0;

    /// <summary>Rows scored.</summary>
    public long Rows => rows;

    /// <summary>Adds a batch; batches come in the order of the file.</summary>
    public void Add(BatchTally tally)
    {
        rows += tally.Rows;
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] += tally.Outcomes[i];
        }

        for (var i = 0; i < tally.Lost.Length; i++)
        {
            all.Lost[i] += tally.Lost[i];
            all.LostLines[i].AddRange(tally.LostLines[i].Take(Examples - all.LostLines[i].Count));
        }

        foreach (var (line, problem) in tally.Damaged)
        {
            if (++damaged <= MostDamagedShown)
            {
                errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {problem}"));
            }
        }
    }

    /// <summary>The summary.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (damaged > MostDamagedShown)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"... and {damaged - MostDamagedShown} more damaged rows.");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{rows} rows scored, {damaged} damaged rows left out.");
        text.AppendLine(CultureInfo.InvariantCulture, $"Columns: {map.Describe()}.");
        text.AppendLine($"Outcomes: {string.Join(", ", Enum.GetValues<Outcome>().Select(outcome => string.Create(CultureInfo.InvariantCulture, $"{Snake.Of(outcome)} {outcomes[(int)outcome]}")))}.");
        for (var i = 0; i < map.Columns.Length; i++)
        {
            if (all.Lost[i] > 0)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{map.Columns[i].Header}: {all.Lost[i]} cells not understood, so unanswered; first on line {string.Join(", ", all.LostLines[i])}.");
            }
        }

        return text.ToString();
    }
}
