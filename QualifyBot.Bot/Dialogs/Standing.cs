using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Says in one sentence how things stand once the talk is over.</summary>
public static class Standing
{
    /// <summary>Says it.</summary>
    public static void Say(Talk talk)
    {
        switch (talk.Lead)
        {
            case { Booking: { } booking }:
                talk.SayInTurn("after.booked", ("time", SlotText.Describe(talk, booking.Slot)));
                break;
            case { HandOff: not null }:
                SayHandOff(talk);
                break;
            case { Consent.Given: true } when talk.Contact(SlotType.Email) is { } email:
                talk.SayInTurn("nurture.done", ("email", email));
                break;
            case { Consent: not null, Decision.Outcome: Outcome.Nurture }:
                talk.SayInTurn("nurture.declined");
                break;
            case { Decision.Outcome: Outcome.Disqualify }:
                talk.SayInTurn("decline.reason");
                break;
            default:
                talk.SayInTurn("after.done");
                break;
        }
    }

    /// <summary>Says that a colleague takes over, and where they will write.</summary>
    public static void SayHandOff(Talk talk)
    {
        if ((talk.Contact(SlotType.Email) ?? talk.Contact(SlotType.Phone)) is { } contact)
        {
            talk.SayInTurn("hand_off.done", ("contact", contact));
        }
        else
        {
            talk.SayInTurn("hand_off.done_here");
        }
    }
}
