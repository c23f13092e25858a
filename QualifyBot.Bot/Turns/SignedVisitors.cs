using System.Net.Mail;
using System.Text.Json;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.BotFramework.Authentication;

namespace QualifyBot.Bot.Turns;

/// <summary>What came of a signed visitor: who they are, or what is wrong, in words for those who build the site.</summary>
public readonly record struct IdentityClaim(VisitorIdentity? Visitor, string? Problem);

/// <summary>
/// Reads the tokens by which a site's server says who its visitor is: JWTs signed with a key that the site shares with this host. What is wrong with a
/// token is told only to who could sign it.
/// </summary>
public sealed class SignedVisitors(IdentityOptions options, TimeProvider clock)
{
    private const string Audience = "qualifybot";
    private const int LongestSubject = 128;
    private const int LongestName = 200;
    private const int LongestEmail = 254;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(1);

    private readonly SharedKeyTokens? tokens = new[] { options.Key, options.PreviousKey }.Where(static key => !string.IsNullOrEmpty(key)).OfType<string>().ToArray() is { Length: > 0 } keys ? new SharedKeyTokens(keys) : null;

    /// <summary>Who a token says the visitor is; null without a token.</summary>
    public async ValueTask<IdentityClaim?> ReadAsync(string? token) =>
        token is null ? null
        : tokens is null ? Refused("This host has no key to check it by: set Identity:Key.")
        : await tokens.ReadAsync(token) is not { } claims ? Refused("It is no JWT signed with HS256 and the key that the setting Identity:Key holds.")
        : Checked(claims);

    private IdentityClaim Checked(JsonElement claims)
    {
        var now = clock.GetUtcNow();
        return !IsForUs(claims) ? Refused($"Its claim 'aud' must be \"{Audience}\".")
            : TimeOf(claims, "exp") is not { } end ? Refused("Its claim 'exp' is missing: the time at which it ends, in seconds since 1970.")
            : end + Skew <= now ? Refused("It has expired (claim 'exp'): sign a new one for each page.")
            : end - Skew > now + LongestLife ? Refused("Its claim 'exp' is more than a day ahead: sign it for less.")
            : TimeOf(claims, "nbf") is { } start && start - Skew > now ? Refused("It is not valid yet (claim 'nbf').")
            : TextOf(claims, "sub", LongestSubject) is not { } subject ? Refused($"Its claim 'sub' must be your id of the visitor, 1 to {LongestSubject} characters.")
            : new IdentityClaim(new VisitorIdentity(subject, TextOf(claims, "name", LongestName), EmailOf(claims)), null);
    }

    private static bool IsForUs(JsonElement claims) => claims.TryGetProperty("aud", out var audience) && audience.ValueKind switch
    {
        JsonValueKind.String => audience.ValueEquals(Audience),
        JsonValueKind.Array => audience.EnumerateArray().Any(static one => one.ValueKind is JsonValueKind.String && one.ValueEquals(Audience)),
        _ => false,
    };

    private static DateTimeOffset? TimeOf(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var time) && time.ValueKind is JsonValueKind.Number && time.TryGetDouble(out var seconds)
            ? DateTimeOffset.UnixEpoch.AddSeconds(Math.Clamp(seconds, 0, uint.MaxValue))
            : null;

    private static string? TextOf(JsonElement claims, string name, int longest)
    {
        try
        {
            return claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text && text.Length <= longest && !text.Any(char.IsControl) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // An escape that is no character.
            return null;
        }
    }

    private static string? EmailOf(JsonElement claims) =>
        TextOf(claims, "email", LongestEmail) is { } email && MailAddress.TryCreate(email, out var address) && string.Equals(address.Address, email, StringComparison.Ordinal) ? email : null;

    private static IdentityClaim Refused(string problem) => new(null, "The visitor's signed identity is not taken. " + problem);
}
