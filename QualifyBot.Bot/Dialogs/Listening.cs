using System.Collections.Immutable;
using QualifyBot.Bot.Extraction;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Takes a message into the talk: a click on a choice as it was offered, everything else through the readers.</summary>
public sealed class Listening(MessageReader reader)
{
    private const int EndOfEssay = 200;
    private const int LongestWait = 6;

    // "Top of my list" is a yes.
    private static readonly ImmutableArray<SlotType> YesOrHowMuch = [SlotType.YesNo, SlotType.Priority];

    /// <summary>Reads the message and fills the slots.</summary>
    public async ValueTask HearAsync(Talk talk, CancellationToken cancellation)
    {
        talk.Kind = MessageKinds.Of(talk.Activity);
        if ((ChosenAnswer.Fill(talk, FillingOf(talk), ChosenAnswer.ByLabel(talk)) ?? DoubtQuestion.Clicked(talk, FillingOf(talk))) is { } clicked)
        {
            Patience.Restore(talk);
            talk.Take(clicked);
            return;
        }

        if (Summary.IsClick(talk) || talk.Kind is MessageKind.Silence or MessageKind.Files or MessageKind.Code || LanguageChoice.Hear(talk))
        {
            return;
        }

        talk.Asked = VisitorQuestions.Of(talk.Words, talk.Faq);
        var message = MessageOf(talk);
        var heard = Meant(talk, await reader.ReadAsync(message, cancellation), message.Context);
        if (heard.Reading.Acts.Contains(Act.Wait) && AfterHesitation(talk.Words) is { } rest)
        {
            heard = Meant(talk, await reader.ReadAsync(message with { Text = rest }, cancellation), message.Context);
        }

        heard = heard with { Reading = Objection.Of(talk, LanguageChoice.Trusted(talk, heard.Reading)), Conflicts = [.. heard.Conflicts.Where(conflict => DoubtQuestion.CanAsk(talk, conflict))] };
        talk.Reading = heard.Reading;
        Charge(talk, heard.Use);
        var open = talk.Conversation.Open;
        var filling = DoubtQuestion.Chosen(talk, FillingOf(talk)) ?? FillingOf(talk).Fill(talk.Lead.Known, heard, open?.Slot, insisted: open is { Misses: > 0 });
        talk.Take(filling.IsEmpty ? Amendment.Of(talk, FillingOf(talk), message) ?? InSentence(talk) ?? filling : filling);
    }

    // "Let me think. No rush.": who goes on after that has thought, and what was said before the stop is read as nothing.
    private static string? AfterHesitation(string words)
    {
        var stop = words.AsSpan().IndexOfAny('.', '…', '!');
        return stop >= 0 && words.AsSpan(stop).ContainsAnyInRange('A', 'z') ? new string(' ', stop + 1) + words[(stop + 1)..] : null;
    }

    private static Filling? InSentence(Talk talk) =>
        talk.Reading.Acts.IsEmpty && talk.Asked.IsEmpty ? ChosenAnswer.Fill(talk, FillingOf(talk), ChosenAnswer.InSentence(talk)) : null;

