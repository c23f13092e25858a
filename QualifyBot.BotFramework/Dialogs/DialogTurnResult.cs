namespace QualifyBot.BotFramework.Dialogs;

/// <summary>How a dialog's part of a turn ended.</summary>
/// <param name="Status">Whether it waits, ended or was cancelled.</param>
/// <param name="Result">What an ended dialog hands to the one that began it; it lives within the turn and is never stored.</param>
public sealed record DialogTurnResult(DialogTurnStatus Status, object? Result = null);

/// <summary>How a dialog's part of a turn ended.</summary>
public enum DialogTurnStatus
{
    /// <summary>There is no dialog on the stack.</summary>
    Empty,

    /// <summary>The dialog on top waits for the user.</summary>
    Waiting,

    /// <summary>The last dialog ended.</summary>
    Complete,

    /// <summary>The dialogs were cancelled.</summary>
    Cancelled,
}

/// <summary>Why a dialog's method is called.</summary>
public enum DialogReason
{
    /// <summary>It begins.</summary>
    BeginCalled,

    /// <summary>An activity came in.</summary>
    ContinueCalled,

    /// <summary>A dialog ended.</summary>
    EndCalled,

    /// <summary>Another dialog takes its place.</summary>
    ReplaceCalled,

    /// <summary>It is cancelled.</summary>
    CancelCalled,

    /// <summary>A waterfall's step passed on to the next one.</summary>
    NextCalled,
}
