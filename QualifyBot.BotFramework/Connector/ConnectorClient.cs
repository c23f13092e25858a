using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Runtime.CompilerServices;
using Microsoft.Identity.Client;
using QualifyBot.BotFramework.Authentication;

namespace QualifyBot.BotFramework.Connector;

/// <summary>
/// Sends replies to channels by the Connector REST API. One call is one attempt: whoever keeps the reply until it is delivered
/// decides when to try again, by what the result says.
/// </summary>
/// <remarks>The busiest way out of the product: what can be shared between requests is.</remarks>
public sealed class ConnectorClient(ConnectorHttp http, OutgoingTokens tokens, ServiceUrls serviceUrls, TimeProvider time)
{
    // The Emulator never answers for a conversation it has forgotten.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    private readonly ConversationUrls _urls = new(serviceUrls);

    /// <summary>Sends one activity, given as JSON in UTF-8. Throws only when cancelled.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<SendResult> SendAsync(ReplyAddress to, ReadOnlyMemory<byte> activity, CancellationToken cancellation)
    {
        if (_urls.Find(to.ServiceUrl) is not { } url)
        {
            return new SendResult.Refused(serviceUrls.Refuse(to.ServiceUrl)!.Message);
        }

        if (!ConversationUrls.IsSegment(to.ConversationId) || !ConversationUrls.IsSegment(to.ReplyToId))
        {
            return new SendResult.Refused("The id of the conversation or activity is '.' or '..', which no address can hold.");
        }

        using var timeout = new CancellationTokenSource(_patience, time);
        using var link = cancellation.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        try
        {
            return await AttemptAsync(url.For(to), activity, timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendResult.Failed("The channel did not answer in time.", null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or MsalException)
        {
            return new SendResult.Failed(e is MsalException ? "Signing in failed: " + e.Message : e.Message, tokens.Pause);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<SendResult> AttemptAsync(Uri url, ReadOnlyMemory<byte> activity, CancellationToken cancellation)
    {
        var authorization = await tokens.HeaderAsync(cancellation);
        using var request = Request(url, activity, authorization);
        using var response = await http.Channels.SendAsync(request, cancellation);
        if (response.IsSuccessStatusCode)
        {
            return await ReplyBody.ReadIdAsync(response, cancellation) is { } id ? new SendResult.Sent(id) : SendResult.Sent.WithoutId;
        }

        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            tokens.Discard(authorization);
        }

        return Failure(response, await ReplyBody.ReadReasonAsync(response, cancellation));
    }

    private static HttpRequestMessage Request(Uri url, ReadOnlyMemory<byte> activity, string? authorization)
    {
        var content = new ReadOnlyMemoryContent(activity);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return request;
    }

    private SendResult Failure(HttpResponseMessage response, string said)
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"The channel answered {(int)response.StatusCode}{(said.Length > 0 ? ": " : "")}{said}");
        return response.StatusCode switch
        {
            // 401: the token may have been revoked, and the next one be taken. 412: Teams, when two replies meet in one thread.
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized or HttpStatusCode.PreconditionFailed
                or >= HttpStatusCode.InternalServerError => new SendResult.Failed(reason, RetryAfter(response)),
            _ => new SendResult.Refused(reason),
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } when delta >= TimeSpan.Zero => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };
}
