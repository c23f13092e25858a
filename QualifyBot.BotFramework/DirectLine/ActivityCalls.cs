using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Http;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>What is said in a conversation: posted, polled and streamed.</summary>
internal sealed class ActivityCalls(
    IDirectLineConversations conversations, DirectLineCallers callers, DirectLineTokens tokens, DirectLineIds ids, MessageLimits limits, VisitorPace pace,
    StreamGate gate, StreamPulse pulse, TimeProvider time, IHostApplicationLifetime host)
{
    private const int Page = 32;

    private readonly Func<ReadOnlySequence<byte>, (Activity?, ProtocolError?)> _parse = body => ActivityRules.Parse(body, limits);

    internal async Task<Answer> PostAsync(HttpContext context)
    {
        var conversationId = ConversationId(context);
        if (callers.Identify(context, conversationId) is not { } ticket)
        {
            return Answer.TokenRefused;
        }

        if (JsonRequest.Refuse(context.Request, limits.LargestBody) is { } unreadable)
        {
            return unreadable;
        }

        var (activity, problem) = await JsonRequest.ReadAsync(context, limits.LargestBody, _parse);
        if (activity is null || (problem = UserActivity.Refuse(activity, ticket) ?? pace.RefuseActivity(ticket)) is not null)
        {
            return problem!;
        }

        UserActivity.Address(activity, ticket, time.GetUtcNow());
        activity.Id = ids.ForActivity(activity);
        var id = activity.Id;
        return await conversations.PostAsync(activity, context.RequestAborted) switch
        {
            PostResult.Accepted => Answer.Object(200, json => json.WriteString("id"u8, id)),
            PostResult.UnknownConversation => Answer.UnknownConversation,
            _ => Answer.Busy,
        };
    }

    internal async Task<Answer> GetAsync(HttpContext context)
    {
        var conversationId = ConversationId(context);
        if (callers.Identify(context, conversationId) is null)
        {
            return Answer.TokenRefused;
        }

        var links = new FileLinks(context.Request, tokens, conversationId);
        var view = new ClientView(Watermark.Read(context.Request) ?? 0, links);
        try
        {
            if (!await FillAsync(view, conversationId, context.RequestAborted))
            {
                var after = await Watermark.WithinAsync(conversations, conversationId, view.Watermark, context.RequestAborted);
                if (after == 0 && !await conversations.ExistsAsync(conversationId, context.RequestAborted))
                {
                    return Answer.UnknownConversation;
                }

                view = new ClientView(after, links);
            }
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            // One error would end the client's polling for ever; with what was read so far it asks again.
        }

        return Answer.Json(200, view.Complete());
    }

    /// <summary>Serves a stream to its end, or says why not.</summary>
    internal async Task<Answer?> StreamAsync(HttpContext context)
    {
        var conversationId = ConversationId(context);
        if (tokens.Read(context.Request.Query["t"]) is not { IsStream: true } ticket || !string.Equals(ticket.ConversationId, conversationId, StringComparison.Ordinal))
        {
            return Answer.TokenRefused;
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            return ProtocolError.BadRequest("This address is for WebSockets: connect with ws:// or wss://.");
        }

        using var place = gate.Enter(context, conversationId);
        if (place is null)
        {
            return StreamGate.Full;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            KeepAliveInterval = TimeSpan.FromSeconds(20),
            KeepAliveTimeout = TimeSpan.FromSeconds(20),
        });
        await new StreamConnection(socket, conversations, pulse, time, conversationId, Watermark.Read(context.Request) ?? 0, new FileLinks(context.Request, tokens, conversationId)).RunAsync(host.ApplicationStopping);
        return null;
    }

    private static string ConversationId(HttpContext context) => (string)context.GetRouteValue("id")!;

    // Returns whether there was anything to read, shown or not.
    private async ValueTask<bool> FillAsync(ClientView view, string conversationId, CancellationToken cancellation)
    {
        var (any, more) = (false, true);
        while (more)
        {
            var entries = await conversations.ReadAsync(conversationId, view.Watermark, Page, cancellation);
            foreach (var entry in entries.TakeWhile(_ => !view.IsFull))
            {
                view.Add(entry, live: false);
            }

            any |= entries.Count > 0;
            more = entries.Count == Page && !view.IsFull;
        }

        return any;
    }
}
