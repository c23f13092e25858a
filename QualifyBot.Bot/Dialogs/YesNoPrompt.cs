using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>
/// Waits for a yes or a no; its result is true or false. What is neither is asked once more and then counts as a no, for
/// no consent comes from silence.
/// </summary>
public sealed class YesNoPrompt() : TalkPrompt(DialogId)
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "yes_no";

    private const int MissesUntilNo = 2;

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var talk = dc.Context.Talk();
        var acts = talk.Reading.Acts;
        var chosen = ChosenAnswer.ByLabel(talk);
        talk.Digressed |= talk.Filling is { IsEmpty: false };
        if (!talk.Digressed && chosen is null && !acts.Contains(Act.Yes) && !acts.Contains(Act.No))
        {
            Questions.Miss(talk);
        }

        bool? answer = chosen is { } place ? place == 0
            : acts.Contains(Act.Yes) || (acts.Contains(Act.Cancel) && talk.IsOpen(AfterDialog.CallOffQuestion)) ? true
            // "No, 300 people, not 30" puts something right, and says no to nothing.
            : acts.Any(act => (act is Act.No && talk.Filling is not { Changed.IsEmpty: false }) || act is Act.DeclineToAnswer or Act.GoBack or Act.Unsubscribe) || talk.Conversation.Open is { Misses: >= MissesUntilNo } ? false
            : null;
        return answer is { } given ? await dc.EndDialogAsync(given, cancellationToken) : AskAgain(talk);
    }
}
