using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>
/// Waits for a yes or a no; its result is true or false. What is neither is asked once more and then counts as a no, for
/// no consent comes from silence.
/// </summary>
public sealed class YesNoPrompt : Dialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "yes_no";

    private const int MissesUntilNo = 2;

    /// <summary>The prompt.</summary>
    public YesNoPrompt()
        : base(DialogId)
    {
    }

    /// <inheritdoc/>
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(EndOfTurn);

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var talk = dc.Context.Talk();
        var acts = talk.Reading.Acts;
        if (!talk.Digressed && !acts.Contains(Act.Yes) && !acts.Contains(Act.No))
        {
            Questions.Miss(talk);
        }

        bool? answer = acts.Contains(Act.Yes) ? true
            : acts.Contains(Act.No) || acts.Contains(Act.DeclineToAnswer) || talk.Conversation.Open is { Misses: >= MissesUntilNo } ? false
            : null;
        if (answer is { } given)
        {
            return await dc.EndDialogAsync(given, cancellationToken);
        }

        if (!talk.Digressed)
        {
            Questions.SayNotUnderstood(talk);
        }

        Questions.AskAgain(talk);
        return EndOfTurn;
    }
}
