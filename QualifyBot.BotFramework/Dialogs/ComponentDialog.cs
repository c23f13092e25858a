using QualifyBot.BotFramework.Turns;

namespace QualifyBot.BotFramework.Dialogs;

/// <summary>A dialog made of dialogs, with a stack of their own; to others it looks like one.</summary>
public class ComponentDialog(string dialogId) : Dialog(dialogId)
{
    /// <summary>The dialogs inside.</summary>
    protected DialogSet Dialogs { get; } = new();

    /// <summary>The dialog inside with which the component begins; the first one added unless set.</summary>
    public string? InitialDialogId { get; set; }

    /// <summary>Adds a dialog inside.</summary>
    public ComponentDialog AddDialog(Dialog dialog)
    {
        Dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    /// <summary>The dialog inside of this id, or null.</summary>
    public Dialog? FindDialog(string dialogId) => Dialogs.Find(dialogId);

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var instance = dc.ActiveDialog!;
        var result = await OnBeginDialogAsync(CreateChildContext(dc, instance), options, cancellationToken);
        return await LeaveUnlessWaitingAsync(dc, instance, result, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var instance = dc.ActiveDialog!;
        var inner = CreateChildContext(dc, instance);
        var result = await OnContinueDialogAsync(inner, cancellationToken);
        if (result.Status == DialogTurnStatus.Empty)
        {
            // The stored dialogs inside no longer exist.
            result = await OnBeginDialogAsync(inner, null, cancellationToken);
        }

        return await LeaveUnlessWaitingAsync(dc, instance, result, cancellationToken);
    }

    /// <summary>Somebody put a dialog on top of the component and that has ended: what was asked inside is asked again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc/>
    public override async Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        await CreateInnerContext(turnContext, instance).RepromptDialogAsync(cancellationToken);
        await OnRepromptDialogAsync(turnContext, instance, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        if (reason == DialogReason.CancelCalled)
        {
            await CreateInnerContext(turnContext, instance).CancelAllDialogsAsync(cancellationToken);
        }

        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken);
    }

    /// <summary>The stack inside an instance of this component.</summary>
    internal DialogContext CreateChildContext(DialogContext outerDc, DialogInstance instance) =>
        new(Dialogs, outerDc.Context, instance.Dialogs ??= new DialogState(), outerDc);

    /// <summary>Begins the first dialog inside.</summary>
    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object? options, CancellationToken cancellationToken = default) =>
        innerDc.BeginDialogAsync(
            InitialDialogId ?? throw new InvalidOperationException($"The component \"{Id}\" has no dialog inside. Add one with AddDialog."),
            options,
            cancellationToken);

    /// <summary>Hands the turn to the active dialog inside; the place to look for interruptions first.</summary>
    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
        innerDc.ContinueDialogAsync(cancellationToken);

    /// <summary>The component is about to leave the stack.</summary>
    protected virtual Task OnEndDialogAsync(
        ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>The active dialog inside has asked again.</summary>
    protected virtual Task OnRepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>The dialogs inside have ended, so the component ends with their result.</summary>
    protected virtual Task<DialogTurnResult> EndComponentAsync(DialogContext outerDc, object? result, CancellationToken cancellationToken) =>
        outerDc.EndDialogAsync(result, cancellationToken);

    private DialogContext CreateInnerContext(ITurnContext turnContext, DialogInstance instance) =>
        new(Dialogs, turnContext, instance.Dialogs ??= new DialogState());

    // A dialog inside may have cancelled the stacks around it; then there is nothing left here to end.
    private Task<DialogTurnResult> LeaveUnlessWaitingAsync(
        DialogContext outerDc, DialogInstance instance, DialogTurnResult result, CancellationToken cancellationToken) =>
        result.Status == DialogTurnStatus.Waiting || outerDc.ActiveDialog != instance
            ? Task.FromResult(result)
            : EndComponentAsync(outerDc, result.Result, cancellationToken);
}
