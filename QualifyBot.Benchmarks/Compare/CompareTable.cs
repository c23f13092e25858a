using System.Globalization;
using System.Text;
using QualifyBot.Benchmarks.Load;

namespace QualifyBot.Benchmarks.Compare;

/// <summary>The figures of all rounds as a markdown table, and the ratios to the Bot Framework SDK on Redis.</summary>
internal sealed class CompareTable(IReadOnlyList<IReadOnlyList<Measurement>> rounds)
{
    private const string Heading = """
        | talks at once | bot | store | turns/s (least to most) | x SDK JS on Redis | reply ms p50 / p95 / p99 | POST ms p50 / p99 | processor ms/turn | MB | foreign % | errors |
        |---|---|---|---|---|---|---|---|---|---|---|
        """;

    private static readonly (string Name, string Store) Reference = ("Bot Framework SDK JS", "Redis");

    /// <summary>Each bot at each number of talks at once, over all rounds.</summary>
    public IEnumerable<IReadOnlyList<Measurement>> Rows => rounds
        .SelectMany(round => round)
        .GroupBy(one => (one.Concurrency, one.Bot))
        .OrderBy(row => row.Key.Concurrency)
        .Select(row => (IReadOnlyList<Measurement>)[.. row]);

    public int Errors => rounds.Sum(round => round.Sum(one => one.Run.Errors));

    public override string ToString()
    {
        var table = new StringBuilder(Heading);
        foreach (var row in Rows)
        {
            table.AppendLine().Append(Line(row));
        }

        var own = Rows.Last(row => row[0].Bot is { Name: "QualifyBot", Store: "Redis" });
        return table.AppendLine().AppendLine().Append(
            CultureInfo.InvariantCulture,
            $"QualifyBot on Redis takes {Ratio(own, run => run.BotCpu):F2} times the processor time a turn of the Bot Framework SDK JS on Redis and answers {Ratio(own, run => run.TurnsPerSecond):F2} times its turns/s, {own[0].Concurrency} talks at once (medians of {rounds.Count} rounds).").ToString();
    }

    private string Line(IReadOnlyList<Measurement> row)
    {
        var median = LoadResult.Median([.. row.Select(one => one.Run)]);
        var (least, most) = (row.Min(one => one.Run.TurnsPerSecond), row.Max(one => one.Run.TurnsPerSecond));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {row[0].Concurrency} | {row[0].Bot.Name} | {row[0].Bot.Store} | {median.TurnsPerSecond:F0} ({least:F0} to {most:F0}) | {Ratio(row, run => run.TurnsPerSecond):F2} | {median.Reply.P50:F2} / {median.Reply.P95:F2} / {median.Reply.P99:F2} | {median.Post.P50:F2} / {median.Post.P99:F2} | {median.BotCpu:F3} | {median.BotMegabytes:F0} | {median.Foreign:F0} | {median.Errors} |");
    }

    // Of each round by itself, because the machine's speed drifts between rounds.
    private double Ratio(IReadOnlyList<Measurement> row, Func<LoadResult, double> figure) => Medians.Of(rounds.Select(round =>
        figure(Of(round, row[0].Bot.Name, row[0].Bot.Store, row[0].Concurrency)) / figure(Of(round, Reference.Name, Reference.Store, row[0].Concurrency))));

    private static LoadResult Of(IReadOnlyList<Measurement> round, string name, string store, int concurrency) =>
        round.First(one => one.Bot.Name == name && one.Bot.Store == store && one.Concurrency == concurrency).Run;
}
