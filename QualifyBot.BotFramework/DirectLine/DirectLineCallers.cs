using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using QualifyBot.BotFramework.Authentication;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Tells who calls by the Authorization header, and whether the page that calls may.</summary>
internal sealed class DirectLineCallers(DirectLineOptions options, DirectLineTokens tokens)
{
    private const string Scheme = "Bearer ";

    // The official client makes this one call with cookies allowed; none are read or set.
    private const string SessionCall = "/session/getsessionid";
    private const string AllowedHeaders = "authorization, content-type, x-ms-bot-agent, x-requested-with";

    private static readonly ProtocolError _foreignPage = ProtocolError.Forbidden("Pages of this origin may not talk to the bot: add it to the setting DirectLine:AllowedOrigins.");
    private static readonly ProtocolError _foreignToken = ProtocolError.Forbidden("This token is not for pages of this origin: add it to 'trustedOrigins' where the token is made.");

    private readonly FrozenSet<string> _allowed = options.AllowedOrigins.Select(static origin => PageOrigin.Read(origin) ?? origin).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private readonly byte[]? _secret = string.IsNullOrEmpty(options.Secret) ? null : Digest(options.Secret);

    /// <summary>Whether anyone may make tokens: only while no secret says otherwise.</summary>
    internal bool TokensForAll => options.Anonymous && _secret is null;

    /// <summary>Whether a visitor may start a conversation without a token.</summary>
    internal bool Anonymous => options.Anonymous;

    internal DirectLineCaller Identify(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : header;

        // The official client sends "Bearer undefined" when it was given no token.
        if (token is "" or "undefined" or "null" || string.Equals(token, "Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return new DirectLineCaller.Nobody();
        }

        if (_secret is not null && CryptographicOperations.FixedTimeEquals(_secret, Digest(token)))
        {
            return new DirectLineCaller.Site();
        }

        return tokens.Read(token) is { IsForCalls: true } ticket ? new DirectLineCaller.User(ticket) : new DirectLineCaller.Unknown();
    }

    /// <summary>The caller's place in the conversation that the address names; null if it has none there.</summary>
    internal Ticket? Identify(HttpContext context, string conversationId) => Identify(context.Request) switch
    {
        DirectLineCaller.User(var ticket) when string.Equals(ticket.ConversationId, conversationId, StringComparison.Ordinal) => ticket,
        DirectLineCaller.Site => new Ticket(conversationId, Ticket.Site, IsStream: false),
        _ => null,
    };

    /// <summary>Why the page that calls may not, or not with the token that it shows; null = it may. A page that may at all can read the answer, whatever it will be.</summary>
    internal ProtocolError? Refuse(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        context.Response.Headers.Vary = "Origin";
        if (origin.Length == 0)
        {
            return null;
        }

        if (!IsAllowed(origin, context.Request))
        {
            return _foreignPage;
        }

        LetRead(context, origin);
        return TicketOf(context.Request) is { } ticket && !ticket.IsFor(origin) ? _foreignToken : null;
    }

    private static void LetRead(HttpContext context, string origin)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
        headers.AccessControlAllowHeaders = AllowedHeaders;
        headers.AccessControlMaxAge = "86400";
        if (context.Request.Path.Value?.EndsWith(SessionCall, StringComparison.Ordinal) is true)
        {
            headers.AccessControlAllowCredentials = "true";
        }
    }

    // A stream's token stands in its address.
    private Ticket? TicketOf(HttpRequest request) => Identify(request) is DirectLineCaller.User(var ticket) ? ticket : tokens.Read(request.Query["t"]);

    private bool IsAllowed(string origin, HttpRequest request) =>
        _allowed.Contains(DirectLineOptions.AnyOrigin) || _allowed.Contains(origin)
        || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && string.Equals(page.Authority, PublicAddress.Host(request), StringComparison.OrdinalIgnoreCase));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

/// <summary>Who calls: a closed union.</summary>
internal abstract record DirectLineCaller
{
    private DirectLineCaller()
    {
    }

    /// <summary>No token at all.</summary>
    internal sealed record Nobody : DirectLineCaller;

    /// <summary>A token that is forged, broken or expired.</summary>
    internal sealed record Unknown : DirectLineCaller;

    /// <summary>A server that knows the secret.</summary>
    internal sealed record Site : DirectLineCaller;

    /// <summary>A client with a token.</summary>
    internal sealed record User(Ticket Ticket) : DirectLineCaller;
}
