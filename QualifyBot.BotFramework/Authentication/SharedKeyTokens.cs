using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace QualifyBot.BotFramework.Authentication;

/// <summary>Reads JWTs that another server signed with HS256 and a key that it shares with this host. No other algorithm is taken, whatever a token says of itself.</summary>
public sealed class SharedKeyTokens
{
    private const int LongestToken = 4096;
    private static readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };

    // Of two claims of one name, readers take either.
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    private readonly TokenValidationParameters _parameters;

    /// <summary>Takes what any of these keys signed; each has at least 32 characters.</summary>
    public SharedKeyTokens(IEnumerable<string> keys) => _parameters = new TokenValidationParameters
    {
        IssuerSigningKeys = [.. keys.Select(static key => new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)))],
        TryAllIssuerSigningKeys = true,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        // What the claims mean is the reader's to judge, who can say in words what is wrong with them.
        ValidateIssuer = false,
        ValidateAudience = false,
        ValidateLifetime = false,
    };

    /// <summary>The claims of a token; null where none of the keys signed it, or it is no such token at all. Whether it is alive and for whom is not looked at.</summary>
    public async ValueTask<JsonElement?> ReadAsync(string token)
    {
        try
        {
            return await _handler.ValidateTokenAsync(token, _parameters) is { IsValid: true, SecurityToken: JsonWebToken signed }
                && JsonElement.Parse(Base64Url.DecodeFromChars(signed.EncodedPayload), _strict) is { ValueKind: JsonValueKind.Object } claims ? claims : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or SecurityTokenException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
