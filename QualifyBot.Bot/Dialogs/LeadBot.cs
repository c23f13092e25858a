using QualifyBot.Bot.Extraction;
using QualifyBot.Bot.Playbooks;
using QualifyBot.BotFramework.Dialogs;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Bot.Dialogs;

/// <summary>The bot: greets who joins, listens to what they write, and answers with one message a turn.</summary>
public sealed class LeadBot(Listening listening, MainDialog main, Phrasing phrasing, VisitRules visits) : ActivityHandler
{
    /// <inheritdoc/>
    protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.Talk().Conversation.Greeted ? Task.CompletedTask : RunAsync(turnContext, cancellationToken);

    /// <inheritdoc/>
    protected override async Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var talk = turnContext.Talk();
        TakeVisit(talk);
        await listening.HearAsync(talk, cancellationToken);
        talk.Lead = talk.Lead with { Language = talk.Language };
        await RunAsync(turnContext, cancellationToken);
    }

    /// <summary>What the page tells after the talk has begun counts at once; who has said nothing is no lead yet, and nothing of them is kept.</summary>
    protected override Task OnEventActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        TakeVisit(turnContext.Talk());
        return Task.CompletedTask;
    }

    /// <summary>A click on a card that waits for an answer is what a click on a button is: the reply comes as a message.</summary>
    protected override async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (CardClick.DataOf(turnContext.Activity) is not { } data)
        {
            return await base.OnInvokeActivityAsync(turnContext, cancellationToken);
        }

        turnContext.Activity.Text = CardClick.WordsOf(data);
        await OnMessageActivityAsync(turnContext, cancellationToken);
        return CardClick.Taken();
    }

    /// <summary>Who adds the bot is greeted, unless they were greeted as a member; who removes it has left.</summary>
    protected override Task OnInstallationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => turnContext.Activity.Action switch
    {
        "add" when !turnContext.Talk().Conversation.Greeted => RunAsync(turnContext, cancellationToken),
        "remove" => OnEndOfConversationActivityAsync(turnContext, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <inheritdoc/>
    protected override Task OnEndOfConversationActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var talk = turnContext.Talk();
        talk.Lead = talk.Lead with { LeftAt = talk.Now };
        return Task.CompletedTask;
    }

    private void TakeVisit(Talk talk)
    {
        if (talk.Visit is { } news)
        {
            Visiting.Take(talk, news, visits);
        }
    }

    private async Task RunAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var talk = turnContext.Talk();
        await main.RunAsync(turnContext, talk.Conversation.Dialogs, cancellationToken: cancellationToken);
        if (!talk.Reply.IsEmpty)
        {
            await PhraseAsync(talk, cancellationToken);
            talk.Reply.IdentityProblem = talk.IdentityProblem;
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
