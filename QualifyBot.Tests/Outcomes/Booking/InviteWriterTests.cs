using QualifyBot.Bot.Outcomes.Booking;
using static QualifyBot.Tests.Outcomes.Booking.Calendars;

namespace QualifyBot.Tests.Outcomes.Booking;

public sealed class InviteWriterTests
{
    private static readonly DemoBooking Booking = DemoBooking.Create(Slot("2026-11-24T14:00+01:00", rep: "Ana Ñandú"), "lead-1", "secret");

    [Fact]
    public void An_invite_says_when_where_and_with_whom()
    {
        var options = new BookingOptions { Title = "Tour", Location = "Room 1, left", MeetingUrl = "https://meet.example/a?b=c,d;e" };
        options.Reps.Add(new RepOptions { Name = "Ana Ñandú", Email = "ana+demo@example.com" });

        var entry = CalendarParser.Read(InviteWriter.Write(Invite.For(Booking, options, "With Bo\nof Acme; see you", Monday)));

        Assert.Equal(
            ["BEGIN", "VERSION", "PRODID", "METHOD", "BEGIN", "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "ORGANIZER", "LOCATION", "URL", "STATUS", "END", "END"],
            entry.Select(property => property.Name));
        Assert.Equal("PUBLISH", Value("METHOD"));
        Assert.Equal(Booking.Uid, Value("UID"));
        Assert.Equal(("20261123T070000Z", "20261124T130000Z", "20261124T133000Z"), (Value("DTSTAMP"), Value("DTSTART"), Value("DTEND")));
        Assert.Equal(("Tour", "With Bo\nof Acme; see you", "Room 1, left"), (Property("SUMMARY").Text(), Property("DESCRIPTION").Text(), Property("LOCATION").Text()));
        Assert.Equal(("CN", "Ana Ñandú"), Assert.Single(Property("ORGANIZER").Parameters));
        Assert.Equal("mailto:ana%2Bdemo@example.com", Value("ORGANIZER"));
        Assert.Equal("https://meet.example/a?b=c,d;e", Value("URL"));
        Assert.Equal(("0", "CONFIRMED"), (Value("SEQUENCE"), Value("STATUS")));

        CalendarProperty Property(string name) => Assert.Single(entry, property => property.Name == name);
        string Value(string name) => Property(name).Value;
    }

    [Fact]
    public void Without_an_address_of_the_representative_it_is_a_plain_entry()
    {
        var entry = CalendarParser.Read(InviteWriter.Write(Invite.For(Booking, new BookingOptions(), null, Monday)));

        Assert.DoesNotContain(entry, property => property.Name is "METHOD" or "ORGANIZER" or "DESCRIPTION" or "LOCATION" or "URL");
        Assert.Equal("Product demo", Assert.Single(entry, property => property.Name == "SUMMARY").Value);
    }

    [Theory]
    [InlineData("a\r\nATTENDEE:mailto:x@example.com")]
    [InlineData("a\nEND:VEVENT\nBEGIN:VEVENT")]
    [InlineData("a\rX-EVIL:1")]
    [InlineData("a\u0085X:1\u2028X:1\u2029X:1\vX:1\fX:1")]
    [InlineData("a\\nb\\")]
    [InlineData("a,b;c:d\"e'f")]
    [InlineData("\"; CN=x:\"")]
    [InlineData("nul \0 bell \a escape \u001b[31m tab \t")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    [InlineData("éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé")]
    [InlineData("a lone \ud800 surrogate \udc00")]
    [InlineData("                                                                                                      end")]
    public void Whatever_a_visitor_writes_stays_within_its_property(string hostile)
    {
        var invite = new Invite
        {
            Booking = Booking with { Slot = Booking.Slot with { Rep = hostile }, Uid = hostile },
            WrittenAt = Monday,
            Title = hostile,
            Description = "For " + hostile,
            OrganizerEmail = "ana@example.com",
            Location = hostile,
            MeetingUrl = "https://meet.example/" + hostile,
        };

        var entry = CalendarParser.Read(InviteWriter.Write(invite));

        Assert.Equal(18, entry.Count);
        Assert.Equal("For " + Plain(hostile), entry.Single(property => property.Name == "DESCRIPTION").Text());
        Assert.Equal(Plain(hostile), entry.Single(property => property.Name == "SUMMARY").Text());
        Assert.Single(entry.Single(property => property.Name == "ORGANIZER").Parameters);
    }

    [Theory]
    [InlineData("x@example.com\r\nX:1")]
    [InlineData("\"x\"@example.com")]
    [InlineData("x@exa mple.com")]
    [InlineData("x;y:z@example.com,")]
    [InlineData("@example.com")]
    [InlineData("x@")]
    [InlineData("")]
    public void What_is_no_address_is_no_organizer(string email)
    {
        var invite = new Invite { Booking = Booking, WrittenAt = Monday, Title = "Tour", OrganizerEmail = email };

        Assert.DoesNotContain(CalendarParser.Read(InviteWriter.Write(invite)), property => property.Name == "ORGANIZER");
    }

    // A text property keeps all but control characters; every kind of line break becomes the one that iCalendar knows.
    private static string Plain(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Replace('\v', '\n').EnumerateRunes().Where(rune => rune.Value is '\n' or '\t' || !System.Text.Rune.IsControl(rune)));
}
