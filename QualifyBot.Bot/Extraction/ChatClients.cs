using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace QualifyBot.Bot.Extraction;

/// <summary>Makes the client of the provider that the settings name. Retries and deadlines are ours, so the packages' own are off.</summary>
internal static class ChatClients
{
    // For servers of one's own that ask for none; the package wants one.
    private const string NoKey = "none";
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    /// <summary>The client, or null where the settings name no provider.</summary>
    public static IChatClient? From(ExtractionOptions options) => options.Provider switch
    {
        ModelProvider.OpenAI => OpenAI(options),
        ModelProvider.Anthropic => Anthropic(options),
        _ => null,
    };

    private static OpenAIChatClient OpenAI(ExtractionOptions options)
    {
        var settings = new OpenAIClientOptions
        {
            Transport = new HttpClientPipelineTransport(Http()),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Deadline(options),
        };
        if (options.Endpoint is { } endpoint)
        {
            settings.Endpoint = new Uri(endpoint);
        }

        return new OpenAIChatClient(new ChatClient(options.Model!, new ApiKeyCredential(options.Key ?? NoKey), settings));
    }

    private static IChatClient Anthropic(ExtractionOptions options)
    {
        // Spans of the package may hold what people wrote, so it makes none.
        var settings = new ClientOptions
        {
            ApiKey = options.Key,
            HttpClient = Http(),
            MaxRetries = 0,
            Timeout = Deadline(options),
            OpenTelemetry = false,
        };
        if (options.Endpoint is { } endpoint)
        {
            settings.BaseUrl = endpoint.TrimEnd('/');
        }

        return new AnthropicClient(settings).AsIChatClient(options.Model);
    }

    private static TimeSpan Deadline(ExtractionOptions options) => TimeSpan.FromMilliseconds(options.BudgetMilliseconds);

    // No redirects: keys and messages go where the settings say and nowhere else.
    private static HttpClient Http() =>
        new(new BoundedReplies(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = ConnectionLife, UseCookies = false }));

    /// <summary>Takes a reply in whole and refuses one that is too long for what was asked.</summary>
    private sealed class BoundedReplies(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private const int LongestReply = 1 << 20;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            try
            {
                await response.Content.LoadIntoBufferAsync(LongestReply, cancellationToken);
                return response;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
            {
                response.Dispose();
                throw;
            }
        }
    }
}
