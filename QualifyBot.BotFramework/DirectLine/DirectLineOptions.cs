using System.ComponentModel.DataAnnotations;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Who may talk by Direct Line. Bound to the section "DirectLine".</summary>
public sealed class DirectLineOptions : IValidatableObject
{
    internal const string AnyOrigin = "*";

    /// <summary>Lets a site's own server make tokens for users it knows; null = nobody can.</summary>
    public string? Secret { get; init; }

    /// <summary>Whether a visitor may start a conversation without token and secret.</summary>
    public bool Anonymous { get; init; } = true;

    /// <summary>Sites, besides this host's own, whose pages may talk, such as "https://www.example.com"; "*" = all.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>How many tokens and conversations a network address gets within a minute, on each host; 0 = as many as it asks for. Whoever shows the secret, or a token, is not counted.</summary>
    [Range(0, int.MaxValue)]
    public int ConversationsPerMinute { get; init; } = 120;

    /// <summary>How many activities a visitor may send to a conversation within a minute, on each host; 0 = as many as they like.</summary>
    [Range(0, int.MaxValue)]
    public int ActivitiesPerMinute { get; init; } = 60;

    /// <summary>How many streams (WebSockets) may be open for one conversation, on each host; 0 = as many as ask.</summary>
    [Range(0, int.MaxValue)]
    public int StreamsPerConversation { get; init; } = 10;

    /// <summary>How many streams may be open from one network address, on each host; 0 = as many as ask.</summary>
    [Range(0, int.MaxValue)]
    public int StreamsPerAddress { get; init; } = 200;

    /// <summary>How many proxies stand before the host, each of which appends to X-Forwarded-For whom it serves; 0 = the header is not believed.</summary>
    [Range(0, int.MaxValue)]
    public int Proxies { get; init; }

    /// <summary>Files that visitors send.</summary>
    public UploadOptions Uploads { get; init; } = new();

    /// <summary>What is written in <see cref="AllowedOrigins"/> and is no origin.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from origin in AllowedOrigins
        where origin is not AnyOrigin && PageOrigin.Read(origin) is null
        select new ValidationResult($"'{origin}' is no origin. Write scheme and host, such as https://www.example.com, or * for all.", [nameof(AllowedOrigins)]);
}
