using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using QualifyBot.BotFramework.Authentication;

namespace QualifyBot.BotFramework.Connector;

/// <summary>The bot's own token, by which a channel knows it: fetched once for all callers, renewed ahead of its end.</summary>
public sealed class OutgoingTokens
{
    private static readonly TimeSpan _renewAhead = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _unusable = TimeSpan.FromMinutes(1);

    private const int MostDoublings = 10;
    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time;
    private readonly Func<Task<AuthenticationResult>>? _signIn;
    private readonly Lock _gate = new();
    private Token? _token;
    private Task<Token>? _renewal;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private int _failures;

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
            var isTooSoon = _renewal is { IsFaulted: true } && _time.GetUtcNow() < _notBefore;
            return _renewal is { IsCompleted: false } || isTooSoon ? _renewal! : _renewal = SignInAsync(signIn);
        }
    }

    /// <summary>How long no other sign-in is tried after one that failed; null where one may be tried now.</summary>
    internal TimeSpan? Pause
    {
        get
        {
            lock (_gate)
            {
                var left = _notBefore - _time.GetUtcNow();
                return left > TimeSpan.Zero ? left : null;
            }
        }
    }

    private async Task<Token> SignInAsync(Func<Task<AuthenticationResult>> signIn)
    {
        await Task.Yield();
        try
        {
            var result = await signIn();
            var token = new Token("Bearer " + result.AccessToken, result.ExpiresOn);
            Volatile.Write(ref _token, token);
            HoldOff(TimeSpan.Zero);
            return token;
        }
        catch (Exception e) when (e is MsalException or HttpRequestException)
        {
            HoldOff((e as MsalServiceException)?.Headers?.RetryAfter?.Delta);
            throw;
        }
    }

    // However many replies wait, sign-in is asked at most once in a pause; the pauses grow, unless the host says how long they are to be.
    private void HoldOff(TimeSpan? wanted)
    {
        lock (_gate)
        {
            _failures = wanted == TimeSpan.Zero ? 0 : _failures + 1;
            var pause = wanted ?? TimeSpan.FromTicks(Math.Min(_longestPause.Ticks, _firstPause.Ticks << Math.Min(_failures, MostDoublings)));
            _notBefore = _failures == 0 ? DateTimeOffset.MinValue : _time.GetUtcNow() + pause;
        }
    }

    // MSAL keeps a cache of its own, which would hand out the old token again when it is renewed ahead: hence force refresh.
    private static Func<Task<AuthenticationResult>> ClientCredentials(BotFrameworkAuthentication settings, HttpClient http)
    {
        var tenant = settings.MicrosoftAppType == BotAppType.SingleTenant ? settings.MicrosoftAppTenantId : settings.Cloud.BotTenant;
        var app = Identified(ConfidentialClientApplicationBuilder.Create(settings.MicrosoftAppId), settings)
            .WithAuthority(new Uri(settings.ToChannelFromBotLoginUrl, tenant), validateAuthority: false)
            .WithInstanceDiscovery(enableInstanceDiscovery: false)
            .WithHttpClientFactory(new OneClient(http))
            .Build();
        return () => app.AcquireTokenForClient([settings.ToChannelFromBotOAuthScope]).WithForceRefresh(forceRefresh: true).ExecuteAsync();
    }

    private static ConfidentialClientApplicationBuilder Identified(ConfidentialClientApplicationBuilder app, BotFrameworkAuthentication settings) =>
        settings.MicrosoftAppCertificate is { Length: > 0 } file
            ? app.WithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, settings.MicrosoftAppCertificatePassword), sendX5C: true)
            : app.WithClientSecret(settings.MicrosoftAppPassword);

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
