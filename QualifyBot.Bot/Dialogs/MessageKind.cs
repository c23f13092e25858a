namespace QualifyBot.Bot.Dialogs;

/// <summary>What a message is, before anything is read in it.</summary>
public enum MessageKind
{
    /// <summary>Words.</summary>
    Words,

    /// <summary>Nothing, or blanks.</summary>
    Silence,

    /// <summary>Files and no words.</summary>
    Files,

    /// <summary>Signs alone: emojis, dots.</summary>
    Signs,

    /// <summary>Source text, or something else that was written for a machine.</summary>
    Code,

    /// <summary>A text too long to be an answer; what it says counts, what it might ask the bot to do counts at its ends alone.</summary>
    Essay,
}
