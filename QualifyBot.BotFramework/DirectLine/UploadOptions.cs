using System.ComponentModel.DataAnnotations;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Which files visitors may send, and how many. Bound to the section "DirectLine:Uploads".</summary>
public sealed class UploadOptions
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>How many files one message may bring; 0 = none are taken.</summary>
    [Range(0, 50)]
    public int FilesPerMessage { get; init; } = 5;

    /// <summary>The largest file, in bytes.</summary>
    [Range(1, 1024 * Megabyte)]
    public int LargestFile { get; init; } = 5 * Megabyte;

    /// <summary>The most bytes of all files of one message.</summary>
    [Range(1, 1024 * Megabyte)]
    public int LargestMessage { get; init; } = 10 * Megabyte;

    /// <summary>How many files one conversation may keep.</summary>
    [Range(1, 1000)]
    public int FilesPerConversation { get; init; } = 20;

    /// <summary>The most bytes of all files of one conversation.</summary>
    [Range(1, int.MaxValue)]
    public int LargestConversation { get; init; } = 25 * Megabyte;

    /// <summary>How many messages with files a network address may send within an hour, on each host; 0 = as many as it likes.</summary>
    [Range(0, int.MaxValue)]
    public int PerHour { get; init; } = 60;

    /// <summary>The content types that are taken; null = pictures, PDF, plain text, CSV and the files of office programs.</summary>
    public IReadOnlyList<string>? Types { get; init; }
}
