using QualifyBot.BotFramework.Turns;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Looks things up in a talk.</summary>
public static class TalkLookups
{
    extension(ITurnContext context)
    {
        /// <summary>The talk of this turn.</summary>
        public Talk Talk() => context.TurnState.Get<Talk>() ?? throw new InvalidOperationException("The turn has no talk.");
    }

    extension(Talk talk)
    {
        /// <summary>Id of the playbook's first slot of a type, or null.</summary>
        public string? SlotOf(SlotType type) => talk.Playbook.Slots.FirstOrDefault(slot => slot.Type == type)?.Id;

        /// <summary>The e-mail address, phone number or name that is known, or null.</summary>
        public string? Contact(SlotType type) =>
            talk.SlotOf(type) is { } slot && talk.Lead.Known.Find(slot) is { Value: AnswerValue.Text(var value) } ? value : null;

        /// <summary>Whether there is a way to reach the visitor.</summary>
        public bool HasContact() => (talk.Contact(SlotType.Email) ?? talk.Contact(SlotType.Phone)) is not null;

        /// <summary>Whether the visitor would not answer for a slot.</summary>
        public bool IsWithheld(string slot) => talk.Lead.Known.Find(slot) is { Value: AnswerValue.Withheld };
    }
}
