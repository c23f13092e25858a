using QualifyBot.BotFramework.Turns;

namespace QualifyBot.BotFramework.Dialogs;

/// <summary>
/// A part of a talk. It holds no state of its own: what must outlive a turn goes into its <see cref="DialogInstance"/>, so one
/// object serves every conversation at once.
/// </summary>
public abstract class Dialog
{
    /// <summary>The result that says: wait for what the user answers.</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    /// <summary>A dialog with an id that is unique in its set, and stays the same as long as conversations are stored.</summary>
    protected Dialog(string dialogId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dialogId);
        Id = dialogId;
    }

    /// <summary>The id under which the dialog is begun.</summary>
    public string Id { get; }

    /// <summary>The dialog was begun and lies on top of the stack.</summary>
    public abstract Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default);

    /// <summary>A further activity came in while the dialog lies on top of the stack; unless overridden the dialog ends.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(null, cancellationToken);

    /// <summary>The dialog that this one began has ended; unless overridden this one ends too, with the same result.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(result, cancellationToken);

    /// <summary>The user should be asked again what was asked last.</summary>
    public virtual Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    /// <summary>The dialog is about to leave the stack.</summary>
    public virtual Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    /// <summary>Runs a turn with this dialog as the root: continues where the talk stands, or begins.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="state">Where the talk stands; it is changed, and the caller stores it.</param>
    /// <param name="options">Passed on if the dialog begins.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public async Task<DialogTurnResult> RunAsync(
        ITurnContext turnContext, DialogState state, object? options = null, CancellationToken cancellationToken = default)
    {
        var dc = new DialogSet().Add(this).CreateContext(turnContext, state);
        var result = await dc.ContinueDialogAsync(cancellationToken);
        return result.Status == DialogTurnStatus.Empty ? await dc.BeginDialogAsync(Id, options, cancellationToken) : result;
    }
}
