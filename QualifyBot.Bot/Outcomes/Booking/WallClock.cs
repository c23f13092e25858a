using NodaTime;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>What the clock on the wall shows in one time zone, by the zone rules that come with the product.</summary>
public sealed class WallClock
{
    /// <summary>The zone of "your time": the company's own.</summary>
    private const string Business = "business";

    private readonly DateTimeZone zone;
    private readonly DateTimeZone business;

    private WallClock(DateTimeZone zone, DateTimeZone business) => (this.zone, this.business) = (zone, business);

    /// <summary>The zone's IANA id.</summary>
    public string Zone => zone.Id;

    /// <summary>A clock of the visitor's zone; of the business's zone where the visitor's is unknown or no IANA id.</summary>
    /// <param name="visitorZone">What the channel says, such as "America/New_York"; it is not trusted.</param>
    /// <param name="businessZone">The configured zone, which was checked at start.</param>
    public static WallClock For(string? visitorZone, string businessZone) =>
        new(Find(visitorZone) ?? DateTimeZoneProviders.Tzdb[businessZone], DateTimeZoneProviders.Tzdb[businessZone]);

    /// <summary>The clock of a zone that was said with a time; this one where none was, or none that is known.</summary>
    /// <param name="said">An IANA id, "UTC+02:00", or "business" for the company's own zone.</param>
    public WallClock In(string? said) =>
        string.Equals(said, Business, StringComparison.Ordinal) ? new(business, business) : Find(said) is { } other ? new(other, business) : this;

    /// <summary>The date and time of day that the wall shows at a moment.</summary>
    public DateTime At(DateTimeOffset moment) =>
        Instant.FromDateTimeOffset(moment).InZone(zone).ToDateTimeUnspecified();

    internal static DateTimeZone? Find(string? id) => id is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
}
