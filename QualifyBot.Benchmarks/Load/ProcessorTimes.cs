using System.Diagnostics;
using System.Globalization;

namespace QualifyBot.Benchmarks.Load;

/// <summary>Processor time used up to now, in milliseconds: of the bot, of the test's other processes, of this generator, and of the whole machine (0 where it does not tell).</summary>
internal readonly record struct ProcessorTimes(double Bot, double Others, double Generator, double Machine)
{
    private const double MillisecondsPerTick = 10;

    public static ProcessorTimes Now(LoadOptions options) =>
        new(Of(options.BotProcess), options.OtherProcesses.Sum(Of), Of(Environment.ProcessId), OfMachine());

    public static ProcessorTimes operator -(ProcessorTimes after, ProcessorTimes before) =>
        new(after.Bot - before.Bot, after.Others - before.Others, after.Generator - before.Generator, after.Machine - before.Machine);

    /// <summary>User, nice and system time of all processes.</summary>
    public static double OfMachine() => File.Exists("/proc/stat")
        ? File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..4].Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) * MillisecondsPerTick
        : 0;

    /// <summary>Memory of a process, in MB; 0 if there is no such process.</summary>
    public static double Megabytes(int process) => Read(process, found => found.WorkingSet64 / 1048576.0);

    private static double Of(int process) => Read(process, found => found.TotalProcessorTime.TotalMilliseconds);

    private static double Read(int process, Func<Process, double> figure)
    {
        try
        {
            using var found = process > 0 ? Process.GetProcessById(process) : null;
            return found is null ? 0 : figure(found);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return 0;
        }
    }
}
