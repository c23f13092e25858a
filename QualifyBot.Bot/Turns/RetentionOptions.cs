using System.ComponentModel.DataAnnotations;

namespace QualifyBot.Bot.Turns;

/// <summary>How long things are kept after the visitor's last word: the section "Retention" of the settings.</summary>
public sealed class RetentionOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Retention";

    /// <summary>Days that conversations and their transcripts are kept, 1 to 3650.</summary>
    [Range(1, 3650)]
    public int ConversationDays { get; set; } = 90;

    /// <summary>Days that leads are kept, 1 to 3650.</summary>
    [Range(1, 3650)]
    public int LeadDays { get; set; } = 365;

    /// <summary>Minutes of silence after which an unfinished talk counts as abandoned, 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int AbandonedAfterMinutes { get; set; } = 30;

    internal TimeSpan Conversations => TimeSpan.FromDays(ConversationDays);

    internal TimeSpan Leads => TimeSpan.FromDays(LeadDays);
}
