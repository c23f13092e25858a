using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using QualifyBot.Bot.Dialogs;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Turns;

/// <summary>What a page adds to an activity beside what the visitor said. It is taken out of the activity, so that neither a transcript nor another tab holds it.</summary>
/// <param name="Visit">What it tells of the visit, or null.</param>
/// <param name="Identity">The token that says who the visitor is, or null.</param>
internal readonly record struct PageData(VisitNews? Visit, string? Identity)
{
    /// <summary>Name of the event that tells of a visit after the talk has begun.</summary>
    private const string EventName = "qualifybot/visit";

    /// <summary>Takes it out of an activity.</summary>
    public static PageData TakeFrom(Activity activity)
    {
        var isEvent = activity.Type is ActivityTypes.Event && string.Equals(activity.Name, EventName, StringComparison.Ordinal);
        var visit = isEvent && activity.Value is { } value ? VisitNews.Read(value) : null;
        activity.Value = isEvent ? null : activity.Value;
        return activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.EnumerateObject().Any(IsOurs) ? TakeFrom(activity, data, visit) : new PageData(visit, null);
    }

    // Fields are copied as they are written, so that what clients keep there comes back byte for byte.
    private static PageData TakeFrom(Activity activity, JsonElement data, VisitNews? visit)
    {
        string? identity = null;
        var kept = new ArrayBufferWriter<byte>();
        kept.Write("{"u8);
        foreach (var field in data.EnumerateObject())
        {
            if (IsNamed(field, "visit"u8))
            {
                visit ??= VisitNews.Read(field.Value);
            }
            else if (IsNamed(field, "identity"u8))
            {
                identity = field.Value.ValueKind is JsonValueKind.String ? field.Value.GetRawText()[1..^1] : identity;
            }
            else
            {
                Copy(field, kept);
            }
        }

        kept.Write("}"u8);
        activity.ChannelData = JsonElement.Parse(kept.WrittenSpan);
        return new PageData(visit, identity);
    }

    private static void Copy(JsonProperty field, ArrayBufferWriter<byte> kept)
    {
        kept.Write(kept.WrittenCount > 1 ? ",\""u8 : "\""u8);
        kept.Write(JsonMarshal.GetRawUtf8PropertyName(field));
        kept.Write("\":"u8);
        kept.Write(JsonMarshal.GetRawUtf8Value(field.Value));
    }

    private static bool IsOurs(JsonProperty field) => IsNamed(field, "visit"u8) || IsNamed(field, "identity"u8);

    // The letters as they stand there: an escape that is no character cannot throw.
    private static bool IsNamed(JsonProperty field, ReadOnlySpan<byte> name) => JsonMarshal.GetRawUtf8PropertyName(field).SequenceEqual(name);
}
