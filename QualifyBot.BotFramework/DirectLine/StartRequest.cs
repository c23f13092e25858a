using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>What a client says of its user when it asks for a token or a conversation; all of it may be left out.</summary>
internal sealed record StartRequest
{
    private const int LongestName = 200;
    private const int LongestLocale = 35;
    private const int MostOrigins = 10;

    public StartUser? User { get; init; }

    public string? Locale { get; init; }

    /// <summary>The origins whose pages may use the token; none = all that the host allows.</summary>
    public IReadOnlyList<string?>? TrustedOrigins { get; init; }

    /// <summary>The page's own data; the bot gets them with the news that the user has joined.</summary>
    public JsonElement? ChannelData { get; init; }

    internal static (StartRequest?, ProtocolError?) Parse(ReadOnlySequence<byte> body)
    {
        var sent = body.ToArray().AsSpan();
        if (!Utf8.IsValid(sent))
        {
            return (null, new ProtocolError(400, "BadSyntax", "The body is not valid UTF-8. Send JSON in UTF-8, or nothing."));
        }

        try
        {
            sent = sent.StartsWith(Encoding.UTF8.Preamble) ? sent[Encoding.UTF8.Preamble.Length..] : sent;
            var request = JsonSerializer.Deserialize(LoneSurrogates.Mend(sent) ?? sent, StartRequestJson.Default.StartRequest);
            return request switch
            {
                null => (new StartRequest(), null),
                { User.Name.Length: > LongestName } => (null, ProtocolError.BadRequest($"$.user.name is longer than {LongestName} characters.")),
                { Locale.Length: > LongestLocale } => (null, ProtocolError.BadRequest("$.locale is no language tag, such as \"en-US\".")),
                { TrustedOrigins: { Count: > MostOrigins } } => (null, ProtocolError.BadRequest($"$.trustedOrigins has more than {MostOrigins} entries.")),
                { TrustedOrigins: { Count: > 0 } origins } => WithOrigins(request, [.. origins.Select(PageOrigin.Read)]),
                _ => (request, null),
            };
        }
        catch (JsonException e)
        {
            return (null, new ProtocolError(400, "BadSyntax", $"The body is not JSON as expected, at {e.Path ?? "$"}: send {{\"user\":{{\"id\":\"...\",\"name\":\"...\"}},\"locale\":\"en-US\"}}, or nothing."));
        }
    }

    private static (StartRequest?, ProtocolError?) WithOrigins(StartRequest request, string?[] origins) => Array.IndexOf(origins, null) is >= 0 and var wrong
        ? (null, ProtocolError.BadRequest(string.Create(CultureInfo.InvariantCulture, $"$.trustedOrigins[{wrong}] is no origin, such as \"https://www.example.com\".")))
        : (request with { TrustedOrigins = origins }, null);
}

/// <summary>The user, as the client names them.</summary>
/// <param name="Id">The id; taken from a site's own server alone.</param>
/// <param name="Name">The name.</param>
/// <param name="Token">A token of an earlier conversation, however old: who shows it goes on as its user.</param>
internal sealed record StartUser(string? Id, string? Name, string? Token = null);

// Samples of the protocol write "User.Id" as well as "user.id".
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(StartRequest))]
internal sealed partial class StartRequestJson : JsonSerializerContext;