    // Requests in a question that has an answer stay requests, and what it asks is known; those within a long text are part of what it tells.
    private static Heard Meant(Talk talk, Heard heard, ReadingContext context)
    {
        var acts = heard.Reading.Acts;
        if (!talk.Asked.IsEmpty)
        {
            acts = [.. acts.Union(RuleReader.Read(talk.Words, context).Acts.Where(static act => act is Act.TalkToHuman or Act.DeleteMyData or Act.Restart or Act.AskPrice or Act.AreYouABot or Act.WhoAreYou or Act.WhatCanYouDo))];
        }

        if (talk.Kind is MessageKind.Essay)
        {
            acts = [.. RuleReader.Read(talk.Words[..EndOfEssay], context).Acts.Union(RuleReader.Read(talk.Words[^EndOfEssay..], context).Acts).Where(acts.Contains)];
        }

        // "What's your favourite colour? We are 40 people": what is asked in passing answers nothing in free words.
        var aside = VisitorQuestions.Marked(talk.Words).Where(sentence => sentence.End - sentence.Start < talk.Words.Trim().Length).ToList();
        var candidates = heard.Reading.Candidates.RemoveAll(candidate => candidate.Rule is "need.answer" or "text.answer" or MessageReading.TextOfLastResort && aside.Exists(sentence => candidate.Start < sentence.End && candidate.Start + candidate.Length > sentence.Start));
        // A polite word or a question is read as agreement only where nothing else is in it.
        candidates = candidates.RemoveAll(candidate => candidate.Value is AnswerValue.YesNo { Class: YesNoClass.Yes } && !acts.Contains(Act.Yes) && (!acts.IsEmpty || talk.Words.Contains('?', StringComparison.Ordinal)));
        var asksToWait = acts.Contains(Act.Wait) && talk.Words.AsSpan().Trim().Count(' ') < LongestWait;
        return heard with { Reading = heard.Reading with { Acts = acts, Candidates = asksToWait ? [] : candidates } };
    }

    /// <summary>Whom a call to a model is charged to.</summary>
    public static ModelAccount AccountOf(Talk talk) =>
        new($"{talk.Lead.Channel}|{talk.Lead.UserId ?? talk.Lead.Conversation}", talk.Lead.Model?.Calls ?? 0, talk.Memory);

    /// <summary>Notes on the lead what a model cost.</summary>
    public static void Charge(Talk talk, ModelUse use)
    {
        if (use != default)
        {
            talk.Lead = talk.Lead with { Model = (talk.Lead.Model ?? new ModelCost(0, 0, 0, 0, 0)).Plus(use.Calls, use.InputTokens, use.OutputTokens, use.Milliseconds, use.DroppedQuotes) };
        }
    }

    /// <summary>Notes that an answer will not come.</summary>
    public static Filling Withhold(Talk talk, string slot, WithheldReason reason) =>
        FillingOf(talk).FillNothing(talk.Lead.Known, slot, reason);

    private static SlotFilling FillingOf(Talk talk) =>
        new(talk.Playbook, new IncomingMessage(talk.Activity.Id ?? "", talk.Words, talk.Now)) { Replaces = ReturnDialog.IsOpen(talk) || ReturnDialog.IsDue(talk) };

    // Consents, choices of a time or between two readings, and what comes after the decision are for the rules alone.
    private static MessageToRead MessageOf(Talk talk) => new(VisitorQuestions.Without(talk.Words, talk.Asked), ContextOf(talk))
    {
        Unknown = talk.Lead.Decision is null && talk.Conversation.Open is null or { Slot: not null, Doubts: null }
            ? [.. talk.Playbook.Slots.Where(slot => talk.Lead.Known.Find(slot.Id) is null)]
            : [],
        OpenSlot = talk.Conversation.Open?.Slot,
        Account = AccountOf(talk),
    };

    private static ReadingContext ContextOf(Talk talk)
    {
        var (open, language) = (talk.Conversation.Open, LanguageChoice.ToRead(talk));
        var requested = open is { Slot: not null, Requested: [SlotType.YesNo] } ? YesOrHowMuch : open?.Requested ?? [];
        return ContextOf(talk.Playbook, talk.Clock.At(talk.Now), requested, open?.Words) with
        {
            Language = language,
            Needs = talk.Languages.NeedsOf(talk.Playbook, language),
        };
    }

    /// <summary>What steers the rules that read a message of a talk under a playbook.</summary>
    public static ReadingContext ContextOf(Playbook playbook, DateTime now, ImmutableArray<SlotType> requested, string? question) => new()
    {
        Now = now,
        Requested = requested,
        Question = question,
        Needs = playbook.Needs,
        Technologies = playbook.Technologies,
        Competitors = playbook.Competitors,
        Currency = playbook.Currency,
        FiscalYearStart = playbook.FiscalYearStart,
    };
}
