using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using QualifyBot.Bot;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;
using Xunit.Abstractions;

namespace QualifyBot.Tests.Generated;

/// <summary>
/// Visitors made from seeds talk through the whole pipeline, on SQLite in memory, over all five playbooks. 350 talks belong to each test run;
/// QUALIFYBOT_TALKS=10000 dotnet test QualifyBot.Tests -c Release --filter GeneratedVisitorTests holds more.
/// </summary>
public sealed class GeneratedVisitorTests(ITestOutputHelper output)
{
    private const int Talks = 350;
    private const int Shown = 12;

    // Enough for all talks that book a demo: a calendar that is full is another test's matter.
    private const int Reps = 20;

    [Fact]
    public async Task Nobody_hears_a_sentence_twice_in_a_row_or_is_asked_what_they_said_and_every_talk_ends_and_leaves_a_lead_with_receipts()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("QUALIFYBOT_TALKS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : Talks;
        var playbooks = Shipped.Catalog.Playbooks.Values.OrderBy(playbook => playbook.Id, StringComparer.Ordinal).ToArray();
        await using var app = await QualifyBotHost.BuildAsync(
            ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None", "--Storage:Path", ":memory:", .. Enumerable.Range(0, Reps).SelectMany(rep => (string[])[$"--Booking:Reps:{rep}:Name", $"Rep {rep}"])], new MovedClock());
        var (talks, began) = (new ConcurrentBag<GeneratedTalk>(), Stopwatch.GetTimestamp());
        await Parallel.ForEachAsync(Enumerable.Range(0, count), async (seed, _) =>
        {
            var talk = new GeneratedTalk(app, playbooks[seed % playbooks.Length], seed);
            await talk.RunAsync();
            talks.Add(talk);
        });
        var took = Stopwatch.GetElapsedTime(began);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{talks.Count} talks, {talks.Sum(talk => talk.Turns)} turns in {took.TotalSeconds:F1} s, at most {talks.Max(talk => talk.Turns)} turns"));
        var kinds = talks.SelectMany(talk => talk.Faults.Select(fault => (Fault: fault, Talk: talk))).GroupBy(found => found.Fault).OrderByDescending(group => group.Count()).ToArray();
        foreach (var kind in kinds)
        {
            output.WriteLine($"{kind.Count(),6} {kind.Key} ({string.Join(", ", kind.Select(found => found.Talk.Manner).Distinct())})");
        }

        Assert.True(kinds.Length == 0, string.Join("\n\n", kinds.Take(Shown).Select(kind => $"{kind.Key}:\n{string.Join("\n", kind.DistinctBy(found => found.Talk.Manner).Select(found => found.Talk))}")));
        Assert.Equal(count, talks.Count);
    }
}
