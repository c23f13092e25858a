using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualifyBot.Tests.Mutations;

/// <summary>Makes what is not quite right of JSON that is: in its structure, its values or its bytes. The same seed makes the same.</summary>
internal sealed class JsonMutator(Random random)
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1e400", "-1e-400", "9007199254740993", "0.1e1", "NaN", "01", new('9', 400), "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"",
        "\"\\u202e\\u2066\"", "\"\ud83d\ude00\"", "\"..\"", "\"a|b/c?d#e%f\"", "\"../../etc/passwd\"", "\"upload:x\"", "\"javascript:alert(1)\"", "\"http://169.254.169.254/\"", "\"file:///etc/passwd\"",
        "\"https://evil.example/\"", "\"2026-13-45T99:99:99Z\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"Nowhere/City\"", "\"en-US-x-very-odd-indeed\"", "\"invoke\"", "\"message\"",
        "\"conversationUpdate\"", "\"endOfConversation\"", "\"installationUpdate\"", "\"messageReaction\"", "\"deleteUserData\"", "\"expectReplies\"", "\"stream\"", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"\":null}", "[1,\"a\",{}]",
        "{\"id\":\"x\",\"id\":7}", "[{\"contentType\":\"application/vnd.microsoft.card.adaptive\",\"content\":{\"type\":5}}]", "[{\"type\":\"mention\",\"mentioned\":null,\"text\":7}]", "[{\"id\":\"bot\"},{\"id\":null}]",
        "\"Delete my data\"", "\"yes\"", "\"champ\"", "\"1\"", "\"I want a human\"", "\"We have 50k, 300 people, next month; I decide\"",
    ];

    private static readonly string[] Names =
    [
        "type", "id", "timestamp", "localTimestamp", "localTimezone", "serviceUrl", "channelId", "from", "conversation", "recipient", "textFormat", "membersAdded", "membersRemoved", "reactionsAdded", "locale", "text",
        "suggestedActions", "attachments", "entities", "channelData", "action", "replyToId", "value", "name", "relatesTo", "expiration", "deliveryMode", "callerId", "semanticAction", "__proto__", "$type", "", "Text", "FROM",
    ];

    /// <summary>A body with one to three mutations.</summary>
    public byte[] Mutate(JsonObject good)
    {
        var body = good.DeepClone().AsObject();
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            Change(body);
        }

        var text = Filled(body.ToJsonString());
        return random.Next(4) == 0 ? Damage(Encoding.UTF8.GetBytes(text)) : Encoding.UTF8.GetBytes(text);
    }

    /// <summary>Bytes with a few of them changed, added or gone.</summary>
    public byte[] Damage(byte[] good)
    {
        var bytes = good.ToList();
        for (var left = random.Next(1, 6); left > 0 && bytes.Count > 0; left--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, (byte)random.Next(256)); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(20, bytes.Count - at))); break;
                default: bytes.InsertRange(0, [0xEF, 0xBB, 0xBF]); break;
            }
        }

        return [.. bytes];
    }

    private void Change(JsonObject body)
    {
        var place = Objects(body).ElementAt(random.Next(Objects(body).Count()));
        var names = place.Select(static member => member.Key).ToArray();
        var name = names.Length > 0 && random.Next(3) > 0 ? names[random.Next(names.Length)] : Names[random.Next(Names.Length)];
        switch (random.Next(8))
        {
            case 0: place.Remove(name); break;
            case 1 when names.Length > 0: Rename(place, name); break;
            default: place[name] = "\u0001" + random.Next(Values.Length + 3).ToString(CultureInfo.InvariantCulture) + "\u0002"; break;
        }
    }

    private static void Rename(JsonObject place, string name)
    {
        if (place.TryGetPropertyValue(name, out var value))
        {
            place.Remove(name);
            place[name.ToUpperInvariant()] = value?.DeepClone();
        }
    }

    // Values that a tree cannot hold (numbers out of range, names that stand twice) are put in as text.
    private string Filled(string text)
    {
        for (int at; (at = text.IndexOf("\"\\u0001", StringComparison.Ordinal)) >= 0;)
        {
            var end = text.IndexOf("\\u0002\"", at, StringComparison.Ordinal);
            var number = int.Parse(text.AsSpan(at + 7, end - at - 7), CultureInfo.InvariantCulture);
            text = string.Concat(text.AsSpan(0, at), ValueOf(number), text.AsSpan(end + 7));
        }

        return text;
    }

    private string ValueOf(int number) => (number - Values.Length) switch
    {
        0 => new string('[', random.Next(2000)) + "1" + new string(']', random.Next(2000)),
        1 => JsonSerializer.Serialize(new string('x', random.Next(100_000))),
        2 => string.Concat(Enumerable.Repeat("{\"a\":", 60)) + "1" + new string('}', 60),
        _ => Values[number],
    };

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject body => body.SelectMany(static member => Objects(member.Value)).Prepend(body),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
