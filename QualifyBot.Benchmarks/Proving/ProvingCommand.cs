using System.Diagnostics;
using System.Globalization;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Proving;
using QualifyBot.Tests.Proving;

namespace QualifyBot.Benchmarks.Proving;

/// <summary>"prove": how long a playbook of 40 criteria and 400 rules takes to prove, the first time in a process and after that.</summary>
internal static class ProvingCommand
{
    public const string Usage = "prove: how long a playbook of 40 criteria and 400 rules takes to prove, on one core; the first round is that of a new process.";

    private const int Rounds = 10;

    /// <summary>Measures and prints.</summary>
    public static void Run()
    {
        var watch = Stopwatch.StartNew();
        for (var round = 1; round <= Rounds; round++)
        {
            watch.Restart();
            var before = Environment.CpuUsage.TotalTime;
            var loaded = PlaybookLoader.Parse("large.yaml", LargePlaybook.Yaml);
            var read = watch.Elapsed;
            var findings = Prover.Find(loaded.Playbook!, new DateOnly(2026, 1, 1)).Length;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round,2}: read in {read.TotalMilliseconds,5:0} ms, proved in {(watch.Elapsed - read).TotalMilliseconds,5:0} ms, {findings} findings; processor time {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds,5:0} ms"));
        }
    }
}
