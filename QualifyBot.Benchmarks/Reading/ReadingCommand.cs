using System.Globalization;
using QualifyBot.Benchmarks.Compare;
using QualifyBot.Benchmarks.Load;

namespace QualifyBot.Benchmarks.Reading;

/// <summary>Measures QualifyBot's rule reader and its peer in interleaved rounds, and prints the table.</summary>
internal static class ReadingCommand
{
    private const string Heading = """
        | reader | messages/s of processor time (least to most) | x Recognizers-Text JS | bytes allocated a message |
        |---|---|---|---|
        """;

    /// <summary>Returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        var options = ReadingOptions.Parse(new Arguments(args));
#if DEBUG
        throw new UsageException("This is a Debug build; measure with dotnet run -c Release.");
#else
        await Peers.InstallAsync([Peers.Reader], cancellation);
        var messages = SalesMessages.English();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{messages.Length} messages of {messages.Average(message => message.Length):F1} characters on average"));
        var rounds = new List<(ReadingRate Own, ReadingRate Peer)>();
        var budget = TimeSpan.FromSeconds(options.Seconds);
        OwnReader.Measure(messages, budget);
        while (rounds.Count < options.Rounds)
        {
            rounds.Add((OwnReader.Measure(messages, budget), await PeerReader.MeasureAsync(messages, budget, cancellation)));
        }

        Print(rounds);
        var (seed, milliseconds) = LongMessages.Slowest(OwnReader.Context, messages);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Slowest message of 10,000 characters: {milliseconds:F2} ms, of \"{seed.Trim()}\"."));
        return 0;
#endif
    }

    private static void Print(List<(ReadingRate Own, ReadingRate Peer)> rounds)
    {
        Console.WriteLine(Heading);
        Console.WriteLine(Line("QualifyBot, every slot and act", [.. rounds.Select(round => round.Own)], Medians.Of(rounds.Select(round => round.Own.PerSecond / round.Peer.PerSecond))));
        Console.WriteLine(Line("Recognizers-Text JS, six models", [.. rounds.Select(round => round.Peer)], 1));
    }

    private static string Line(string name, IReadOnlyList<ReadingRate> rates, double ratio)
    {
        var bytes = Medians.Of(rates.Select(rate => rate.Bytes));
        var (least, most) = (rates.Min(rate => rate.PerSecond), rates.Max(rate => rate.PerSecond));
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {Medians.Of(rates.Select(rate => rate.PerSecond)):F0} ({least:F0} to {most:F0}) | {ratio:F1} | {(double.IsNaN(bytes) ? "not measured" : bytes.ToString("F0", CultureInfo.InvariantCulture))} |");
    }
}
