using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace QualifyBot.BotFramework.Authentication;

/// <summary>
/// The keys an issuer signs with, by OpenID metadata. Kept for a day, and while the issuer cannot be reached; an unknown
/// key id fetches them again, so a roll-over needs no restart, but at most once a minute, so a forger cannot make us hammer.
/// </summary>
/// <remarks>
/// Not ConfigurationManager: that one refreshes behind the caller's back, so the first call after a roll-over would be refused.
/// </remarks>
internal sealed partial class SigningKeys(Uri metadata, HttpClient http, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan _kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan _betweenFetches = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _betweenFailures = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly HttpDocumentRetriever _documents = new(http) { RequireHttps = !metadata.IsLoopback };
    private readonly Lock _gate = new();
    private KeySet? _keys;
    private DateTimeOffset _failed = DateTimeOffset.MinValue;
    private Task? _fetching;

    /// <summary>How long to wait before asking again when no key was ever read.</summary>
    internal static TimeSpan RetryAfter => _betweenFailures;

    /// <summary>Whether keys were ever read.</summary>
    internal bool Known => Volatile.Read(ref _keys) is not null;

    internal async ValueTask<SigningKey?> FindAsync(string keyId, CancellationToken cancellation)
    {
        var keys = Volatile.Read(ref _keys);
        var found = keys?.ById.GetValueOrDefault(keyId);
        if (found is not null && time.GetUtcNow() - keys!.Fetched < _kept)
        {
            return found;
        }

        var fetching = FetchOnce();
        if (found is not null)
        {
            return found;
        }

        await fetching.WaitAsync(cancellation);
        return Volatile.Read(ref _keys)?.ById.GetValueOrDefault(keyId);
    }

    private Task FetchOnce()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_fetching is { IsCompleted: false })
            {
                return _fetching;
            }

            if (now - _failed < _betweenFailures || (_keys is { } keys && now - keys.Fetched < _betweenFetches))
            {
                return Task.CompletedTask;
            }

            return _fetching = FetchAsync();
        }
    }

    private async Task FetchAsync()
    {
        await Task.Yield();
        using var timeout = new CancellationTokenSource(_patience, time);
        try
        {
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.AbsoluteUri, _documents, timeout.Token);
            var keys = Read(configuration.JsonWebKeySet);
            if (keys.Count == 0)
            {
                throw new InvalidDataException("The key set holds no RSA key for signatures.");
            }

            Volatile.Write(ref _keys, new KeySet(keys, time.GetUtcNow()));
        }
        catch (Exception e) when (IsOutage(e))
        {
            lock (_gate)
            {
                _failed = time.GetUtcNow();
            }

            Log.MetadataUnavailable(logger, metadata, e);
        }
    }

    private static bool IsOutage(Exception e) => e is IOException or HttpRequestException or OperationCanceledException
        or ArgumentException or InvalidOperationException or FormatException or JsonException;

    private static FrozenDictionary<string, SigningKey> Read(JsonWebKeySet? set) =>
        (set?.Keys ?? [])
            .Where(key => key.Kty is "RSA" && key.Use is null or "sig" && !string.IsNullOrEmpty(key.Kid) && key.KeySize >= 2048)
            .DistinctBy(key => key.Kid, StringComparer.Ordinal)
            .ToFrozenDictionary(key => key.Kid, key => new SigningKey(key, Endorsements(key)), StringComparer.Ordinal);

    private static ImmutableArray<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value)
            ? value switch
            {
                JsonElement { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)],
                IEnumerable<object> list => [.. list.Select(item => item.ToString()!)],
                _ => [],
            }
            : [];

    private sealed record KeySet(FrozenDictionary<string, SigningKey> ById, DateTimeOffset Fetched);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The signing keys of {Metadata} could not be read; keys read before stay in use")]
        internal static partial void MetadataUnavailable(ILogger logger, Uri metadata, Exception exception);
    }
}

/// <summary>A key and the channels it may speak for.</summary>
internal sealed record SigningKey(SecurityKey Key, ImmutableArray<string> Endorsements);
