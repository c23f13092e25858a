using QualifyBot.BotFramework.Turns;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Looks things up in a talk.</summary>
public static class TalkLookups
{
    /// <summary>The talk of this turn.</summary>
    public static Talk Talk(this ITurnContext context) =>
        context.TurnState.Get<Talk>() ?? throw new InvalidOperationException("The turn has no talk.");

    /// <summary>Id of the playbook's first slot of a type, or null.</summary>
    public static string? SlotOf(this Talk talk, SlotType type) => talk.Playbook.Slots.FirstOrDefault(slot => slot.Type == type)?.Id;

    /// <summary>The playbook's first question for a slot, or null.</summary>
    public static Question? QuestionOf(this Talk talk, string slot) => talk.Playbook.Questions.FirstOrDefault(question => question.Slot.Id == slot);

    /// <summary>The e-mail address, phone number or name that is known, or null.</summary>
    public static string? Contact(this Talk talk, SlotType type) =>
        talk.SlotOf(type) is { } slot && talk.Lead.Known.Find(slot) is { Value: AnswerValue.Text(var value) } ? value : null;

    /// <summary>Whether there is a way to reach the visitor.</summary>
    public static bool HasContact(this Talk talk) => (talk.Contact(SlotType.Email) ?? talk.Contact(SlotType.Phone)) is not null;

    /// <summary>Whether the visitor would not answer for a slot.</summary>
    public static bool IsWithheld(this Talk talk, string slot) => talk.Lead.Known.Find(slot) is { Value: AnswerValue.Withheld };

    /// <summary>From a zone said with a time on, the visitor's clock is that zone's.</summary>
    public static void SpeakBy(this Talk talk, IReadOnlyList<AnswerValue.Time> times)
    {
        if (times.FirstOrDefault(static time => time.Zone is not null)?.Zone is { } zone && !talk.Clock.In(zone).Zone.Equals(talk.Clock.Zone, StringComparison.Ordinal))
        {
            talk.Clock = talk.Clock.In(zone);
            talk.Conversation = talk.Conversation with { Zone = talk.Clock.Zone };
        }
    }
}
