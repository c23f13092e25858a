using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Serves files that strangers sent: a browser stores them and never runs what is in them as a page of this host.</summary>
public static class FileDownload
{
    /// <summary>Writes a file as the answer.</summary>
    public static async Task WriteAsync(HttpContext context, FileContent content)
    {
        var (response, headers) = (context.Response, context.Response.Headers);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(content.File.Name);
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, no-store";
        headers["Referrer-Policy"] = "no-referrer";
        // The address is a secret of its own; a page of another origin that has it may show a picture.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        response.ContentType = content.File.ContentType;
        response.ContentLength = content.File.Size;
        await foreach (var piece in content.Pieces.WithCancellation(context.RequestAborted))
        {
            await response.BodyWriter.WriteAsync(piece, context.RequestAborted);
        }
    }
}
