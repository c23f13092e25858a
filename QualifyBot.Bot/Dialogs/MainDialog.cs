using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>The root of the talk: introduces the bot once, lets interruptions through in every state, and otherwise goes on where the talk stands.</summary>
public sealed class MainDialog : ComponentDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "main";

    /// <summary>The dialog, with those that it leads to.</summary>
    public MainDialog(IEnumerable<Dialog> dialogs)
        : base(DialogId)
    {
        foreach (var dialog in dialogs)
        {
            AddDialog(dialog);
        }
    }

    /// <inheritdoc/>
    protected override async Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object? options, CancellationToken cancellationToken = default)
    {
        var talk = innerDc.Context.Talk();
        var introduced = Introduce(talk);
        if (await SwitchAsync(innerDc, talk, cancellationToken) is { } switched)
        {
            return switched;
        }

        Questions.Hush(talk);
        if (!introduced || !talk.Reading.Acts.Contains(Act.Greet))
        {
            Interruptions.Answer(talk, isWaiting: false);
        }

        Acknowledgement.Say(talk);
        FilesSent.Mention(talk);
        if (ReturnDialog.IsDue(talk))
        {
            return await WelcomeBackAsync(innerDc, talk, cancellationToken);
        }

        if (talk.Lead is { Decision: not null } or { HandOff: not null })
        {
            return await innerDc.BeginDialogAsync(AfterDialog.DialogId, cancellationToken: cancellationToken);
        }

        return await innerDc.BeginDialogAsync(QualifyDialog.DialogId, cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        var talk = innerDc.Context.Talk();
        if (await SwitchAsync(innerDc, talk, cancellationToken) is { } switched)
        {
            return switched;
        }

        Interruptions.Answer(talk, isWaiting: true);
        Acknowledgement.Say(talk);
        FilesSent.Mention(talk);
        if (ReturnDialog.IsDue(talk))
        {
            return await WelcomeBackAsync(innerDc, talk, cancellationToken);
        }

        if (Course.Turns(talk))
        {
            Course.Turn(talk);
            await innerDc.CancelAllDialogsAsync(cancellationToken);
            return await innerDc.BeginDialogAsync(QualifyDialog.DialogId, cancellationToken: cancellationToken);
        }

        Questions.Hush(talk);
        if (talk.Digressed && talk.Kind is not (MessageKind.Silence or MessageKind.Files))
        {
            Questions.Aside(talk);
        }

        return await innerDc.ContinueDialogAsync(cancellationToken);
    }

    private static async Task<DialogTurnResult> WelcomeBackAsync(DialogContext innerDc, Talk talk, CancellationToken cancellation)
    {
        await innerDc.CancelAllDialogsAsync(cancellation);
        return await innerDc.BeginDialogAsync(ReturnDialog.DialogId, cancellationToken: cancellation);
    }

    private static async Task<DialogTurnResult?> SwitchAsync(DialogContext innerDc, Talk talk, CancellationToken cancellation)
    {
        if ((Interruptions.SwitchFor(talk) ?? (Summary.Chosen(talk) is null ? null : ReopenDialog.DialogId)) is not { } dialogId)
        {
            return null;
        }

        await innerDc.CancelAllDialogsAsync(cancellation);
        return await innerDc.BeginDialogAsync(dialogId, cancellationToken: cancellation);
    }

    private static bool Introduce(Talk talk)
    {
        if (talk.Conversation.Greeted)
        {
            return false;
        }

        talk.Say("talk.open", ("plan", Progress.Plan(talk)));
        talk.Conversation = talk.Conversation with { Greeted = true };
        return true;
    }
}
