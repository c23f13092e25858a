using QualifyBot.Bot.Outcomes;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Puts a claimed slot on the lead, tells the visitor, and hands over the calendar file.</summary>
/// <param name="createSecret">Makes what someone must know to fetch an invite: 128 random bits or more, fit for a URL.</param>
/// <param name="options">What the calendar entry says.</param>
public sealed class DemoConfirmation(Func<string> createSecret, BookingOptions options)
{
    /// <summary>Confirms a slot that the lead has claimed; an earlier booking of the lead moves, and its slot is given back.</summary>
    public void Confirm(Talk talk, DemoSlot slot)
    {
        var before = talk.Lead.Booking;
        var booking = before is null ? DemoBooking.Create(slot, talk.Lead.Id, createSecret()) : before.MovedTo(slot);
        if (before is not null && before.Slot != slot)
        {
            talk.Work.Add(new OutcomeWork.ReleaseSlot(before.Slot, talk.Lead.Id));
        }

        talk.Lead = talk.Lead with { Booking = booking };
        talk.Say(before is null ? "book.done" : "book.moved", ("time", SlotText.Describe(talk, slot)), ("rep", slot.Rep));
        AttachInvite(talk, booking);
    }

    // Where no address leads to this host the file goes inside the message.
    private void AttachInvite(Talk talk, DemoBooking booking)
    {
        var invite = new Attachment { ContentType = "text/calendar", Name = "demo.ics" };
        if (talk.PublicUrl is { } host)
        {
            invite.ContentUrl = host + InvitePath.Of(talk.Lead.Id, booking);
            // Our own page shows the file; other channels' clients may know no calendar files.
            if (talk.Activity.ChannelId is not ChannelIds.Directline)
            {
                talk.Say("book.link", ("url", invite.ContentUrl));
            }
        }
        else
        {
            invite.Content = RawJson.From(InviteWriter.Write(Invite.For(booking, options, null, talk.Now)));
        }

        // Teams refuses a message with a file of a kind that it does not know.
        if (talk.Activity.ChannelId is not ChannelIds.Msteams)
        {
            talk.Reply.Attach(invite);
        }
    }
}
