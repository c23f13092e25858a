using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Gives a client addresses of the files in its conversation that open without a header, since a browser fetches pictures and links so; each for a day.</summary>
internal sealed class FileLinks(HttpRequest request, DirectLineTokens tokens, string conversationId)
{
    private static readonly byte[] _mark = Encoding.UTF8.GetBytes($"\"{UploadedFile.Scheme}");

    private readonly string _files = PublicAddress.Http(request, $"{request.Path.Value!.AsSpan(0, request.Path.Value!.IndexOf("/conversations/", StringComparison.Ordinal))}/conversations/{Uri.EscapeDataString(conversationId)}/files/");

    /// <summary>Whether attachments, as JSON, name a file that is kept.</summary>
    internal static bool IsNamedIn(ReadOnlySpan<byte> attachments) => attachments.IndexOf(_mark) >= 0;

    /// <summary>The attachments, as JSON, with addresses that the client can open.</summary>
    internal byte[] In(ReadOnlySpan<byte> attachments)
    {
        var all = JsonNode.Parse(attachments)!.AsArray();
        foreach (var attachment in all)
        {
            if (attachment?["contentUrl"] is JsonValue url && url.TryGetValue<string>(out var kept) && kept.StartsWith(UploadedFile.Scheme, StringComparison.Ordinal))
            {
                var id = kept[UploadedFile.Scheme.Length..];
                attachment["contentUrl"] = $"{_files}{Uri.EscapeDataString(id)}?t={tokens.IssueForFile(conversationId, id)}";
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(all, FileLinksJson.Default.JsonArray);
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonArray))]
internal sealed partial class FileLinksJson : System.Text.Json.Serialization.JsonSerializerContext;
