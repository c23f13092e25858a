using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Asks again for an answer that the visitor wants to change; the old one stands until there is another. Then the talk goes on, by what is known then.</summary>
public sealed class ReopenDialog : WaterfallDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "reopen";

    /// <summary>The dialog.</summary>
    public ReopenDialog()
        : base(DialogId, [AskAsync, GoOnAsync])
    {
    }

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        if (Summary.Chosen(talk) is not { } slot)
        {
            return GoOnAsync(step, cancellation);
        }

        Questions.Reopen(talk, slot);
        return step.BeginDialogAsync(ReopenPrompt.DialogId, cancellationToken: cancellation);
    }

    /// <summary>Goes on where the lead says, with the answer that was given or the one that was kept.</summary>
    internal static Task<DialogTurnResult> GoOnAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        talk.Digressed = talk.Filling is null or { IsEmpty: true };
        talk.Conversation = talk.Conversation with { Open = null };
        return step.ReplaceDialogAsync(Course.IsOver(talk) ? AfterDialog.DialogId : QualifyDialog.DialogId, cancellationToken: cancellation);
    }
}

/// <summary>Waits for the answer to a question that was opened again. One that says the same, or cannot be understood twice, leaves the old one.</summary>
public sealed class ReopenPrompt() : TalkPrompt(DialogId)
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "reopen_slot";

    private const int MissesUntilKept = 2;

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var talk = dc.Context.Talk();
        if (talk.Conversation.Open is not { } open || talk.Filling is { IsEmpty: false })
        {
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        if (!talk.Digressed)
        {
            Questions.Miss(talk);
        }

        var isSame = talk.Filling is not null && talk.Reading.Candidates.Any(candidate => open.Requested.Contains(candidate.Type));
        if (isSame || ChosenAnswer.ByLabel(talk) is not null || talk.Conversation.Open is { Misses: >= MissesUntilKept } || LetsItBe(talk))
        {
            talk.SayFreely("reopen.kept");
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        return AskAgain(talk);
    }

    private static bool LetsItBe(Talk talk) => talk.Reading.Acts.Any(static act => act is Act.Cancel or Act.No or Act.DeclineToAnswer or Act.Unsure) && !talk.Reading.Acts.Contains(Act.Wait);
}
