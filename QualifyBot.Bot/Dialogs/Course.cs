using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Where the talk goes from what is known: which question comes next, and whether news lead elsewhere than what was decided.</summary>
public static class Course
{
    /// <summary>The next step. What the visitor took back is not asked for again: where only that could help, it counts as declined.</summary>
    public static NextStep Next(Talk talk)
    {
        var next = Decider.Next(talk.Lead.Known, talk.Playbook, talk.Today);
        if (next is NextStep.Ask && Kept(talk) is { } question)
        {
            return new NextStep.Ask(question);
        }

        while (next is NextStep.Ask({ Slot.Id: var slot }) && talk.Conversation.TakenBack.Contains(slot, StringComparer.Ordinal))
        {
            var told = talk.Filling;
            talk.Take(Listening.Withhold(talk, slot, WithheldReason.Declined));
            talk.Filling = told;
            next = Decider.Next(talk.Lead.Known, talk.Playbook, talk.Today);
        }

        return next;
    }

    /// <summary>Whether the message told something by which another outcome than the decided one is right. A booked demo and a human who was asked for stay.</summary>
    public static bool Turns(Talk talk)
    {
        if (talk.Filling is not { IsEmpty: false } || talk.Lead is not { Decision: { } standing, Booking: null } || talk.Lead.HandOff is { Reason: HandOffDialog.Asked })
        {
            return false;
        }

        if (IsAddress(talk))
        {
            return false;
        }

        Next(talk);
        return Decider.AsItStands(talk.Lead.Known, talk.Playbook, talk.Today).Outcome != standing.Outcome;
    }

    /// <summary>Forgets that a colleague was to take over by the rules, which say something else now.</summary>
    public static void Turn(Talk talk) =>
        talk.Lead = talk.Lead with { HandOff = talk.Lead.HandOff is { Reason: HandOffDialog.Asked } asked ? asked : null };

    /// <summary>Whether the talk has come to its end: what is told from here on changes what is known, and asks for nothing.</summary>
    public static bool IsOver(Talk talk) => IsOver(talk.Lead);

    /// <summary>Whether the talk of a lead has come to its end.</summary>
    public static bool IsOver(LeadRecord lead) => lead is { Booking: not null } or { HandOff: not null } or { Consent: not null, Decision.Outcome: Outcome.Nurture };

    // A demo that was offered stays offered, whatever the address for the invitation is worth.
    private static bool IsAddress(Talk talk) =>
        talk.Conversation.Open is { Requested: [SlotType.Email, ..] } && talk.Filling is { Changed.IsEmpty: true, Removed.IsEmpty: true } told
        && told.Added.All(answer => talk.Playbook.FindSlot(answer.Slot) is { Type: SlotType.Email or SlotType.Phone or SlotType.Person });

    // Who answers another question than the open one is asked the open one again.
    private static Question? Kept(Talk talk) =>
        talk.Filling is { IsEmpty: false } told && talk.Conversation.Open is { } open && talk.Playbook.FindQuestion(open.Id) is { } question && !told.Fills(question.Slot.Id)
        && Decider.Askable(talk.Lead.Known, talk.Playbook, talk.Today).Contains(question)
            ? question
            : null;
}
