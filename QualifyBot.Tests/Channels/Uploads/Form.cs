using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace QualifyBot.Tests.Channels.Uploads;

/// <summary>Bodies of uploads, as clients make them.</summary>
internal static class Form
{
    /// <summary>A small picture.</summary>
    public static byte[] Png { get; } = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 0, 255];

    /// <summary>A PDF file of this length, each byte of it known.</summary>
    public static byte[] Pdf(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            bytes[i] = (byte)(i * 31 % 251);
        }

        "%PDF-1.7\n"u8.CopyTo(bytes);
        return bytes;
    }

    /// <summary>The form of the official client: the activity, which names its files, then the files.</summary>
    public static MultipartFormDataContent Of(string? text, params (string Name, string Type, byte[] Content)[] files) =>
        Of(new JsonObject { ["type"] = "message", ["text"] = text, ["channelData"] = new JsonObject { ["attachmentSizes"] = new JsonArray() } }, files);

    public static MultipartFormDataContent Of(JsonObject? activity, params (string Name, string Type, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        if (activity is not null)
        {
            activity["attachments"] ??= new JsonArray([.. files.Select(file => (JsonNode)new JsonObject { ["contentType"] = file.Type, ["name"] = file.Name })]);
            var part = new StringContent(activity.ToJsonString(), Encoding.UTF8);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
            form.Add(part, "activity", "blob");
        }

        foreach (var (name, type, content) in files)
        {
            // A name that a header cannot hold as it is goes as RFC 5987 has it.
            var told = name.All(static letter => letter is >= ' ' and <= '~' and not '"' and not '\\') ? $"filename=\"{name}\"" : "filename*=UTF-8''" + Uri.EscapeDataString(name);
            var part = new ByteArrayContent(content);
            part.Headers.TryAddWithoutValidation("Content-Type", type);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; {told}");
            form.Add(part);
        }

        return form;
    }
}
