using System.Diagnostics;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Benchmarks.Reading;

/// <summary>Messages of 10,000 characters, of ordinary words and of what is hardest to read: the slowest counts.</summary>
internal static class LongMessages
{
    private const int Length = 10_000;
    private const int Tries = 20;

    private static readonly string[] Seeds =
    [
        "a", "1", "1 ", "1.", "1,000 ", "$5 ", "5k - ", "a@", "a.", "- ", "the ", "one hundred ", "half ", "Monday ", "next ", "first of ", "between 5 and ", "at 3 ",
        "in 2 weeks ", "John ", "not ", "we ", "I want to ", "change my ", "+49 ", "at dot ", "xqzvw ", "my budget is ", "and ", "\n", "😀", "3/4 ", "\"", "(",
    ];

    /// <summary>The slowest kind of message and its milliseconds, each the best of several tries.</summary>
    public static (string Seed, double Milliseconds) Slowest(ReadingContext context, string[] messages) => Seeds
        .Select(seed => (Seed: seed, Text: Fill(seed)))
        .Append((Seed: "messages of the tables", Text: Fill(string.Join(". ", messages) + ". ")))
        .Select(one => (one.Seed, Milliseconds: Best(one.Text, context)))
        .MaxBy(one => one.Milliseconds);

    private static string Fill(string seed) => string.Concat(Enumerable.Repeat(seed, (Length / seed.Length) + 1))[..Length];

    private static double Best(string text, ReadingContext context) => Enumerable.Range(0, Tries).Min(_ =>
    {
        var began = Stopwatch.GetTimestamp();
        RuleReader.Read(text, context);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    });
}
