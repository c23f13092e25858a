namespace QualifyBot.BotFramework.Schema;

/// <summary>Buttons offered beside the newest message, gone once one is pressed or another message comes.</summary>
public sealed class SuggestedActions
{
    /// <summary>Ids of the users who see them; null or empty means everyone.</summary>
    public IList<string>? To { get; set; }

    public IList<CardAction>? Actions { get; set; }
}
