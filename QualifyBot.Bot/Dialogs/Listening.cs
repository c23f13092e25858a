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
    /// <summary>Reads the message and fills the slots.</summary>
    public async ValueTask HearAsync(Talk talk, CancellationToken cancellation)
    {
        if ((ChosenAnswer.Fill(talk, FillingOf(talk), ChosenAnswer.ByLabel(talk)) ?? DoubtQuestion.Clicked(talk, FillingOf(talk))) is { } clicked)
        {
            talk.Take(clicked);
            return;
        }

        if (Summary.IsClick(talk) || LanguageChoice.Hear(talk))
        {
            return;
        }

        var heard = await reader.ReadAsync(MessageOf(talk), cancellation);
        heard = heard with { Reading = LanguageChoice.Trusted(talk, heard.Reading), Conflicts = [.. heard.Conflicts.Where(conflict => DoubtQuestion.CanAsk(talk, conflict))] };
        talk.Reading = heard.Reading;
        Charge(talk, heard.Use);
        var open = talk.Conversation.Open;
        var filling = DoubtQuestion.Chosen(talk, FillingOf(talk)) ?? FillingOf(talk).Fill(talk.Lead.Known, heard, open?.Slot, insisted: open is { Misses: > 0 });
        talk.Take(filling.IsEmpty && heard.Reading.Acts.IsEmpty ? ChosenAnswer.Fill(talk, FillingOf(talk), ChosenAnswer.InSentence(talk)) ?? filling : filling);
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
        new(talk.Playbook, new IncomingMessage(talk.Activity.Id ?? "", talk.Words, talk.Now)) { Replaces = ReturnDialog.IsOpen(talk) };

    // Consents, choices of a time or between two readings, and what comes after the decision are for the rules alone.
    private static MessageToRead MessageOf(Talk talk) => new(talk.Words, ContextOf(talk))
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
        return ContextOf(talk.Playbook, talk.Clock.At(talk.Now), open?.Requested ?? ImmutableArray<SlotType>.Empty, open?.Words) with
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
