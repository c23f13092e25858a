using System.Collections.Frozen;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>A kind of file: what it calls itself, and by which first bytes it is known.</summary>
/// <param name="ContentType">The content type.</param>
/// <param name="Extensions">Endings of its names, with the dot.</param>
/// <param name="Start">Bytes that stand in it, or empty for text.</param>
/// <param name="At">Where they stand.</param>
internal sealed record FileKind(string ContentType, string[] Extensions, byte[] Start, int At = 0)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.";
    private static readonly byte[] _zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] _ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Those that are taken unless the settings say otherwise.</summary>
    internal static IReadOnlyList<FileKind> Usual { get; } =
    [
        new("image/png", [".png"], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        new("image/jpeg", [".jpg", ".jpeg"], [0xFF, 0xD8, 0xFF]),
        new("image/gif", [".gif"], "GIF8"u8.ToArray()),
        new("image/webp", [".webp"], "WEBP"u8.ToArray(), At: 8),
        new("image/heic", [".heic", ".heif"], "ftyp"u8.ToArray(), At: 4),
        new("application/pdf", [".pdf"], "%PDF-"u8.ToArray()),
        new("text/plain", [".txt", ".log", ".md"], []),
        new("text/csv", [".csv", ".tsv"], []),
        new(Word + "wordprocessingml.document", [".docx"], _zip),
        new(Word + "spreadsheetml.sheet", [".xlsx"], _zip),
        new(Word + "presentationml.presentation", [".pptx"], _zip),
        new("application/msword", [".doc"], _ole),
        new("application/vnd.ms-excel", [".xls"], _ole),
        new("application/vnd.ms-powerpoint", [".ppt"], _ole),
        new("application/vnd.oasis.opendocument.text", [".odt"], _zip),
        new("application/vnd.oasis.opendocument.spreadsheet", [".ods"], _zip),
        new("application/vnd.oasis.opendocument.presentation", [".odp"], _zip),
    ];

    /// <summary>Those that are taken only where the settings name them.</summary>
    internal static IReadOnlyList<FileKind> All { get; } =
    [
        .. Usual,
        new("application/rtf", [".rtf"], "{\\rtf"u8.ToArray()),
        new("application/zip", [".zip"], _zip),
        new("application/json", [".json"], []),
        new("audio/mpeg", [".mp3"], []),
        new("audio/mp4", [".m4a"], "ftyp"u8.ToArray(), At: 4),
        new("audio/wav", [".wav"], "WAVE"u8.ToArray(), At: 8),
        new("audio/webm", [".weba", ".webm"], [0x1A, 0x45, 0xDF, 0xA3]),
        new("video/mp4", [".mp4"], "ftyp"u8.ToArray(), At: 4),
        new("video/webm", [".webm"], [0x1A, 0x45, 0xDF, 0xA3]),
    ];

    private static readonly FrozenSet<string> _binaryWithoutMark = FrozenSet.Create(StringComparer.Ordinal, "audio/mpeg");

    /// <summary>
    /// The kind of a file among <paramref name="taken"/>; null = none of them. The name's ending decides, since browsers do not know the type of every file;
    /// without an ending the type does.
    /// </summary>
    internal static FileKind? Find(IReadOnlyList<FileKind> taken, string name, string? contentType) =>
        Path.GetExtension(name) is { Length: > 1 } extension
            ? Best(taken.Where(kind => kind.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)), contentType)
            : taken.FirstOrDefault(kind => Is(kind, contentType));

    /// <summary>Whether a file that begins so can be of this kind.</summary>
    internal bool Fits(ReadOnlySpan<byte> beginning) =>
        Start.Length > 0 ? beginning.Length >= At + Start.Length && beginning.Slice(At, Start.Length).SequenceEqual(Start)
        : _binaryWithoutMark.Contains(ContentType) || !beginning.Contains((byte)0);

    private static FileKind? Best(IEnumerable<FileKind> kinds, string? contentType)
    {
        var found = kinds.ToArray();
        return Array.Find(found, kind => Is(kind, contentType)) ?? found.FirstOrDefault();
    }

    private static bool Is(FileKind kind, string? contentType) => string.Equals(kind.ContentType, contentType, StringComparison.OrdinalIgnoreCase);
}
