using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualifyBot.Benchmarks.Load;

/// <summary>The figures of one run, or the medians of several.</summary>
internal sealed record LoadResult
{
    public required int Turns { get; init; }

    public required int Errors { get; init; }

    public required IReadOnlyDictionary<string, int> ErrorKinds { get; init; }

    /// <summary>One error in full.</summary>
    public string? Sample { get; init; }

    public required double Seconds { get; init; }

    public required double TurnsPerSecond { get; init; }

    public required double TalksPerSecond { get; init; }

    /// <summary>From the POST's begin to the arrival of the turn's last reply.</summary>
    public required Latency Reply { get; init; }

    /// <summary>From the POST's begin to its answer.</summary>
    public required Latency Post { get; init; }

    /// <summary>Processor time of the bot, in milliseconds a turn; 0 if its process is not known.</summary>
    public required double BotCpu { get; init; }

    /// <summary>Processor time of the test's other processes, in milliseconds a turn.</summary>
    public required double OtherCpu { get; init; }

    /// <summary>Processor time of this generator, in milliseconds a turn.</summary>
    public required double GeneratorCpu { get; init; }

    public required double BotMegabytes { get; init; }

    /// <summary>What processes that do not belong to the test took, in percent of one core.</summary>
    public required double Foreign { get; init; }

    /// <summary>How fast the machine was before the run: small JSON documents read and written on one thread, in thousands a second.</summary>
    public required double MachineSpeed { get; init; }

    /// <summary>The median of each figure; errors are added up.</summary>
    public static LoadResult Median(IReadOnlyList<LoadResult> runs)
    {
        double Of(Func<LoadResult, double> figure) => Medians.Of(runs.Select(figure));
        Latency Times(Func<LoadResult, Latency> times) => new(Of(run => times(run).P50), Of(run => times(run).P95), Of(run => times(run).P99), Of(run => times(run).Max));
        return new()
        {
            Turns = runs[0].Turns,
            Errors = runs.Sum(run => run.Errors),
            ErrorKinds = runs.SelectMany(run => run.ErrorKinds).GroupBy(kind => kind.Key, StringComparer.Ordinal).ToDictionary(kind => kind.Key, kind => kind.Sum(count => count.Value), StringComparer.Ordinal),
            Sample = runs.Select(run => run.Sample).FirstOrDefault(sample => sample is not null),
            Seconds = Of(run => run.Seconds),
            TurnsPerSecond = Of(run => run.TurnsPerSecond),
            TalksPerSecond = Of(run => run.TalksPerSecond),
            Reply = Times(run => run.Reply),
            Post = Times(run => run.Post),
            BotCpu = Of(run => run.BotCpu),
            OtherCpu = Of(run => run.OtherCpu),
            GeneratorCpu = Of(run => run.GeneratorCpu),
            BotMegabytes = Of(run => run.BotMegabytes),
            Foreign = Of(run => run.Foreign),
            MachineSpeed = Of(run => run.MachineSpeed),
        };
    }
}

/// <summary>One line of a file of figures.</summary>
internal sealed record LoadRecord(string Label, int Talks, int Concurrency, bool AnswerAtOnce, LoadResult Median, IReadOnlyList<LoadResult> Runs)
{
    public Task AppendAsync(string path) => File.AppendAllTextAsync(path, JsonSerializer.Serialize(this, LoadJson.Default.LoadRecord) + Environment.NewLine);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LoadRecord))]
internal sealed partial class LoadJson : JsonSerializerContext;
