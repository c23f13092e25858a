using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using QualifyBot.Tests.Reading.SalesAnswers;

namespace QualifyBot.Tests.Reading.Metamorphic;

/// <summary>What is read right stays right where only the writing changes.</summary>
public sealed class MetamorphicTests
{
    private const int Seed = 20260311;
    private const int MostPairs = 300;

    private static readonly Lazy<ImmutableArray<(SalesTable Table, SalesRow Row)>> Right = new(static () =>
        [.. SalesTable.All.Values.Where(static table => string.Equals(table.Language, "en", StringComparison.Ordinal)).SelectMany(static table => RightRows(table).Select(row => (table, row)))]);

    public static TheoryData<string> Names => [.. Transformations.All.Select(static change => change.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_answers_are_read_after(string name)
    {
        var change = Transformations.All.Single(change => string.Equals(change.Name, name, StringComparison.Ordinal));
        var (count, misses) = (0, new List<string>());
        foreach (var group in Right.Value.GroupBy(static said => said.Table))
        {
            var said = group.Select(row => (row.Row, Message: change.Apply(row.Row, new Random(Seed + row.Row.Line))!)).Where(static row => row.Message is not null).ToList();
            count += said.Count;
            misses.AddRange(said.Zip(FrontDoor.Read(group.Key, said)).Where(static pair => !Judgement.IsRight(pair.First.Row, pair.Second))
                .Select(static pair => $"{pair.First.Row.Place} \"{pair.First.Message}\" expected: {pair.First.Row.Expected} read: {pair.Second.GetProperty("candidates")} {pair.Second.GetProperty("acts")}"));
        }

        Demand(count, misses, change.Demanded);
    }

    // What takes something back depends on what was said before; the others who decide are named in the order of the words.
    [Fact]
    public void The_order_of_two_sentences_says_nothing()
    {
        var alone = Right.Value.Where(static said => said.Row.Asked.IsEmpty && said.Row.Choices is [[{ Kind: not ("act" or "correction"), Absent: false }]]).ToList();
        var chance = new Random(Seed);
        var (count, misses) = (0, new List<string>());
        for (var i = 0; i < MostPairs; i++)
        {
            var (one, other) = (alone[chance.Next(alone.Count)], alone[chance.Next(alone.Count)]);
            if (string.Equals(one.Row.Choices[0][0].Kind, other.Row.Choices[0][0].Kind, StringComparison.Ordinal))
            {
                continue;
            }

            count++;
            var (a, b) = (one.Row.Message.TrimEnd('.', '!'), other.Row.Message.TrimEnd('.', '!'));
            var read = FrontDoor.Read(one.Table, [(one.Row, $"{a}. {b}."), (one.Row, $"{b}. {a}.")]);
            if (!Slots(read[0]).SetEquals(Slots(read[1])))
            {
                misses.Add($"\"{a}. {b}.\" {string.Join("; ", Slots(read[0]).Order(StringComparer.Ordinal))}, the other way round {string.Join("; ", Slots(read[1]).Order(StringComparer.Ordinal))}");
            }
        }

        Demand(count, misses, Transformation.Same);
    }

    private static HashSet<string> Slots(JsonElement read) =>
        [.. read.GetProperty("candidates").EnumerateArray().Select(static c => (Slot: c.GetProperty("slot").GetString(), Value: c.GetProperty("value")))
            .Where(static c => c.Slot is not ("correction" or "number")).Select(static c => c.Slot is "authority" ? c.Value.GetProperty("class").GetString()! : c.Slot + " " + c.Value.GetRawText())];

    private static IEnumerable<SalesRow> RightRows(SalesTable table) =>
        table.Rows.Zip(FrontDoor.Read(table, table.Rows.Select(static row => (row, row.Message)))).Where(static pair => Judgement.IsRight(pair.First, pair.Second)).Select(static pair => pair.First);

    private static void Demand(int count, List<string> misses, decimal demanded)
    {
        Assert.NotEqual(0, count);
        var share = 100m * (count - misses.Count) / count;
        if (share < demanded)
        {
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{count - misses.Count} of {count} are read as before: {share:0.0} %, {demanded} % are demanded.") + Environment.NewLine + string.Join(Environment.NewLine, misses));
        }
    }
}
