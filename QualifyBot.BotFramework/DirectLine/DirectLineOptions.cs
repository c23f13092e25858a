namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Who may talk by Direct Line. Bound to the section "DirectLine".</summary>
public sealed class DirectLineOptions
{
    /// <summary>Lets a site's own server make tokens for users it knows; null = nobody can.</summary>
    public string? Secret { get; init; }

    /// <summary>Whether a visitor may start a conversation without token and secret.</summary>
    public bool Anonymous { get; init; } = true;

    /// <summary>Sites, besides this host's own, whose pages may talk, such as "https://www.example.com"; "*" = all.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];
}
