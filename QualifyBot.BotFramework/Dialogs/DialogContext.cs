using QualifyBot.BotFramework.Dialogs.Prompts;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.BotFramework.Dialogs;

/// <summary>A stack of dialogs within a turn.</summary>
public class DialogContext
{
    private readonly DialogState _state;

    internal DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state, DialogContext? parent = null)
    {
        (Dialogs, Context, _state, Parent) = (dialogs, turnContext, state, parent);
    }

    // The same stack, seen by a step of a waterfall on it.
    private protected DialogContext(DialogContext same)
        : this(same.Dialogs, same.Context, same._state, same.Parent)
    {
    }

    /// <summary>The dialogs that can be begun here.</summary>
    public DialogSet Dialogs { get; }

    /// <summary>The turn.</summary>
    public ITurnContext Context { get; }

    /// <summary>The stack of the component that holds this one, or null at the root.</summary>
    public DialogContext? Parent { get; }

    /// <summary>The dialogs begun and not ended, the active one first.</summary>
    public IReadOnlyList<DialogInstance> Stack => _state.DialogStack;

    /// <summary>The dialog on top, or null.</summary>
    public DialogInstance? ActiveDialog => _state.DialogStack.Count > 0 ? _state.DialogStack[0] : null;

    /// <summary>The stack inside the active dialog, if that is a component.</summary>
    public DialogContext? Child => ActiveDialog is { } active && FindDialog(active.Id) is ComponentDialog component
        ? component.CreateChildContext(this, active)
        : null;

    /// <summary>The dialog of this id here or, failing that, around here; or null.</summary>
    public Dialog? FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    /// <summary>Puts a dialog on top of the stack. An id that no set knows is an <see cref="ArgumentException"/>.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <param name="options">What it should know; see the dialog for what it takes.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public Task<DialogTurnResult> BeginDialogAsync(string dialogId, object? options = null, CancellationToken cancellationToken = default)
    {
        var dialog = FindDialog(dialogId) ?? throw new ArgumentException(
            $"There is no dialog with the id \"{dialogId}\". Add it to this dialog set or to one around it.", nameof(dialogId));
        _state.DialogStack.Insert(0, new DialogInstance { Id = dialogId });
        return dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    /// <summary>Begins a prompt.</summary>
    public Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default) =>
        BeginDialogAsync(dialogId, options, cancellationToken);

    /// <summary>Hands the turn to the active dialog. Status Empty: there is none, or the stored one no longer exists; begin anew.</summary>
    public Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default) =>
        FindActive() is { } dialog ? dialog.ContinueDialogAsync(this, cancellationToken) : Forget();

    /// <summary>Takes the active dialog off the stack and hands its result to the one that began it.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(object? result = null, CancellationToken cancellationToken = default)
    {
        await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken);
        if (ActiveDialog is null)
        {
            return new DialogTurnResult(DialogTurnStatus.Complete, result);
        }

        return FindActive() is { } dialog
            ? await dialog.ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken)
            : await Forget();
    }

    /// <summary>Takes the active dialog off the stack and begins another in its place.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(string dialogId, object? options = null, CancellationToken cancellationToken = default)
    {
        await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Clears this stack.</summary>
    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        CancelAllDialogsAsync(cancelParents: false, cancellationToken);

    /// <summary>Clears this stack and, with <paramref name="cancelParents"/>, those around it too.</summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(bool cancelParents, CancellationToken cancellationToken = default)
    {
        if (ActiveDialog is null && Parent is null)
        {
            return new DialogTurnResult(DialogTurnStatus.Empty);
        }

        for (var dc = this; dc is not null; dc = cancelParents ? dc.Parent : null)
        {
            while (dc.ActiveDialog is not null)
            {
                await dc.EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken);
            }
        }

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Asks again what the active dialog asked last.</summary>
    public Task RepromptDialogAsync(CancellationToken cancellationToken = default) => FindActive() is { } dialog
        ? dialog.RepromptDialogAsync(Context, ActiveDialog!, cancellationToken)
        : Task.CompletedTask;

    private Dialog? FindActive() => ActiveDialog is { } active ? FindDialog(active.Id) : null;

    // A dialog was renamed or removed while somebody was in it: the talk starts over rather than fails for good.
    private Task<DialogTurnResult> Forget()
    {
        _state.DialogStack.Clear();
        return Task.FromResult(new DialogTurnResult(DialogTurnStatus.Empty));
    }

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is { } active)
        {
            if (FindDialog(active.Id) is { } dialog)
            {
                await dialog.EndDialogAsync(Context, active, reason, cancellationToken);
            }

            _state.DialogStack.Remove(active);
        }
    }
}
