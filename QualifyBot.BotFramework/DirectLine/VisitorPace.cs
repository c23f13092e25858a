using System.Net;
using Microsoft.AspNetCore.Http;
using QualifyBot.BotFramework.Authentication;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>How much a visitor may ask of the host. What clients fetch is never limited: one refusal would end their polling for ever.</summary>
internal sealed class VisitorPace(DirectLineOptions options, TimeProvider time)
{
    private readonly Pace _conversations = new(options.ConversationsPerMinute, TimeSpan.FromMinutes(1), time);
    private readonly Pace _activities = new(options.ActivitiesPerMinute, TimeSpan.FromMinutes(1), time);
    private readonly Pace _uploads = new(options.Uploads.PerHour, TimeSpan.FromHours(1), time);

    /// <summary>Null, or why this address gets no further conversation now.</summary>
    internal ProtocolError? RefuseStart(HttpContext context) =>
        AddressOf(context) is { } address && _conversations.Exceeded(address) is { } wait
            ? TooMany("Too many conversations were started from this address.", wait)
            : null;

    /// <summary>Null, or why nothing further is taken in this conversation now.</summary>
    internal ProtocolError? RefuseActivity(Ticket ticket) =>
        ticket.UserId is not Ticket.Site && _activities.Exceeded(ticket.ConversationId) is { } wait ? TooMany("Too many messages were sent to this conversation.", wait) : null;

    /// <summary>Null, or why this address may not send files now.</summary>
    internal ProtocolError? RefuseUpload(HttpContext context, Ticket ticket) =>
        ticket.UserId is not Ticket.Site && AddressOf(context) is { } address && _uploads.Exceeded(address) is { } wait
            ? TooMany("Too many files were sent from this address.", wait)
            : null;

    private static ProtocolError TooMany(string what, TimeSpan wait) => new(429, "TooManyRequests", $"{what} Wait, then send it again.", wait);

    /// <summary>Who the caller is, as far as calls are counted by address; null = it is not counted.</summary>
    // A call from this machine itself comes from its owner, or from a proxy that serves many visitors and says nothing of them.
    internal string? AddressOf(HttpContext context)
    {
        var nearest = context.Connection.RemoteIpAddress;
        var told = context.Request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (options.Proxies > 0 && told.Length >= options.Proxies && IPAddress.TryParse(told[^options.Proxies], out var visitor))
        {
            return Network(visitor);
        }

        return nearest is null || IPAddress.IsLoopback(nearest) ? null : Network(nearest);
    }

    // An IPv6 visitor has a whole network of addresses to choose from.
    private static string Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        var bytes = address.GetAddressBytes();
        return bytes.Length == 16 ? Convert.ToHexString(bytes, 0, 8) : address.ToString();
    }
}
