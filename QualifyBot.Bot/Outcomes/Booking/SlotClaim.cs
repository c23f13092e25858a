using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>What is stored in each cell of a claimed slot.</summary>
/// <param name="Lead">Who claimed it; null once it was given back. The document stays, so that its version only rises.</param>
/// <param name="Slot">What was claimed.</param>
/// <param name="At">When it was claimed, or claimed again.</param>
internal sealed record SlotClaim(string? Lead, DemoSlot Slot, DateTimeOffset At)
{
    /// <summary>A claim whose lead does not hold it after this time was left behind by a turn that never committed.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>The claim as a member of an index.</summary>
    public string Member => string.Create(
        CultureInfo.InvariantCulture,
        $"{Slot.Start.ToUnixTimeSeconds()}\n{Slot.End.ToUnixTimeSeconds()}\n{Slot.Rep}\n{Lead}");

    /// <summary>The claim that <see cref="Member"/> names; when it was made is not known from it.</summary>
    public static SlotClaim FromMember(string member)
    {
        var parts = member.Split('\n', 4);
        return new SlotClaim(parts[3], new DemoSlot(parts[2], ReadSeconds(parts[0]), ReadSeconds(parts[1])), DateTimeOffset.MinValue);
    }

    public static SlotClaim FromBytes(ReadOnlyMemory<byte> data) =>
        JsonSerializer.Deserialize(data.Span, BookingJson.Default.SlotClaim)
        ?? throw new JsonException("A stored claim of a demo slot is null.");

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, BookingJson.Default.SlotClaim);

    /// <summary>Whether the other is the same lead's claim of the same slot, whenever made.</summary>
    public bool IsSameAs(SlotClaim? other) => other is not null && string.Equals(Lead, other.Lead, StringComparison.Ordinal) && Slot == other.Slot;

    /// <summary>Whether nobody may take it over, for as long as a turn can need.</summary>
    public bool IsFresh(DateTimeOffset now) => now - At < Grace / 2;

    /// <summary>Whether it is an orphan unless its lead holds it.</summary>
    public bool IsPastGrace(DateTimeOffset now) => now - At >= Grace;

    private static DateTimeOffset ReadSeconds(string text) => DateTimeOffset.FromUnixTimeSeconds(long.Parse(text, CultureInfo.InvariantCulture));
}

/// <summary>How claims are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SlotClaim))]
internal sealed partial class BookingJson : JsonSerializerContext;
