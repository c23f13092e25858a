namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>Where this host serves a booking's calendar file.</summary>
public static class InvitePath
{
    /// <summary>The route, with its parameters.</summary>
    public const string Pattern = "/demo/{leadId}/{secret}/demo.ics";

    /// <summary>The path of a booking's file.</summary>
    public static string Of(string leadId, DemoBooking booking) => $"/demo/{leadId}/{booking.Secret}/demo.ics";
}
