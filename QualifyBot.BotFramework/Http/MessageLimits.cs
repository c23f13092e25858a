using System.ComponentModel.DataAnnotations;

namespace QualifyBot.BotFramework.Http;

/// <summary>How much one activity may hold. Bound to the section "Messages".</summary>
public sealed record MessageLimits
{
    /// <summary>The largest body of a request, in bytes.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int LargestBody { get; init; } = 256 * 1024;

    /// <summary>The longest text of a message, in UTF-16 code units.</summary>
    [Range(1, 1024 * 1024)]
    public int LongestText { get; init; } = 32 * 1024;
}
