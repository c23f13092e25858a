using System.Buffers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Http;

/// <summary>The endpoint channels send activities to.</summary>
public static class BotMessages
{
    /// <summary>Maps the endpoint; turns are run by the registered <see cref="IActivityReceiver"/>.</summary>
    public static IEndpointConventionBuilder MapBotMessages(this IEndpointRouteBuilder endpoints, string pattern = "/api/messages") =>
        endpoints.Map(pattern, ActivatorUtilities.CreateInstance<MessagesEndpoint>(endpoints.ServiceProvider).InvokeAsync);
}

/// <summary>Checks from the cheapest to the dearest, and gives the bot only what passed them all.</summary>
internal sealed class MessagesEndpoint
{
    private readonly IActivityReceiver _receiver;
    private readonly BotFrameworkAuthentication _settings;
    private readonly IncomingTokens _tokens;
    private readonly ServiceUrls _serviceUrls;
    private readonly MessageLimits _limits;
    private readonly Func<ReadOnlySequence<byte>, (Activity?, ProtocolError?)> _parse;

    public MessagesEndpoint(
        IActivityReceiver receiver, BotFrameworkAuthentication settings, IncomingTokens tokens, ServiceUrls serviceUrls, MessageLimits limits)
    {
        (_receiver, _settings, _tokens, _serviceUrls, _limits) = (receiver, settings, tokens, serviceUrls, limits);
        _parse = body => ActivityRules.Parse(body, limits);
    }

    internal async Task InvokeAsync(HttpContext context)
    {
        var result = await ReceiveAsync(context);
        await (result.Error is { } error
            ? JsonAnswer.WriteAsync(context, error)
            : JsonAnswer.WriteAsync(context, result.Status, result.Body));
    }

    private async ValueTask<ReceiveResult> ReceiveAsync(HttpContext context)
    {
        if (RefuseUnread(context) is { } unreadable)
        {
            return ReceiveResult.Refused(unreadable);
        }

        var (caller, refusal) = await AuthenticateAsync(context);
        if (caller is null)
        {
            return ReceiveResult.Refused(refusal!);
        }

        var (activity, problem) = await JsonRequest.ReadAsync(context, _limits.LargestBody, _parse);
        if (activity is null)
        {
            return ReceiveResult.Refused(problem!);
        }

        if (Refuse(activity, caller) is { } refused)
        {
            return ReceiveResult.Refused(refused);
        }

        activity.CallerId = caller.CallerId;
        return await _receiver.ReceiveAsync(activity, caller, context.RequestAborted);
    }

    private ProtocolError? RefuseUnread(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            return JsonRequest.Refuse(context.Request, _limits.LargestBody);
        }

        context.Response.Headers.Allow = HttpMethods.Post;
        return new ProtocolError(405, "MethodNotAllowed", "Send activities with POST.");
    }

    private ValueTask<Verdict> AuthenticateAsync(HttpContext context)
    {
        if (_settings.HasAppId)
        {
            return _tokens.VerifyAsync(context.Request.Headers.Authorization, context.RequestAborted);
        }

        return new ValueTask<Verdict>(LoopbackCaller.IsLocal(context)
            ? Verdict.Accept(new CallerIdentity.Local())
            : Verdict.Forbidden("Without an app id this bot takes calls from its own machine only, at http://localhost. To open it to channels set MicrosoftAppId and MicrosoftAppPassword."));
    }

    private ProtocolError? Refuse(Activity activity, CallerIdentity caller)
    {
        if (ActivityRules.Refuse(activity) is { } unroutable)
        {
            return unroutable;
        }

        // Replies that go into the answer need no address.
        var needsNone = activity.DeliveryMode is DeliveryModes.ExpectReplies && (activity.ServiceUrl is null || caller is CallerIdentity.OtherBot);
        return (needsNone ? null : _serviceUrls.Refuse(activity.ServiceUrl)) ?? caller.Refuse(activity);
    }
}
