using System.Globalization;
using QualifyBot.BotFramework.Authentication;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>What may be sent by the settings, and how it is said that something may not.</summary>
internal sealed class UploadRules
{
    private readonly UploadOptions _options;
    private readonly IReadOnlyList<FileKind> _taken;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">They name a type that nobody knows here.</exception>
    internal UploadRules(UploadOptions options)
    {
        _options = options;
        _taken = options.Types is null ? FileKind.Usual : [.. options.Types.Select(Known)];
    }

    /// <summary>The most that a conversation may keep.</summary>
    internal FileCount Most => new(_options.FilesPerConversation, _options.LargestConversation);

    /// <summary>The most bytes of all files of one message.</summary>
    internal int LargestMessage => _options.LargestMessage;

    /// <summary>Whether any file is taken.</summary>
    internal bool IsOpen => _options.FilesPerMessage > 0;

    internal ProtocolError MessageTooLarge => TooLarge("The files are", _options.LargestMessage, "send them in several messages");

    internal ProtocolError ConversationFull => new(413, "MessageSizeTooBig", string.Create(CultureInfo.InvariantCulture,
        $"A conversation may keep up to {_options.FilesPerConversation} files and {_options.LargestConversation} bytes; with this it would be more."));

    internal FileKind? KindOf(string name, string? contentType) => FileKind.Find(_taken, name, contentType?.Split(';', 2)[0].Trim());

    internal ProtocolError TypeRefused(string name) => new(415, "UnsupportedMediaType",
        $"'{name}' is of a kind that is not taken here. Taken are {string.Join(", ", _taken.SelectMany(static kind => kind.Extensions).Distinct(StringComparer.Ordinal))}.");

    internal ProtocolError? RefuseAnother(int files) => files < _options.FilesPerMessage ? null
        : new ProtocolError(413, "MessageSizeTooBig", string.Create(CultureInfo.InvariantCulture, $"A message may bring up to {_options.FilesPerMessage} files."));

    /// <summary>Why the next piece of a file is not taken; null = it is.</summary>
    internal ProtocolError? RefusePiece(string name, FileKind kind, long size, ReadOnlySpan<byte> piece, long others) =>
        size == 0 && piece.IsEmpty ? ProtocolError.BadRequest($"'{name}' is empty: choose a file with something in it.")
        : size == 0 && !kind.Fits(piece) ? new ProtocolError(415, "UnsupportedMediaType", $"'{name}' is not what it is called: its content is not {kind.ContentType}.")
        : size + piece.Length > _options.LargestFile ? TooLarge($"'{name}' is", _options.LargestFile, "send a smaller one")
        : others + size + piece.Length > _options.LargestMessage ? MessageTooLarge
        : null;

    private static FileKind Known(string type) => FileKind.All.FirstOrDefault(kind => string.Equals(kind.ContentType, type, StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidOperationException($"DirectLine:Uploads:Types: '{type}' is not known; choose from {string.Join(", ", FileKind.All.Select(static kind => kind.ContentType))}.");

    private static ProtocolError TooLarge(string what, int most, string remedy) =>
        new(413, "MessageSizeTooBig", string.Create(CultureInfo.InvariantCulture, $"{what} larger than {most} bytes: {remedy}."));
}
