using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace QualifyBot.BotFramework.Authentication;

/// <summary>
/// Verifies the tokens of incoming calls: those of channels (Azure Bot Service, Teams) and those the Emulator gets by signing
/// in as the bot. A bad token is answered with 401, a good one that is not for this bot with 403.
/// </summary>
public sealed class IncomingTokens
{
    private const int LongestToken = 16 * 1024;
    private static readonly TimeSpan _skew = TimeSpan.FromMinutes(5);
    private static readonly FrozenSet<string> _algorithms = FrozenSet.Create(StringComparer.Ordinal, "RS256", "RS384", "RS512");
    private static readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    private readonly BotFrameworkAuthentication _settings;
    private readonly TimeProvider _time;
    private readonly SigningKeys _channelKeys;
    private readonly SigningKeys _entraKeys;
    private readonly FrozenDictionary<string, string> _tenantByIssuer;

    /// <summary>Reads the issuers' keys with <paramref name="http"/>, when the first token comes.</summary>
    public IncomingTokens(BotFrameworkAuthentication settings, HttpClient http, TimeProvider time, ILogger<IncomingTokens> logger)
    {
        _settings = settings;
        _time = time;
        _channelKeys = new SigningKeys(settings.ToBotFromChannelOpenIdMetadataUrl, http, time, logger);
        _entraKeys = new SigningKeys(settings.ToBotFromEmulatorOpenIdMetadataUrl, http, time, logger);
        _tenantByIssuer = TenantsByIssuer(settings);
    }

    /// <summary>Who calls, by the value of the Authorization header. Never throws for what the header holds.</summary>
    public async ValueTask<Verdict> VerifyAsync(string? authorization, CancellationToken cancellation)
    {
        if (Parse(authorization) is not { } token)
        {
            return Verdict.Unauthorized("This bot has an app id, so it takes calls with a token only: send 'Authorization: Bearer' and the channel's JWT.");
        }

        if (!_algorithms.Contains(token.Alg ?? "") || string.IsNullOrEmpty(token.Kid))
        {
            return Verdict.Unauthorized("The token must name its key (kid) and be signed with RS256, RS384 or RS512.");
        }

        return await VerifyAsync(token, cancellation);
    }

    private async ValueTask<Verdict> VerifyAsync(JsonWebToken token, CancellationToken cancellation)
    {
        var fromChannel = string.Equals(token.Issuer, _settings.ToBotFromChannelTokenIssuer, StringComparison.Ordinal);
        if (!fromChannel && !_tenantByIssuer.ContainsKey(token.Issuer))
        {
            return Verdict.Unauthorized("The token's issuer (iss) is not one this bot believes.");
        }

        var keys = fromChannel ? _channelKeys : _entraKeys;
        if (await keys.FindAsync(token.Kid, cancellation) is not { } key)
        {
            return keys.Known
                ? Verdict.Unauthorized("The token is signed with a key its issuer does not publish.")
                : Verdict.Deny(new ProtocolError(503, "KeysUnavailable", "The token cannot be verified now: the issuer's keys cannot be read.", SigningKeys.RetryAfter));
        }

        if (await SignatureProblemAsync(token, key) is { } problem)
        {
            return Verdict.Unauthorized(problem);
        }

        return fromChannel ? JudgeChannel(token, key) : JudgeApp(token);
    }

    private static JsonWebToken? Parse(string? authorization)
    {
        const string scheme = "Bearer ";
        if (authorization is null || authorization.Length > LongestToken || !authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            var text = authorization[scheme.Length..];
            return _handler.CanReadToken(text) ? new JsonWebToken(text) : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or SecurityTokenException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private async ValueTask<string?> SignatureProblemAsync(JsonWebToken token, SigningKey key)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = key.Key,
            ValidAlgorithms = _algorithms,
            ValidIssuer = token.Issuer,
            ValidateAudience = false,
            LifetimeValidator = (from, until, _, _) => IsAlive(from, until),
        });
        return result switch
        {
            { IsValid: true } => null,
            { Exception: SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException } => "The token has expired or is not valid yet: get a new one, and check the clocks.",
            _ => "The token's signature does not fit.",
        };
    }

    private bool IsAlive(DateTime? from, DateTime? until)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return until is { } end && now < Add(end, _skew) && (from is not { } start || Add(start, -_skew) <= now);
    }

    private static DateTime Add(DateTime moment, TimeSpan span) =>
        span > TimeSpan.Zero
            ? moment > DateTime.MaxValue - span ? DateTime.MaxValue : moment + span
            : moment < DateTime.MinValue - span ? DateTime.MinValue : moment + span;

    private Verdict JudgeChannel(JsonWebToken token, SigningKey key)
    {
        if (!IsForUs(token))
        {
            return Verdict.Forbidden("The token is for another bot: its audience (aud) is not this bot's MicrosoftAppId.");
        }

        return Claim(token, "serviceurl") is { } serviceUrl
            ? Verdict.Accept(new CallerIdentity.Channel(serviceUrl, key.Endorsements, _settings.Cloud.CallerId))
            : Verdict.Unauthorized("The token has no claim 'serviceurl'.");
    }

    private Verdict JudgeApp(JsonWebToken token)
    {
        // Entra signs for all tenants with the same keys, so the tenant must be the one the issuer names.
        if (!string.Equals(Claim(token, "tid"), _tenantByIssuer[token.Issuer], StringComparison.OrdinalIgnoreCase))
        {
            return Verdict.Unauthorized("The token's tenant (tid) is not the one of its issuer.");
        }

        var caller = Claim(token, "ver") switch { "1.0" => Claim(token, "appid"), "2.0" => Claim(token, "azp"), _ => null };
        if (caller is null)
        {
            return Verdict.Unauthorized("The token must name its version (ver 1.0 or 2.0) and the app it was issued to (appid or azp).");
        }

        return !IsForUs(token) ? Verdict.Forbidden("The token is for another bot: its audience (aud) is not this bot's MicrosoftAppId.")
            : string.Equals(caller, _settings.MicrosoftAppId, StringComparison.OrdinalIgnoreCase) ? Verdict.Accept(new CallerIdentity.OwnApp(caller))
            : _settings.AllowedCallers.Any(allowed => allowed is "*" || string.Equals(allowed, caller, StringComparison.OrdinalIgnoreCase)) ? Verdict.Accept(new CallerIdentity.OtherBot(caller))
            : Verdict.Forbidden("The token was issued to another app: this bot takes calls of channels, of its own MicrosoftAppId and of those in AllowedCallers only.");
    }

    private bool IsForUs(JsonWebToken token) =>
        _settings.HasAppId && token.Audiences.Contains(_settings.MicrosoftAppId, StringComparer.OrdinalIgnoreCase);

    private static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) && !string.IsNullOrEmpty(value) ? value : null;

    private static FrozenDictionary<string, string> TenantsByIssuer(BotFrameworkAuthentication settings) =>
        settings.EntraTenants
            .Append(settings.MicrosoftAppTenantId)
            .OfType<string>()
            .Where(tenant => tenant.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(tenant => new[]
            {
                (Issuer: $"https://sts.windows.net/{tenant}/", Tenant: tenant),
                (Issuer: $"https://{settings.Cloud.Login.Host}/{tenant}/v2.0", Tenant: tenant),
            })
            .ToFrozenDictionary(pair => pair.Issuer, pair => pair.Tenant, StringComparer.Ordinal);
}
