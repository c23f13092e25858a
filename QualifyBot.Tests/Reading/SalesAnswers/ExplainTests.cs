using System.Text.Json;

namespace QualifyBot.Tests.Reading.SalesAnswers;

public sealed class ExplainTests
{
    public static TheoryData<string> Tables => [.. SalesTable.All.Keys];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_candidate_carries_its_rule_and_its_exact_words(string name)
    {
        var table = SalesTable.All[name];
        var faults = table.Rows.SelectMany(static row => Said(row.Message).Select(message => (row, message))).ToList();
        var wrong = faults.Zip(FrontDoor.Read(table, faults), static (said, read) => (said.row.Place, said.message, Fault: FaultOf(said.message, read))).Where(static said => said.Fault is not null);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Spans_count_utf16_units_behind_emoji_and_combining_marks()
    {
        const string Message = "👩‍💻 Zoe\u0308 hat 20k €, 🙂 jo@firm.example";
        var table = SalesTable.Parse("t", "money\t" + Message + "\tmoney 20000");
        var candidates = FrontDoor.Read(table, [(table.Rows[0], Message)])[0].GetProperty("candidates").EnumerateArray().ToList();
        Assert.Equal("jo@firm.example", candidates.Single(static c => string.Equals(c.GetProperty("slot").GetString(), "email", StringComparison.Ordinal)).GetProperty("span").GetString());
        Assert.Equal(Message.IndexOf("20k", StringComparison.Ordinal), candidates[0].GetProperty("start").GetInt32());
    }

    // The message itself, and the same words moved by signs of two units and by a letter with a combining mark.
    private static IEnumerable<string> Said(string message) => [message, "🙂 e\u0301! " + message, message + " 👍🏽"];

    private static string? FaultOf(string message, JsonElement read)
    {
        foreach (var candidate in read.GetProperty("candidates").EnumerateArray())
        {
            var (start, length) = (candidate.GetProperty("start").GetInt32(), candidate.GetProperty("length").GetInt32());
            if (string.IsNullOrEmpty(candidate.GetProperty("rule").GetString()))
            {
                return "no rule: " + candidate;
            }

            if (start < 0 || length < 1 || start + length > message.Length)
            {
                return "outside the message: " + candidate;
            }

            var span = message.Substring(start, length);
            if (!string.Equals(span, candidate.GetProperty("span").GetString(), StringComparison.Ordinal) || span.Trim().Length != length)
            {
                return "not its words: " + candidate;
            }
        }

        return null;
    }
}
