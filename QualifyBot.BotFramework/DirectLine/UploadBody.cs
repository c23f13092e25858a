using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Http;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>
/// Takes in the body of an upload, one piece after the other, so that memory holds a piece whatever the size: a form with the activity and its files, or a
/// single file. What it took is known at every moment, also when it fails in the middle.
/// </summary>
internal sealed class UploadBody(UploadRules rules, MessageLimits limits, DirectLineIds ids, IDirectLineFiles store, string conversationId)
{
    private const int Piece = 128 * 1024;
    private const int MostHeaders = 16;
    private const int LongestHeaders = 8 * 1024;
    private const int LongestBoundary = 100;
    private const string ActivityType = "application/vnd.microsoft.activity";

    private readonly List<string> _begun = [];
    private readonly List<UploadedFile> _files = [];

    /// <summary>The files that were begun, whole or not.</summary>
    internal IReadOnlyList<string> Begun => _begun;

    /// <summary>The files that were taken whole.</summary>
    internal IReadOnlyList<UploadedFile> Files => _files;

    /// <summary>What came with them; null = nothing.</summary>
    internal Activity? Activity { get; private set; }

    /// <summary>Reads it all; null, or why it is not taken.</summary>
    internal async ValueTask<ProtocolError?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var error = BoundaryOf(request) is { } boundary
                ? await ReadFormAsync(new MultipartReader(boundary, request.Body) { HeadersCountLimit = MostHeaders, HeadersLengthLimit = LongestHeaders }, cancellation)
                : await ReadSingleAsync(request, cancellation);
            return error ?? (_files.Count == 0 ? ProtocolError.BadRequest("There is no file in it: send a form with a part 'file', or post the message to 'activities'.") : null);
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge ? rules.MessageTooLarge : ProtocolError.BadRequest("The body could not be read: " + e.Message);
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException && e.GetType() == typeof(IOException)))
        {
            return ProtocolError.BadRequest("The body is not a form as 'multipart/form-data' has it, or it ended early: " + e.Message);
        }
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary.ToString()
            : null;

    private async ValueTask<ProtocolError?> ReadFormAsync(MultipartReader form, CancellationToken cancellation)
    {
        while (await form.ReadNextSectionAsync(cancellation) is { } section)
        {
            _ = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition);
            var error = IsActivity(section, disposition) ? await ReadActivityAsync(section.Body, cancellation)
                : IsFile(disposition) ? await ReadFileAsync(section.Body, disposition, section.ContentType, cancellation)
                : null;
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    private async ValueTask<ProtocolError?> ReadSingleAsync(HttpRequest request, CancellationToken cancellation) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition)
            ? await ReadFileAsync(request.Body, disposition, request.ContentType, cancellation)
            : new ProtocolError(415, "UnsupportedMediaType", "Send a form ('Content-Type: multipart/form-data' with its boundary), or one file with its type and 'Content-Disposition: attachment; filename=\"...\"'.");

    private static bool IsActivity(MultipartSection section, ContentDispositionHeaderValue? disposition) =>
        disposition?.Name.Equals("activity", StringComparison.OrdinalIgnoreCase) is true || disposition?.Name.Equals("\"activity\"", StringComparison.OrdinalIgnoreCase) is true
        || (MediaTypeHeaderValue.TryParse(section.ContentType, out var type) && type.MediaType.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase));

    private static bool IsFile([NotNullWhen(true)] ContentDispositionHeaderValue? disposition) =>
        disposition is not null && (disposition.FileName.HasValue || disposition.FileNameStar.HasValue || HeaderUtilities.RemoveQuotes(disposition.Name).Equals("file", StringComparison.OrdinalIgnoreCase));

    private async ValueTask<ProtocolError?> ReadActivityAsync(Stream body, CancellationToken cancellation)
    {
        if (Activity is not null)
        {
            return ProtocolError.BadRequest("There are two activities in it: send one.");
        }

        var bytes = ArrayPool<byte>.Shared.Rent(limits.LargestBody + 1);
        try
        {
            var length = await body.ReadAtLeastAsync(bytes.AsMemory(0, limits.LargestBody + 1), limits.LargestBody + 1, throwOnEndOfStream: false, cancellation);
            if (length > limits.LargestBody)
            {
                return new ProtocolError(413, "MessageSizeTooBig", string.Create(CultureInfo.InvariantCulture, $"The activity is larger than {limits.LargestBody} bytes: send less."));
            }

            (Activity, var problem) = ActivityRules.Parse(new ReadOnlySequence<byte>(bytes, 0, length), limits);
            return problem;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private async ValueTask<ProtocolError?> ReadFileAsync(Stream body, ContentDispositionHeaderValue disposition, string? contentType, CancellationToken cancellation)
    {
        var name = FileName.Clean((disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).Value);
        if (rules.RefuseAnother(_files.Count) is { } tooMany)
        {
            return tooMany;
        }

        if (rules.KindOf(name, contentType) is not { } kind)
        {
            return rules.TypeRefused(name);
        }

        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            return await KeepAsync(body, name, kind, piece.AsMemory(0, Piece), cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private async ValueTask<ProtocolError?> KeepAsync(Stream body, string name, FileKind kind, Memory<byte> piece, CancellationToken cancellation)
    {
        var (id, size) = (ids.NewFile(), 0L);
        for (var more = true; more;)
        {
            var length = await body.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellation);
            if (rules.RefusePiece(name, kind, size, piece.Span[..length], _files.Sum(static file => file.Size)) is { } refused)
            {
                return refused;
            }

            (size, more) = (size + length, length == piece.Length);
            if (length > 0)
            {
                Begin(id);
                await store.AddAsync(conversationId, id, piece[..length], cancellation);
            }
        }

        _files.Add(new UploadedFile(id, name, kind.ContentType, size));
        return null;
    }

    private void Begin(string id)
    {
        if (_begun.LastOrDefault() != id)
        {
            _begun.Add(id);
        }
    }
}
