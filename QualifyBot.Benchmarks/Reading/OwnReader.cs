using System.Diagnostics;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Benchmarks.Reading;

/// <summary>QualifyBot's rule reader on one thread of this process.</summary>
internal static class OwnReader
{
    public static readonly ReadingContext Context = new() { Now = new DateTime(2026, 3, 11, 9, 30, 0, DateTimeKind.Unspecified), Requested = [SlotType.Money] };

    /// <summary>Reads all messages again and again for so long; compiled code and word lists are there before the clock starts.</summary>
    public static ReadingRate Measure(string[] messages, TimeSpan budget)
    {
        ReadAll(messages);
        var (read, allocated) = (0, GC.GetAllocatedBytesForCurrentThread());
        var began = Process.GetCurrentProcess().TotalProcessorTime;
        var spent = TimeSpan.Zero;
        for (; spent < budget; spent = Process.GetCurrentProcess().TotalProcessorTime - began)
        {
            ReadAll(messages);
            read += messages.Length;
        }

        return new ReadingRate(read / spent.TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)read);
    }

    private static void ReadAll(string[] messages)
    {
        foreach (var message in messages)
        {
            RuleReader.Read(message, Context);
        }
    }
}
