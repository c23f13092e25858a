using System.Diagnostics;
using System.Globalization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Benchmarks.Scoring;

/// <summary>Measures what a score and a decision cost on each shipped playbook, in processor time of one thread, and prints the table.</summary>
internal static class ScoringCommand
{
    public const string Usage = """
        scoring: measures what the score of one lead costs on each shipped playbook, and the next step.

          --seconds S          processor time for each figure (2)
        """;

    private const int Leads = 1000;

    private const string Heading = """
        | playbook | rules | score, µs | bytes, receipts and all | next step with its hash, µs | bytes |
        |---|---|---|---|---|---|
        """;

    /// <summary>Returns the exit code.</summary>
    public static int Run(string[] args)
    {
        var from = new Arguments(args);
        var time = TimeSpan.FromSeconds(Math.Max(1, from.Count("--seconds", 2)));
        from.End();
#if DEBUG
        throw new UsageException("This is a Debug build; measure with dotnet run -c Release.");
#else
        Console.WriteLine(Heading);
        foreach (var playbook in LeadPopulation.Playbooks())
        {
            Console.WriteLine(Line(playbook, time));
        }

        return 0;
#endif
    }

    private static string Line(Playbook playbook, TimeSpan time)
    {
        var today = LeadPopulation.Today;
        var leads = LeadPopulation.Of(playbook, Leads, answered: 100, seed: 1);
        var score = Measure(leads, time, lead => Scorer.Score(lead, playbook, today));
        var step = Measure(leads, time, lead => Decider.Next(lead, playbook, today));
        return string.Create(CultureInfo.InvariantCulture, $"| {playbook.Name} | {playbook.Rules.Length} | {score.Microseconds:F2} | {score.Bytes:F0} | {step.Microseconds:F2} | {step.Bytes:F0} |");
    }

    private static (double Microseconds, double Bytes) Measure<T>(Lead[] leads, TimeSpan time, Func<Lead, T> run)
    {
        Round(leads, TimeSpan.FromMilliseconds(300), run);
        return Round(leads, time, run);
    }

    // Processor time, so that other work on the machine does not count.
    private static (double Microseconds, double Bytes) Round<T>(Lead[] leads, TimeSpan time, Func<Lead, T> run)
    {
        var (runs, bytes, began) = (0L, GC.GetAllocatedBytesForCurrentThread(), Process.GetCurrentProcess().TotalProcessorTime);
        var spent = TimeSpan.Zero;
        for (; spent < time; spent = Process.GetCurrentProcess().TotalProcessorTime - began)
        {
            foreach (var lead in leads)
            {
                GC.KeepAlive(run(lead));
            }

            runs += leads.Length;
        }

        return (spent.TotalMicroseconds / runs, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / runs);
    }
}
