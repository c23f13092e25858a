using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

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
