using System.Globalization;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>Writes a calendar entry to download, as iCalendar text (RFC 5545).</summary>
public static class InviteWriter
{
    /// <summary>The media type of what is written.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>
    /// The entry. It is published, not requested: it comes as a download, so no calendar should mail an answer. What is
    /// published names its organizer and no attendees (RFC 5546, 3.2.1); without an organizer it is a plain entry.
    /// </summary>
    public static string Write(Invite invite)
    {
        var organizer = invite.OrganizerEmail is { } email && MailAddress.IsPlain(email) ? email : null;
        var lines = new ContentLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Add("PRODID", "-//QualifyBot//QualifyBot//EN");
        if (organizer is not null)
        {
            lines.Add("METHOD", "PUBLISH");
        }

        AddEvent(lines, invite, organizer);
        lines.Add("END", "VCALENDAR");
        return lines.ToString();
    }

    private static void AddEvent(ContentLines lines, Invite invite, string? organizer)
    {
        var slot = invite.Booking.Slot;
        lines.Add("BEGIN", "VEVENT");
        lines.AddText("UID", invite.Booking.Uid);
        lines.Add("SEQUENCE", invite.Booking.Sequence.ToString(CultureInfo.InvariantCulture));
        lines.Add("DTSTAMP", Utc(invite.WrittenAt));
        lines.Add("DTSTART", Utc(slot.Start));
        lines.Add("DTEND", Utc(slot.End));
        lines.AddText("SUMMARY", invite.Title);
        lines.AddText("DESCRIPTION", invite.Description);
        if (organizer is not null)
        {
            lines.Add($"ORGANIZER;CN={ContentLines.Quote(slot.Rep)}", MailAddress.ToUri(organizer));
        }

        lines.AddText("LOCATION", invite.Location ?? invite.MeetingUrl);
        AddUrl(lines, invite.MeetingUrl);
        lines.Add("STATUS", "CONFIRMED");
        lines.Add("END", "VEVENT");
    }

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static void AddUrl(ContentLines lines, string? url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            lines.Add("URL", address.AbsoluteUri);
        }
    }
}
