using System.Buffers;
using System.Text.Json;

namespace QualifyBot.Benchmarks.Load;

/// <summary>The three fields of an activity that the generator looks at; empty where missing.</summary>
internal readonly record struct ActivityGlance(string Type, string Text, string ReplyToId)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="JsonException">This is not JSON.</exception>
    public static ActivityGlance Of(ReadOnlySequence<byte> json)
    {
        var glance = new ActivityGlance("", "", "");
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is not JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }

            glance = reader.ValueTextEquals("type"u8) ? glance with { Type = Value(ref reader) }
                : reader.ValueTextEquals("text"u8) ? glance with { Text = Value(ref reader) }
                : reader.ValueTextEquals("replyToId"u8) ? glance with { ReplyToId = Value(ref reader) }
                : glance;
        }

        return glance;
    }

    private static string Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType is JsonTokenType.String ? reader.GetString() ?? "" : "";
    }
}
