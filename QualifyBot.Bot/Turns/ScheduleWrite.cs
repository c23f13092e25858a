using QualifyBot.Bot.Outcomes.Reminding;
using QualifyBot.Bot.Storage;

namespace QualifyBot.Bot.Turns;

/// <summary>The changes of a commit that keep the schedule of reminders in step with their lead.</summary>
internal static class ScheduleWrite
{
    /// <summary>Name of the index, one a partition, of messages to send unasked, by the time they are due (Unix milliseconds).</summary>
    public const string Index = "scheduled";

    private const char Separator = '|';

    /// <summary>Puts the reminders on the schedule that a change of a lead calls for, but those whose time has passed, and takes off those it no longer does.</summary>
    public static IEnumerable<StoreChange> Moved(ConversationKey key, IReadOnlyList<Reminder> before, IReadOnlyList<Reminder> after, DateTimeOffset now)
    {
        foreach (var gone in before.Except(after))
        {
            yield return Removed(key, gone.Cause);
        }

        foreach (var reminder in after.Except(before).Where(reminder => reminder.Due > now))
        {
            yield return new StoreChange.IndexAdd(Index, $"{key.LeadId}{Separator}{reminder.Cause}", reminder.Due.ToUnixTimeMilliseconds());
        }
    }

    /// <summary>Takes one off.</summary>
    public static StoreChange Removed(ConversationKey key, string cause) => new StoreChange.IndexRemove(Index, $"{key.LeadId}{Separator}{cause}");

    /// <summary>The lead and the reminder behind a member of the index, or null where it is none.</summary>
    public static (ConversationKey Key, string Cause)? Parse(string member) =>
        member.Split(Separator) is [var leadId, var cause] && ConversationKey.OfLead(leadId) is { } key ? (key, cause) : null;
}
