using BenchmarkDotNet.Attributes;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Benchmarks;

/// <summary>Reading all slots of one message. Promised: 30,000 messages a second on one core, under 4 KB allocated.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private static readonly string[] Messages =
    [
        "we have about 40k and want to start in March",
        "my boss decides, but I recommend the tool",
        "Tuesday afternoon or Thursday at 10 would work",
        "our onboarding takes far too long",
        "I'm Jane Doe, head of IT at Fabrikam",
        "around 300 people, most of them in sales",
    ];

    private readonly ReadingContext context = new() { Now = new DateTime(2026, 3, 11, 9, 30, 0, DateTimeKind.Unspecified), Requested = [SlotType.Money] };

    [Benchmark(OperationsPerInvoke = 6)]
    public int Messages_of_a_talk()
    {
        var count = 0;
        foreach (var message in Messages)
        {
            count += RuleReader.Read(message, context).Candidates.Length;
        }

        return count;
    }
}
