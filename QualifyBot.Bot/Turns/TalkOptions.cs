using System.ComponentModel.DataAnnotations;

namespace QualifyBot.Bot.Turns;

/// <summary>How the bot talks: the section "Talk" of the settings.</summary>
public sealed class TalkOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Talk";

    /// <summary>Id of the playbook of new conversations; a file of dialogs/playbooks. Empty = as dialogs/sales.yaml says.</summary>
    public string Playbook { get; set; } = "";

    /// <summary>Two-letter language of the texts; a file of dialogs/texts.</summary>
    [Required]
    [RegularExpression("^[a-z]{2}$", ErrorMessage = "Talk:Language is two small letters, such as en.")]
    public string Language { get; set; } = "en";

    /// <summary>The folder of playbooks and texts; null = the one that came with the program.</summary>
    public string? Dialogs { get; set; }

    /// <summary>Where visitors reach this host, such as https://chat.example.com; null = as the request names it.</summary>
    [Url]
    public string? PublicUrl { get; set; }
}
