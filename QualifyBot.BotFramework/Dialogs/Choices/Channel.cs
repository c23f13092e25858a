using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Dialogs.Choices;

/// <summary>What channels can show; the numbers are the limits that Microsoft documents for each.</summary>
internal static class Channel
{
    public static bool SupportsSuggestedActions(Activity incoming, int buttons) => buttons <= incoming.ChannelId switch
    {
        ChannelIds.Directline or ChannelIds.Webchat or ChannelIds.Emulator or ChannelIds.Telegram => 100,
        ChannelIds.Facebook => 13,
        ChannelIds.Msteams when incoming.Conversation?.ConversationType is "personal" => 3,
        _ => 0,
    };

    public static bool SupportsAdaptiveCards(Activity incoming) =>
        incoming.ChannelId is ChannelIds.Directline or ChannelIds.Webchat or ChannelIds.Emulator or ChannelIds.Msteams;

    public static bool SupportsCardActions(Activity incoming, int buttons) => buttons <= incoming.ChannelId switch
    {
        ChannelIds.Directline or ChannelIds.Webchat or ChannelIds.Emulator or ChannelIds.Telegram or ChannelIds.Slack => 100,
        ChannelIds.Msteams => 50,
        ChannelIds.Facebook => 3,
        _ => 0,
    };
}
