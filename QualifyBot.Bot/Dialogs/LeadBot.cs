using QualifyBot.Bot.Extraction;
using QualifyBot.BotFramework.Dialogs;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Bot.Dialogs;

/// <summary>The bot: greets who joins, listens to what they write, and answers with one message a turn.</summary>
public sealed class LeadBot(Listening listening, MainDialog main, Phrasing phrasing) : ActivityHandler
{
    /// <inheritdoc/>
    protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.Talk().Conversation.Greeted ? Task.CompletedTask : RunAsync(turnContext, cancellationToken);

    /// <inheritdoc/>
    protected override async Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var talk = turnContext.Talk();
        await listening.HearAsync(talk, cancellationToken);
        talk.Lead = talk.Lead with { Language = talk.Language };
        await RunAsync(turnContext, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task OnEndOfConversationActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var talk = turnContext.Talk();
        talk.Lead = talk.Lead with { LeftAt = talk.Now };
        return Task.CompletedTask;
    }

    private async Task RunAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var talk = turnContext.Talk();
        await main.RunAsync(turnContext, talk.Conversation.Dialogs, cancellationToken: cancellationToken);
        if (!talk.Reply.IsEmpty)
        {
            await PhraseAsync(talk, cancellationToken);
            var activity = talk.Reply.ToActivity(talk.Activity);
            activity.Locale = talk.Language;
            await turnContext.SendActivityAsync(activity, cancellationToken);
        }
    }

    // Who only opened the page pays nothing into a lead yet.
    private async ValueTask PhraseAsync(Talk talk, CancellationToken cancellationToken)
    {
        if (talk.Activity.Type is ActivityTypes.Message && talk.Reply.Free is { IsEmpty: false } free)
        {
            var phrased = await phrasing.PutAsync(free, talk.Language, Listening.AccountOf(talk), cancellationToken);
            talk.Reply.Reword(phrased.Sentences);
            Listening.Charge(talk, phrased.Use);
        }
    }
}
