using System.Text.Json;
using QualifyBot.Bot.Extraction;
using QualifyBot.BotFramework.Connector;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Channels;

/// <summary>Shows that the bot is at it where a turn takes long, as one does that asks a language model. It is sent once, and nobody misses it if it is lost.</summary>
/// <remarks>Without a model a turn takes a few milliseconds, and the sign would come at odd moments alone, such as while a machine wakes up.</remarks>
internal sealed class TypingSign(ConnectorClient connector, ExtractionOptions extraction, TimeProvider clock)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    /// <summary>Waits for a turn, and shows the sign if that takes long.</summary>
    public async ValueTask<T> WhileAsync<T>(Task<T> turn, Activity incoming, CancellationToken cancellation)
    {
        if (extraction.Provider is not null && !turn.IsCompleted && incoming is { Type: ActivityTypes.Message, ServiceUrl: { } url, Conversation.Id: { } conversation })
        {
            // The turn has the activity for itself from here on.
            var sign = Activity.CreateTypingActivity().ApplyConversationReference(incoming.GetConversationReference());
            try
            {
                return await turn.WaitAsync(Long, clock, CancellationToken.None);
            }
            catch (TimeoutException) when (!turn.IsCompleted)
            {
                await connector.SendAsync(new ReplyAddress(url, conversation, sign.ReplyToId), JsonSerializer.SerializeToUtf8Bytes(sign, BotFrameworkJsonContext.Wire.Activity), cancellation);
            }
        }

        return await turn;
    }
}
