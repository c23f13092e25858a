using System.Buffers;
using System.Text;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.BotFramework.Schema;

public sealed class ActivityParserTests
{
    [Theory]
    [InlineData("", "line 1")]
    [InlineData("null", "null")]
    [InlineData("[]", "$ at line 1")]
    [InlineData("{}", "$.type")]
    [InlineData("42", "$ at line 1")]
    [InlineData("""{"type":""}""", "$.type")]
    [InlineData("""{"type":"  "}""", "$.type")]
    [InlineData("""{"type":null}""", "$.type")]
    [InlineData("""{"type":7}""", "$.type at line 1, byte 10")]
    [InlineData("""{"type":"message","text":{}}""", "$.text")]
    [InlineData("{\"type\":\"message\",\n\"from\":\n\"me\"}", "$.from at line 3")]
    [InlineData("""{"type":"message","from":{"id":12}}""", "$.from.id")]
    [InlineData("""{"type":"message","conversation":[]}""", "$.conversation")]
    [InlineData("""{"type":"message","attachments":{}}""", "$.attachments")]
    [InlineData("""{"type":"message","attachments":[null]}""", "$.attachments")]
    [InlineData("""{"type":"message","membersAdded":[{"id":"a"},null]}""", "$.membersAdded")]
    [InlineData("""{"type":"message","entities":[null]}""", "$.entities")]
    [InlineData("""{"type":"message","suggestedActions":{"to":[null]}}""", "$.suggestedActions.to")]
    [InlineData("""{"type":"message","suggestedActions":{"actions":[null]}}""", "$.suggestedActions.actions")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""", "$.timestamp")]
    [InlineData("""{"type":"message","timestamp":1732250482}""", "$.timestamp")]
    [InlineData("""{"type":"message","timestamp":"0001-01-01T00:00:00+14:00"}""", "$.timestamp")]
    [InlineData("""{"type":"message","localTimestamp":"2026-13-01T00:00:00Z"}""", "ISO 8601")]
    [InlineData("""{"type":"message"} x""", "line 1")]
    [InlineData("""{"type":"message",}""", "line 1")]
    [InlineData("""{"type":"message" """, "line 1")]
    public void Bad_input_is_a_problem_with_its_place(string json, string place)
    {
        Assert.False(ActivityParser.TryParse(Encoding.UTF8.GetBytes(json), out var activity, out var problem));
        Assert.Null(activity);
        Assert.Contains(place, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("channelData")]
    [InlineData("unknown")]
    public void Invalid_utf8_is_refused_wherever_it_stands(string member)
    {
        byte[] json = [.. "{\"type\":\"message\",\""u8, .. Encoding.ASCII.GetBytes(member), .. "\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Assert.False(ActivityParser.TryParse(json, out _, out var problem));
        Assert.Contains("UTF-8", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("channelData")]
    [InlineData("value")]
    [InlineData("unknown")]
    public void Nesting_without_end_is_refused(string member)
    {
        var json = $$"""{"type":"message","{{member}}":{{new string('[', 100_000)}}""";

        Assert.False(ActivityParser.TryParse(Encoding.UTF8.GetBytes(json), out _, out var problem));
        Assert.Contains("depth", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-22T04:41:22Z", "2026-11-22T04:41:22.0000000+00:00")]
    [InlineData("2026-11-22T04:41:22.3Z", "2026-11-22T04:41:22.3000000+00:00")]
    [InlineData("2026-11-22T04:41:22.1234567Z", "2026-11-22T04:41:22.1234567+00:00")]
    [InlineData("2026-11-22T04:41:22.315-09:30", "2026-11-22T04:41:22.3150000-09:30")]
    [InlineData("2026-11-22T04:41:22+14:00", "2026-11-22T04:41:22.0000000+14:00")]
    [InlineData("2026-11-22T04:41:22", "2026-11-22T04:41:22.0000000+00:00")]
    [InlineData("2026-11-22", "2026-11-22T00:00:00.0000000+00:00")]
    public void Times_of_any_offset_and_precision_are_read(string wire, string expected)
    {
        var json = Encoding.UTF8.GetBytes($$"""{"type":"message","timestamp":"{{wire}}"}""");

        Assert.True(ActivityParser.TryParse(json, out var activity, out var problem), problem);
        Assert.Equal(expected, activity.Timestamp?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_byte_order_mark_and_a_split_buffer_are_no_obstacle()
    {
        byte[] json = [0xEF, 0xBB, 0xBF, .. Sample.Read("message-webchat.json")];
        var first = new Part(json.AsMemory(0, 10), 0);
        var last = first.Then(json.AsMemory(10));

        Assert.True(ActivityParser.TryParse(new ReadOnlySequence<byte>(first, 0, last, json.Length - 10), out var activity, out var problem), problem);
        Assert.Equal("visitor-7", activity.From?.Id);
    }

    [Fact]
    public void Raw_json_lives_on_after_its_buffer_was_overwritten()
    {
        var json = Sample.Read("invoke-teams.json");
        Assert.True(ActivityParser.TryParse(json, out var activity, out _));

        json.AsSpan().Clear();

        Assert.Equal("book", activity.Value?.GetProperty("action").GetProperty("verb").GetString());
        Assert.Equal("emea", activity.ServiceUrl?.Split('/')[3]);
    }

    private sealed class Part : ReadOnlySequenceSegment<byte>
    {
        public Part(ReadOnlyMemory<byte> memory, long start)
        {
            Memory = memory;
            RunningIndex = start;
        }

        public Part Then(ReadOnlyMemory<byte> memory)
        {
            var next = new Part(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
