using System.Collections.Immutable;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>What visitors may say in any state of any dialog, written once.</summary>
public static class Interruptions
{
    private const int MostQuestions = 20;
    private const int LongestQuestion = 500;
    private const int MostAnswers = 2;
    private const int SilencesUntilEnd = 2;
    private const string Options = "talk.options";

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
        (Act.GoBack, "back.none"),
        (Act.Wait, "talk.wait"),
        (Act.Unsubscribe, "nurture.none"),
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
            : acts.Contains(Act.Unsubscribe) && talk.Lead.Consent is { Given: true } ? WithdrawDialog.DialogId
            : talk.Filling is { IsEmpty: false } ? null
            : GoesBack(talk) ? GoBackDialog.DialogId
            : acts.Contains(Act.Cancel) && !talk.IsOpen(AfterDialog.CallOffQuestion) && talk.Conversation.Open is not { IsReopened: true } ? (talk.Lead.Booking is null ? FarewellDialog.DialogId : AfterDialog.DialogId)
            : (acts.Contains(Act.Goodbye) && !acts.Contains(Act.Greet)) || talk is { Kind: MessageKind.Silence, Conversation.Open.Silences: >= SilencesUntilEnd } ? FarewellDialog.DialogId
            : null;
    }

    /// <summary>Answers questions back or a courtesy. The dialog in progress then puts its open question again, unless the message answered it too.</summary>
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

        if (talk.Kind is MessageKind.Silence or MessageKind.Files)
        {
            talk.Digressed = true;
            FilesSent.Answer(talk);
            return;
        }

        // "?" asks what was meant.
        talk.Digressed |= talk.Kind is MessageKind.Signs && talk.Words.Contains('?', StringComparison.Ordinal);
        var entries = talk.Asked.Select(static asked => asked.Entry).Distinct().Take(MostAnswers).ToImmutableArray();
        foreach (var entry in entries)
        {
            SayEntry(talk, entry);
        }

        if (entries.IsEmpty && talk.Kind is not MessageKind.Signs && (!AnswersAct(talk, isWaiting) || talk.Reading.Acts.All(static act => act is Act.Greet or Act.Thanks)) && UnansweredQuestion.IsIn(talk))
        {
            NoteQuestion(talk);
            talk.SayInTurn("talk.question_noted");
        }
    }

    // On a question of yes or no, "scratch that" is a no.
    private static bool GoesBack(Talk talk) =>
        (talk.Reading.Acts.Contains(Act.GoBack) || IsBareCorrection(talk)) && !IsVoid(talk) && Summary.Chosen(talk) is null && !(talk.Reading.Acts.Contains(Act.Cancel) && talk.Lead.Booking is not null)
        && AnswerOrder.Before(talk) is not null;

    // "I made a mistake", "that was wrong": something is to be put right, and nothing says what.
    private static bool IsBareCorrection(Talk talk) =>
        talk.Reading is { Corrections.IsEmpty: true, Candidates.IsEmpty: true } reading && reading.Acts.Contains(Act.Change)
        && talk.Lead.Booking is null && !talk.IsOpen(TimeOffer.QuestionId) && !talk.IsOpen(NurtureDialog.Question);

    private static bool IsVoid(Talk talk) => talk.IsOpen(AfterDialog.CallOffQuestion) || talk.IsOpen(EraseDialog.Question);

    // "No, thank you" wants no welcome.
    private static bool IsPoliteAnswer(Talk talk) => talk.Reading.Acts.Any(static act => act is Act.Yes or Act.No or Act.DeclineToAnswer);

    private static bool AnswersAct(Talk talk, bool isWaiting)
    {
        var acts = talk.Reading.Acts;
        if (talk.Filling is { IsEmpty: false } && !acts.Contains(Act.AskPrice))
        {
            return false;
        }

        foreach (var (act, textId) in Digressions)
        {
            if (acts.Contains(act) && !(act is Act.SmallTalk && acts.Contains(Act.Insult)) && !(act is Act.GoBack && IsVoid(talk)) && !(act is Act.Thanks && IsPoliteAnswer(talk)))
            {
                Say(talk, act is Act.WhyDoYouAsk && !isWaiting && Explanation.IsThere(talk) ? Act.WhyThisResult : act, textId);
                return true;
            }
        }

        return false;
    }

    private static void Say(Talk talk, Act act, string textId)
    {
        talk.Digressed = true;
        if (talk.Faq.Entries.FirstOrDefault(entry => entry.Act == act) is { } entry)
        {
            SayEntry(talk, entry);
            return;
        }

        switch (act)
        {
            case Act.AskPrice:
                NoteQuestion(talk);
                talk.SayInTurn(textId);
                break;
            case Act.WhyThisResult:
                Explanation.Say(talk);
                break;
            case Act.WhyDoYouAsk:
                talk.Reply.Add(Questions.Why(talk));
                break;
            case Act.Greet or Act.SmallTalk or Act.Thanks:
                talk.SayFreely(textId, talk.Turn);
                break;
            case Act.ChangeLanguage:
                LanguageChoice.Answer(talk);
                break;
            case not Act.Repeat:
                talk.SayInTurn(textId);
                break;
        }
    }

    private static void SayEntry(Talk talk, FaqEntry entry)
    {
        talk.Digressed = true;
        if (entry.TextId is Options)
        {
            SayOptions(talk);
        }
        else if (entry.TextId is { } textId)
        {
            talk.SayInTurn(textId);
        }
        else
        {
            talk.Reply.Add(talk.Faq.AnswerOf(entry, talk.Turn));
        }

        if (entry.Note)
        {
            NoteQuestion(talk);
        }
    }

    // A question with answers to click is put with them; the others show theirs each time they are asked.
    private static void SayOptions(Talk talk)
    {
        var isThere = talk.Conversation.Open is { } open && (!open.Buttons.IsEmpty || talk.Playbook.FindQuestion(open.Id) is { Choices.IsEmpty: false });
        talk.WantsChoices = isThere;
        talk.SayInTurn(isThere ? Options : "talk.help");
    }

    private static void NoteQuestion(Talk talk)
    {
        talk.Digressed = true;
        var words = talk.Words.Trim();
        words = words[..Math.Min(words.Length, LongestQuestion)];
        if (talk.Lead.Questions.Length < MostQuestions && !talk.Lead.Questions.Contains(words, StringComparer.Ordinal))
        {
            talk.Lead = talk.Lead.Asking(words, talk.Activity.Id);
        }
    }
}
