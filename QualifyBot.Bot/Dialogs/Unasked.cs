using System.Text.Json;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Outcomes.Reminding;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Turns;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>What is said to visitors without their having written, and when they do not want that.</summary>
public static class Unasked
{
    /// <summary>Says a reminder. False where its time is over.</summary>
    public static bool Remind(Talk talk, Reminder reminder, BookingOptions booking)
    {
        if (!reminder.IsOfDemo)
        {
            talk.SayInTurn("follow_up.ask");
            return true;
        }

        if (talk.Lead.Booking is not { Slot: var slot } || slot.Start <= talk.Now)
        {
            return false;
        }

        talk.Say("remind.demo", ("time", SlotText.Describe(talk, slot)), ("rep", slot.Rep));
        if (booking.MeetingUrl is { } url)
        {
            talk.Say("remind.where", ("url", url));
        }

        return true;
    }

    /// <summary>Says what a colleague writes, unless the visitor asked not to be written to; the talk is theirs till then.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="words">What they say.</param>
    /// <param name="name">What they are called, or null.</param>
    /// <param name="until">Till when the bot leaves the talk to them.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Task SpeakAsync(ITurnContext context, string words, string? name, DateTimeOffset until, CancellationToken cancellation) =>
        IsQuiet(context.Talk()) ? Task.CompletedTask : context.SendActivityAsync(Speak(context.Talk(), words, name, until), cancellation);

    // Who has written since then wants an answer.
    private static bool IsQuiet(Talk talk) => talk.Lead.QuietSince is { } since && talk.Lead.UpdatedAt <= since;

    private static Activity Speak(Talk talk, string words, string? name, DateTimeOffset until)
    {
        talk.Reply.Add(name is null ? talk.Texts.Get("colleague.says", ("words", words)) : talk.Texts.Get("colleague.says_as", ("name", name), ("words", words)));
        talk.Conversation = talk.Conversation with { Colleague = new Colleague(name, until) };
        var activity = talk.Reply.ToActivity(talk.Activity);
        activity.ChannelData = JsonSerializer.SerializeToElement(new ColleagueMark(name ?? ""), DialogsJsonContext.Default.ColleagueMark);
        return activity;
    }

    /// <summary>Whether the bot leaves this message to the colleague who wrote last. What a visitor may ask for at any time it does all the same.</summary>
    public static bool IsLeftToColleague(Talk talk) =>
        talk.Conversation.Colleague is { } colleague && talk.Now < colleague.Until && Interruptions.SwitchFor(talk) is null or HandOffDialog.DialogId or FarewellDialog.DialogId;

    /// <summary>Notes that the visitor does not want to be written to, or that they asked for something that calls for it again.</summary>
    public static void Heed(Talk talk, LeadRecord before)
    {
        var lead = talk.Lead;
        var acts = talk.Reading.Acts;
        if (acts.Contains(Act.Unsubscribe) || (acts.Contains(Act.Cancel) && lead.LeftAt is not null))
        {
            talk.Lead = lead with { QuietSince = talk.Now };
        }
        else if (lead.QuietSince is not null && ((lead.Booking is not null && lead.Booking != before.Booking) || (lead.Consent is { Given: true } && lead.Consent != before.Consent) || (lead.HandOff is not null && before.HandOff is null)))
        {
            talk.Lead = lead with { QuietSince = null };
        }
    }
}

/// <summary>Marks a message as a colleague's, for pages that show it.</summary>
/// <param name="Colleague">What they are called; empty where no name was given.</param>
public sealed record ColleagueMark(string Colleague);
