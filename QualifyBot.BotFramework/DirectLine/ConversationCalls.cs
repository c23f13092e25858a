using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Http;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Tokens and conversations: how a client gets in, and back in.</summary>
internal sealed class ConversationCalls(
    IDirectLineConversations conversations, DirectLineCallers callers, DirectLineTokens tokens, DirectLineIds ids, MessageLimits limits, VisitorPace pace, TimeProvider time)
{
    private const int FirstEntries = 32;

    internal async Task<Answer> GenerateAsync(HttpContext context)
    {
        var caller = callers.Identify(context.Request);
        if (caller is not DirectLineCaller.Site && !(caller is DirectLineCaller.Nobody && callers.TokensForAll))
        {
            return ProtocolError.Forbidden("Tokens are made for those who show the setting DirectLine:Secret as 'Authorization: Bearer'.");
        }

        if (Hurried(context, caller) is { } hurried)
        {
            return hurried;
        }

        var (request, problem) = await ReadAsync(context, caller);
        return request is null ? problem! : Token(NewTicket(context, request, caller));
    }

    internal Task<Answer> RefreshAsync(HttpContext context) => Task.FromResult(
        callers.Identify(context.Request) is DirectLineCaller.User(var ticket) ? Token(ticket) : Answer.TokenRefused);

    internal async Task<Answer> StartAsync(HttpContext context)
    {
        var caller = callers.Identify(context.Request);
        if (caller is DirectLineCaller.Unknown || (caller is DirectLineCaller.Nobody && !callers.Anonymous))
        {
            return Answer.TokenRefused;
        }

        if (Hurried(context, caller) is { } hurried)
        {
            return hurried;
        }

        var (request, problem) = await ReadAsync(context, caller);
        if (request is null)
        {
            return problem!;
        }

        var ticket = caller is DirectLineCaller.User(var given) ? given : NewTicket(context, request, caller);
        var joined = UserActivity.Joined(ticket, request, time.GetUtcNow());
        var started = await conversations.StartAsync(joined, context.RequestAborted);
        return Conversation(context, started ? 201 : 200, ticket, after: 0);
    }

    internal async Task<Answer> ReconnectAsync(HttpContext context)
    {
        var conversationId = (string)context.GetRouteValue("id")!;
        if (callers.Identify(context, conversationId) is not { } ticket)
        {
            return Answer.TokenRefused;
        }

        if (!await conversations.ExistsAsync(conversationId, context.RequestAborted))
        {
            return Answer.UnknownConversation;
        }

        // Without a watermark a client wants what is new from now on.
        var after = Watermark.Read(context.Request) is { } watermark
            ? await Watermark.WithinAsync(conversations, conversationId, watermark, context.RequestAborted)
            : await Watermark.EndAsync(conversations, conversationId, context.RequestAborted);
        if (ticket.UserId is Ticket.Site)
        {
            ticket = ticket with { UserId = await UserInAsync(conversationId, context.RequestAborted) ?? ids.NewUser() };
        }

        return Conversation(context, 200, ticket, after);
    }

    /// <summary>An id for a client that signs its user in elsewhere; nothing hangs on it here.</summary>
    internal Task<Answer> SessionAsync(HttpContext context) => Task.FromResult(
        callers.Identify(context.Request) is DirectLineCaller.User or DirectLineCaller.Site ? Answer.Object(200, json => json.WriteString("sessionId"u8, ids.NewConversation())) : Answer.TokenRefused);

    // A site that fetches a token does so for its visitor's page: there it must speak for that visitor alone.
    private async ValueTask<string?> UserInAsync(string conversationId, CancellationToken cancellation)
    {
        var entries = await conversations.ReadAsync(conversationId, 0, FirstEntries, cancellation);
        return entries.Select(static entry => ActivityParser.TryParse(entry.ActivityJson.Span, out var activity, out _) ? activity.From : null)
            .FirstOrDefault(static from => from is { Role: RoleTypes.User, Id: { } id } && DirectLineIds.IsUserId(id))?.Id;
    }

    private async ValueTask<(StartRequest?, ProtocolError?)> ReadAsync(HttpContext context, DirectLineCaller caller)
    {
        if (context.Request.ContentLength == 0 || context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return (new StartRequest(), null);
        }

        if (JsonRequest.Refuse(context.Request, limits.LargestBody) is { } refused)
        {
            return (null, refused);
        }

        var (request, problem) = await JsonRequest.ReadAsync(context, limits.LargestBody, StartRequest.Parse);
        return caller is DirectLineCaller.Site && request?.User?.Id is { } id && !DirectLineIds.IsUserId(id)
            ? (null, ProtocolError.BadRequest("$.user.id may hold up to 128 letters, digits and - _ . @ : only."))
            : (request, problem);
    }

    private ProtocolError? Hurried(HttpContext context, DirectLineCaller caller) => caller is DirectLineCaller.Nobody ? pace.RefuseStart(context) : null;

    private Ticket NewTicket(HttpContext context, StartRequest request, DirectLineCaller caller) =>
        new(ids.NewConversation(), UserOf(context, request, caller), IsStream: false) { Origins = [.. request.TrustedOrigins?.OfType<string>() ?? []] };

    // Only the site's own server knows who its users are: what a visitor says of itself could be anyone's id.
    private string UserOf(HttpContext context, StartRequest request, DirectLineCaller caller) =>
        caller is DirectLineCaller.Site ? request.User?.Id is { Length: > 0 } id ? id : ids.NewUser()
        : tokens.UserOf(request.User?.Token, context.Request.Headers.Origin.ToString()) ?? ids.NewUser();

    private Answer Token(Ticket ticket) => Answer.Object(200, json =>
    {
        json.WriteString("conversationId"u8, ticket.ConversationId);
        json.WriteString("token"u8, tokens.Issue(ticket));
        json.WriteNumber("expires_in"u8, (int)DirectLineTokens.Lifetime.TotalSeconds);
    });

    private Answer Conversation(HttpContext context, int status, Ticket ticket, long after) => Answer.Object(status, json =>
    {
        var path = context.Request.Path.Value!.TrimEnd('/');
        var conversation = path.EndsWith("/conversations", StringComparison.OrdinalIgnoreCase) ? $"{path}/{ticket.ConversationId}" : path;
        json.WriteString("conversationId"u8, ticket.ConversationId);
        json.WriteString("token"u8, tokens.Issue(ticket));
        json.WriteNumber("expires_in"u8, (int)DirectLineTokens.Lifetime.TotalSeconds);
        json.WriteString("streamUrl"u8, PublicAddress.WebSocket(
            context.Request, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{conversation}/stream?watermark={after}&t={tokens.IssueForStream(ticket)}")));
        json.WriteString("referenceGrammarId"u8, "");
    });
}
