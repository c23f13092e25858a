using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Gives a client addresses of the files in its conversation that open without a header, since a browser fetches pictures and links so; each for a day.</summary>
internal sealed class FileLinks(HttpRequest request, DirectLineTokens tokens, string conversationId)
{
    private const string Conversations = "/conversations/";

    // How deep a member of an attachment stands in the list.
    private const int Member = 2;

    private static readonly byte[] _scheme = Encoding.UTF8.GetBytes(UploadedFile.Scheme);

    private readonly string _files = PublicAddress.Http(request, $"{Prefix(request.Path.Value!)}{Conversations}{Uri.EscapeDataString(conversationId)}/files/");

    /// <summary>Copies attachments, given as JSON, with addresses that the client can open in place of the names of files.</summary>
    internal void Write(IBufferWriter<byte> to, ReadOnlySpan<byte> attachments)
    {
        var reader = new Utf8JsonReader(attachments);
        var (copied, isUrl) = (0, false);
        while (reader.Read())
        {
            if (isUrl && reader is { TokenType: JsonTokenType.String, CurrentDepth: Member, ValueIsEscaped: false } && reader.ValueSpan.StartsWith(_scheme))
            {
                to.Write(attachments[copied..(int)reader.TokenStartIndex]);
                to.Write("\""u8);
                to.Write(JsonEncodedText.Encode(AddressOf(Encoding.UTF8.GetString(reader.ValueSpan[_scheme.Length..]))).EncodedUtf8Bytes);
                to.Write("\""u8);
                copied = (int)reader.BytesConsumed;
            }

            isUrl = reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: Member, ValueIsEscaped: false } && reader.ValueSpan.SequenceEqual("contentUrl"u8);
        }

        to.Write(attachments[copied..]);
    }

    private static ReadOnlySpan<char> Prefix(string path) => path.AsSpan(0, Math.Max(0, path.IndexOf(Conversations, StringComparison.Ordinal)));

    private string AddressOf(string fileId) => $"{_files}{Uri.EscapeDataString(fileId)}?t={tokens.IssueForFile(conversationId, fileId)}";
}
