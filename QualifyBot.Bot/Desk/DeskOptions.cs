using System.ComponentModel.DataAnnotations;

namespace QualifyBot.Bot.Desk;

/// <summary>Who may see leads: the section "Desk" of the settings.</summary>
public sealed class DeskOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Desk";

    /// <summary>The key that opens the desk, at least 16 characters; null = only programs of this machine may look.</summary>
    [MinLength(16, ErrorMessage = "the key is shorter than 16 characters; take at least 16 random ones.")]
    public string? AdminKey { get; set; }
}
