using System.Net.Http;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using QualifyBot.BotFramework.Authentication;

namespace QualifyBot.BotFramework.Connector;

/// <summary>The bot's own token, by which a channel knows it: fetched once for all callers, renewed ahead of its end.</summary>
public sealed class OutgoingTokens
{
    private static readonly TimeSpan _renewAhead = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _unusable = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly Func<Task<AuthenticationResult>>? _signIn;
    private readonly Lock _gate = new();
    private Token? _token;
    private Task<Token>? _renewal;

    /// <summary>Signs in with <paramref name="http"/>, when the first token is asked for; without an app id never.</summary>
    public OutgoingTokens(BotFrameworkAuthentication settings, ConnectorHttp http, TimeProvider time)
    {
        _time = time;
        _signIn = settings switch
        {
            { HasAppId: false } => null,
            { MicrosoftAppType: BotAppType.UserAssignedMSI } => ManagedIdentity(settings, http.SignIn),
            _ => ClientCredentials(settings, http.SignIn),
        };
    }

    /// <summary>The value of the Authorization header; null without an app id.</summary>
    /// <exception cref="MsalException">Signing in failed.</exception>
    /// <exception cref="HttpRequestException">The sign-in host cannot be reached.</exception>
    public ValueTask<string?> HeaderAsync(CancellationToken cancellation)
    {
        if (_signIn is null)
        {
            return new ValueTask<string?>((string?)null);
        }

        var token = Volatile.Read(ref _token);
        var left = token is null ? TimeSpan.Zero : token.Expires - _time.GetUtcNow();
        if (left > _renewAhead)
        {
            return new ValueTask<string?>(token!.Header);
        }

        var renewal = Renew(_signIn);
        return left > _unusable ? new ValueTask<string?>(token!.Header) : WaitAsync(renewal, cancellation);
    }

    /// <summary>Forgets a token that a channel did not take, so that the next call signs in again.</summary>
    internal void Discard(string? header)
    {
        var token = Volatile.Read(ref _token);
        if (token is not null && string.Equals(token.Header, header, StringComparison.Ordinal))
        {
            Interlocked.CompareExchange(ref _token, null, token);
        }
    }

    private static async ValueTask<string?> WaitAsync(Task<Token> renewal, CancellationToken cancellation) =>
        (await renewal.WaitAsync(cancellation)).Header;

    private Task<Token> Renew(Func<Task<AuthenticationResult>> signIn)
    {
        lock (_gate)
        {
            return _renewal is { IsCompleted: false } running ? running : _renewal = SignInAsync(signIn);
        }
    }

    private async Task<Token> SignInAsync(Func<Task<AuthenticationResult>> signIn)
    {
        await Task.Yield();
        var result = await signIn();
        var token = new Token("Bearer " + result.AccessToken, result.ExpiresOn);
        Volatile.Write(ref _token, token);
        return token;
    }

    // MSAL keeps a cache of its own, which would hand out the old token again when it is renewed ahead: hence force refresh.
    private static Func<Task<AuthenticationResult>> ClientCredentials(BotFrameworkAuthentication settings, HttpClient http)
    {
        var tenant = settings.MicrosoftAppType == BotAppType.SingleTenant ? settings.MicrosoftAppTenantId : "botframework.com";
        var app = ConfidentialClientApplicationBuilder.Create(settings.MicrosoftAppId)
            .WithClientSecret(settings.MicrosoftAppPassword)
            .WithAuthority(new Uri(settings.ToChannelFromBotLoginUrl, tenant), validateAuthority: false)
            .WithInstanceDiscovery(enableInstanceDiscovery: false)
            .WithHttpClientFactory(new OneClient(http))
            .Build();
        return () => app.AcquireTokenForClient([settings.ToChannelFromBotOAuthScope]).WithForceRefresh(forceRefresh: true).ExecuteAsync();
    }

    private static Func<Task<AuthenticationResult>> ManagedIdentity(BotFrameworkAuthentication settings, HttpClient http)
    {
        var app = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(settings.MicrosoftAppId))
            .WithHttpClientFactory(new OneClient(http))
            .Build();
        var resource = settings.ToChannelFromBotOAuthScope.Replace("/.default", "", StringComparison.Ordinal);
        return () => app.AcquireTokenForManagedIdentity(resource).WithForceRefresh(forceRefresh: true).ExecuteAsync();
    }

    private sealed record Token(string Header, DateTimeOffset Expires);

    private sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
