using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>
/// Makes and reads the tokens of Direct Line clients: JWTs signed with a key that all hosts share and that no client ever sees. A JWT, since
/// Web Chat reads its user's id from the claim "user".
/// </summary>
public sealed class DirectLineTokens
{
    private const int ShortestKey = 32;
    private const int LongestToken = 4096;

    // {"alg":"HS256","typ":"JWT"}: the only header there is, so a token cannot choose its algorithm.
    private const string Header = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.";
    private static readonly TimeSpan _streamLifetime = TimeSpan.FromSeconds(60);

    // As long as a page may be left open; a page that is loaded again gets new addresses.
    private static readonly TimeSpan _fileLifetime = TimeSpan.FromDays(1);

    private readonly byte[] _key;
    private readonly TimeProvider _time;

    /// <summary>Signs with <paramref name="key"/>, at least 32 random bytes.</summary>
    public DirectLineTokens(ReadOnlySpan<byte> key, TimeProvider time)
    {
        if (key.Length < ShortestKey)
        {
            throw new ArgumentException("The key is too short to be safe: give at least 32 random bytes.", nameof(key));
        }

        _key = key.ToArray();
        _time = time;
    }

    /// <summary>How long a token lasts: clients renew theirs every 15 minutes, whatever they are told.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(30);

    internal string Issue(Ticket ticket) => Sign(ticket.ConversationId, ticket.UserId, Lifetime, json => WriteOrigins(json, ticket));

    /// <summary>A token for an address: good for opening one conversation's stream, for a minute.</summary>
    internal string IssueForStream(Ticket ticket) => Sign(ticket.ConversationId, ticket.UserId, _streamLifetime, json =>
    {
        json.WriteBoolean("stream"u8, true);
        WriteOrigins(json, ticket);
    });

    /// <summary>A token for an address: good for fetching one file, for a day.</summary>
    internal string IssueForFile(string conversationId, string fileId) => Sign(conversationId, Ticket.Nobody, _fileLifetime, json => json.WriteString("file"u8, fileId));

    /// <summary>Whether a token opens a file.</summary>
    internal bool Opens(string? token, string conversationId, string fileId) =>
        Read(token) is { File: { } file } ticket && string.Equals(file, fileId, StringComparison.Ordinal) && string.Equals(ticket.ConversationId, conversationId, StringComparison.Ordinal);

    /// <summary>Reads a token; null if it is not one of ours, or has expired.</summary>
    internal Ticket? Read(string? token) => ReadAnyAge(token) is var (ticket, end) && end > _time.GetUtcNow() ? ticket : null;

    /// <summary>The user of a token that a page shows, also of one that has expired: it still tells whose it was. Null if it is not one of ours, no user's, or not that page's.</summary>
    internal string? UserOf(string? token, string origin) =>
        ReadAnyAge(token) is ({ IsForCalls: true, UserId: not Ticket.Site and var user } ticket, _) && ticket.IsFor(origin) ? user : null;

    private (Ticket Ticket, DateTimeOffset End)? ReadAnyAge(string? token)
    {
        if (token is null or { Length: > LongestToken } || !token.StartsWith(Header, StringComparison.Ordinal)
            || token.LastIndexOf('.') is var dot && dot < Header.Length)
        {
            return null;
        }

        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Signature(token.AsSpan(0, dot), signature);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Base64Url.EncodeToString(signature)), Encoding.UTF8.GetBytes(token[(dot + 1)..])))
        {
            return null;
        }

        // What bears our signature is what we wrote.
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan(Header.Length, dot - Header.Length)));
        var root = claims.RootElement;
        return (
            new Ticket(root.GetProperty("conv").GetString()!, root.GetProperty("user").GetString()!, root.TryGetProperty("stream", out _))
            {
                File = root.TryGetProperty("file", out var file) ? file.GetString() : null,
                Origins = root.TryGetProperty("origins", out var origins) ? [.. origins.EnumerateArray().Select(static origin => origin.GetString()!)] : [],
            },
            DateTimeOffset.FromUnixTimeSeconds(root.GetProperty("exp").GetInt64()));
    }

    private string Sign(string conversationId, string userId, TimeSpan lifetime, Action<Utf8JsonWriter>? use = null)
    {
        var claims = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(claims))
        {
            json.WriteStartObject();
            json.WriteString("conv"u8, conversationId);
            json.WriteString("user"u8, userId);
            json.WriteNumber("exp"u8, (_time.GetUtcNow() + lifetime).ToUnixTimeSeconds());
            use?.Invoke(json);
            json.WriteEndObject();
        }

        var signed = Header + Base64Url.EncodeToString(claims.WrittenSpan);
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Signature(signed, signature);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static void WriteOrigins(Utf8JsonWriter json, Ticket ticket)
    {
        if (ticket.Origins.Count > 0)
        {
            json.WriteStartArray("origins"u8);
            foreach (var origin in ticket.Origins)
            {
                json.WriteStringValue(origin);
            }

            json.WriteEndArray();
        }
    }

    private void Signature(ReadOnlySpan<char> text, Span<byte> signature) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text.ToArray()), signature);
}

/// <summary>What a token says: one user of one conversation.</summary>
internal sealed record Ticket(string ConversationId, string UserId, bool IsStream)
{
    /// <summary>The user of a site's own server, which speaks for whom it likes.</summary>
    internal const string Site = "dl_site";

    /// <summary>The user of a token that only opens a file.</summary>
    internal const string Nobody = "";

    /// <summary>The one file that it opens; null = none.</summary>
    internal string? File { get; init; }

    /// <summary>The origins whose pages may use it; empty = all that the host allows.</summary>
    internal IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Whether a call may use it that names the origin of its page; "" = no page calls.</summary>
    internal bool IsFor(string origin) => origin.Length == 0 || Origins.Count == 0 || Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it may be shown in the header of a call: one that stands in an address may have been seen by others.</summary>
    internal bool IsForCalls => !IsStream && File is null;
}
