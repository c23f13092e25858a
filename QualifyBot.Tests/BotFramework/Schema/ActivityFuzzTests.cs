using System.Text;
using System.Text.Json;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.BotFramework.Schema;

public sealed class ActivityFuzzTests
{
    private static readonly string[] Fragments =
    [
        "null", "[]", "{}", "\"\"", "-1", "1e999", "\\ud800", "\\u0000", "[", "]", "{", "}", ",", ":", "\"", "\u0000", "true",
        "\"type\":", "\"channelData\":", "\"membersAdded\":[null]", "\"timestamp\":\"9999-12-31T23:59:59.9999999-14:00\"", "é", "😀",
    ];

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void However_a_body_is_mangled_it_is_an_activity_that_can_be_written_or_a_problem(string name)
    {
        var random = new Random(20261122);
        var sample = Sample.Read(name);
        var accepted = 0;
        for (var round = 0; round < 5_000; round++)
        {
            var body = Mangle(sample, random);
            if (ActivityParser.TryParse(body, out var activity, out var problem))
            {
                accepted++;
                var written = JsonSerializer.SerializeToUtf8Bytes(activity, BotFrameworkJsonContext.Wire.Activity);
                Assert.True(ActivityParser.TryParse(written, out var again, out problem), problem);
                Assert.Equal(written, JsonSerializer.SerializeToUtf8Bytes(again, BotFrameworkJsonContext.Wire.Activity));
            }
            else
            {
                Assert.False(string.IsNullOrEmpty(problem));
            }
        }

        Assert.InRange(accepted, 50, 4_950);
    }

    private static byte[] Mangle(byte[] sample, Random random)
    {
        var body = new List<byte>(sample);
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(body.Count);
            var length = Math.Min(random.Next(1, 12), body.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    body[at] = (byte)random.Next(256);
                    break;
                case 1:
                    body.RemoveRange(at, Math.Min(length, body.Count - 1));
                    break;
                case 2:
                    body.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]));
                    break;
                case 3:
                    body.InsertRange(at, body.GetRange(random.Next(body.Count - length + 1), length));
                    break;
                default:
                    ReplaceValue(body, at, random);
                    break;
            }
        }

        return [.. body];
    }

    // Puts another value behind the next colon, so that many bodies stay well-formed.
    private static void ReplaceValue(List<byte> body, int at, Random random)
    {
        var colon = body.IndexOf((byte)':', at);
        var end = colon < 0 ? -1 : body.IndexOf((byte)',', colon);
        if (end > 0)
        {
            body.RemoveRange(colon + 1, end - colon - 1);
            body.InsertRange(colon + 1, Encoding.UTF8.GetBytes(Fragments[random.Next(7)]));
        }
    }
}
