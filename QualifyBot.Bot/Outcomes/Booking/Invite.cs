namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>What a calendar entry says. Any text is safe: none of it can become a line or a parameter of its own.</summary>
public sealed record Invite
{
    /// <summary>The booking.</summary>
    public required DemoBooking Booking { get; init; }

    /// <summary>When the entry is written.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>What the entry is called.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about, with line breaks where wanted; or null.</summary>
    public string? Description { get; init; }

    /// <summary>The representative's e-mail address; without one the entry names no organizer.</summary>
    public string? OrganizerEmail { get; init; }

    /// <summary>Where it takes place, or null.</summary>
    public string? Location { get; init; }

    /// <summary>A web address where it takes place, or null.</summary>
    public string? MeetingUrl { get; init; }

    /// <summary>The entry for a booking, as configured.</summary>
    /// <param name="booking">The booking.</param>
    /// <param name="options">Checked options.</param>
    /// <param name="description">What it is about, or null.</param>
    /// <param name="writtenAt">Now.</param>
    public static Invite For(DemoBooking booking, BookingOptions options, string? description, DateTimeOffset writtenAt) => new()
    {
        Booking = booking,
        WrittenAt = writtenAt,
        Title = options.Title,
        Description = description,
        OrganizerEmail = options.RepsOrDefault.FirstOrDefault(rep => string.Equals(rep.Name.Trim(), booking.Slot.Rep, StringComparison.Ordinal))?.Email,
        Location = options.Location,
        MeetingUrl = options.MeetingUrl,
    };
}
