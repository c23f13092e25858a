using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>What visitors may say in any state of any dialog, written once.</summary>
public static class Interruptions
{
    private const int MostQuestions = 20;
    private const int LongestQuestion = 500;

    // Tried in order; the first whose act was read is answered.
    private static readonly (Act Act, string TextId)[] Digressions =
    [
        (Act.WhyThisResult, ""),
        (Act.WhyDoYouAsk, ""),
        (Act.Repeat, ""),
        (Act.AreYouABot, "talk.bot"),
        (Act.WhoAreYou, "talk.bot"),
        (Act.AskPrice, "talk.price"),
        (Act.Help, "talk.help"),
        (Act.WhatCanYouDo, "talk.help"),
        (Act.ChangeLanguage, ""),
        (Act.Greet, "talk.hello"),
        (Act.SmallTalk, "talk.smalltalk"),
        (Act.Thanks, "talk.welcome"),
    ];

    /// <summary>The dialog that the visitor's words call for instead of the one in progress, or null.</summary>
    public static string? SwitchFor(Talk talk)
    {
        var acts = talk.Reading.Acts;
        return acts.Contains(Act.TalkToHuman) ? HandOffDialog.DialogId
            : acts.Contains(Act.DeleteMyData) ? EraseDialog.DialogId
            : acts.Contains(Act.Restart) ? RestartDialog.DialogId
            : talk.Filling is { IsEmpty: false } ? null
            : acts.Contains(Act.Cancel) && !talk.IsOpen(AfterDialog.CallOffQuestion) && talk.Conversation.Open is not { IsReopened: true } ? (talk.Lead.Booking is null ? FarewellDialog.DialogId : AfterDialog.DialogId)
            : acts.Contains(Act.Goodbye) && !acts.Contains(Act.Greet) ? FarewellDialog.DialogId
            : null;
    }

    /// <summary>Answers a question back or a courtesy. The dialog in progress then puts its open question again, unless the message answered it too.</summary>
    /// <param name="talk">The talk.</param>
    /// <param name="isWaiting">Whether a dialog waits for an answer; else "why?" asks about the result, where there is one.</param>
    public static void Answer(Talk talk, bool isWaiting)
    {
        if (talk.IsForeign && !talk.Reading.Acts.Contains(Act.ChangeLanguage))
        {
            talk.Digressed = true;
            LanguageChoice.SayWhatIsSpoken(talk);
            return;
        }

        if (talk.Filling is { IsEmpty: false } && !talk.Reading.Acts.Contains(Act.AskPrice))
        {
            return;
        }

        foreach (var (act, textId) in Digressions)
        {
            if (talk.Reading.Acts.Contains(act))
            {
                Say(talk, act is Act.WhyDoYouAsk && !isWaiting && Explanation.IsThere(talk) ? Act.WhyThisResult : act, textId);
                return;
            }
        }

        if (talk.Filling is null or { IsEmpty: true } && talk.Reading.Acts.IsEmpty && IsQuestion(talk.Words))
        {
            NoteQuestion(talk);
            talk.Say("talk.question_noted");
        }
    }

    private static void Say(Talk talk, Act act, string textId)
    {
        talk.Digressed = true;
        if (act is Act.AskPrice)
        {
            NoteQuestion(talk);
        }

        if (act is Act.WhyThisResult)
        {
            Explanation.Say(talk);
        }
        else if (act is Act.WhyDoYouAsk)
        {
            talk.Reply.Add(Questions.Why(talk));
        }
        else if (act is Act.Greet or Act.SmallTalk or Act.Thanks)
        {
            talk.SayFreely(textId);
        }
        else if (act is Act.ChangeLanguage)
        {
            LanguageChoice.Answer(talk);
        }
        else if (act is not Act.Repeat)
        {
            talk.Say(textId);
        }
    }

    private static void NoteQuestion(Talk talk)
    {
        talk.Digressed = true;
        if (talk.Lead.Questions.Length < MostQuestions)
        {
            talk.Lead = talk.Lead with { Questions = talk.Lead.Questions.Add(talk.Words[..Math.Min(talk.Words.Length, LongestQuestion)]) };
        }
    }

    private static bool IsQuestion(string words) => words.AsSpan().TrimEnd().EndsWith("?", StringComparison.Ordinal);
}
