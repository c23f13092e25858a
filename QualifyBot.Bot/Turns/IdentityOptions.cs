using System.ComponentModel.DataAnnotations;

namespace QualifyBot.Bot.Turns;

/// <summary>How the site's own server says who a visitor is: the section "Identity" of the settings.</summary>
public sealed class IdentityOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Identity";

    private const int ShortestKey = 32;
    private const string TooShort = "A key that signs visitors has at least 32 characters; make one with: openssl rand -hex 32";

    /// <summary>The key that the site's server signs with; null = nobody is believed who they say they are.</summary>
    [MinLength(ShortestKey, ErrorMessage = TooShort)]
    public string? Key { get; set; }

    /// <summary>The key before this one, still believed while it is exchanged; null = none.</summary>
    [MinLength(ShortestKey, ErrorMessage = TooShort)]
    public string? PreviousKey { get; set; }
}
