using System.Globalization;
using System.Text.Json;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Outcomes.Reminding;
using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Qualification.Lifecycle;

namespace QualifyBot.Bot.Turns;

/// <summary>The one commit of a turn: state, lead, log, work to do and notice, all or nothing.</summary>
internal sealed class TurnCommit(ConversationKey key, StoredTalk stored, TurnRequest request, DateTimeOffset now, RetentionOptions retention)
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private readonly List<StoreChange> changes = [];
    private EditedMessage? edited;
    private DateTimeOffset lastTimestamp = stored.Conversation?.LastTimestamp ?? default;

    /// <summary>The changes, in order.</summary>
    public IReadOnlyList<StoreChange> Changes => changes;

    /// <summary>The replies as JSON in UTF-8, as they go out.</summary>
    public List<ReadOnlyMemory<byte>> Replies { get; } = [];

    /// <summary>The log's length before the replies.</summary>
    public long RepliesAfter { get; private set; }

    /// <summary>The activity that the replies answer, as they say it; null = none.</summary>
    public string? ReplyToId { get; private set; }

    /// <summary>Writes down what a turn did.</summary>
    public void Write(Talk talk, IReadOnlyList<Activity> replies, ReminderOptions reminders)
    {
        edited = EditedMessage.Of(request, talk, stored.Lead);
        var length = RepliesAfter = WriteIncoming(talk);
        changes.AddRange(VisitorFiles.Settle(key, request.Files, talk.Erase, retention));

        foreach (var reply in replies)
        {
            length++;
            Prepare(reply, length);
            Replies.Add(Append(reply));
            ReplyToId = reply.ReplyToId;
        }

        var lead = WriteLead(talk);
        changes.AddRange(ScheduleWrite.Moved(key, Reminder.Of(stored.Lead, reminders), Reminder.Of(lead, reminders), now));
        WriteConversation(edited?.ClearOf(talk.Conversation, stored.Conversation) ?? talk.Conversation, length, replies.Count, talk.Erase);
        if (request.Path is ReplyPath.Log && length > talk.Conversation.LogLength)
        {
            changes.Add(new StoreChange.Notify(key.Topic));
        }
    }

    /// <summary>Adds work to the outbox, and takes off what was done since the last turn.</summary>
    public void Add(IEnumerable<WorkItem> work, IEnumerable<string> done)
    {
        foreach (var item in work)
        {
            changes.Add(new StoreChange.IndexAdd(ConversationKey.OutboxIndex, item.Member, now.ToUnixTimeMilliseconds()));
        }

        foreach (var member in done)
        {
            changes.Add(new StoreChange.IndexRemove(ConversationKey.OutboxIndex, member));
        }
    }

    // The log's length with what came in.
    private long WriteIncoming(Talk talk)
    {
        var length = talk.Conversation.LogLength;
        if (talk.Erase)
        {
            changes.AddRange(LogEdit.Erase(key, length, retention.Conversations));
        }
        else if (request.Activity.Type is ActivityTypes.Message or ActivityTypes.Event && request.Unasked is null)
        {
            AppendIncoming();
            return length + 1;
        }
        else if (edited is not null)
        {
            changes.AddRange(LogEdit.Of(key, request.Edited!, edited, Left(retention.Conversations)));
        }

        return length;
    }

    private void AppendIncoming()
    {
        if (request.Path is ReplyPath.Log)
        {
            request.Activity.Timestamp = NextTimestamp();
        }

        Append(request.Activity);
    }

    private void Prepare(Activity reply, long position)
    {
        if (request.Path is ReplyPath.Log)
        {
            reply.Id = string.Create(CultureInfo.InvariantCulture, $"{request.Activity.Conversation!.Id}-{position:D7}");
        }

        reply.Timestamp = NextTimestamp();
    }

    private ReadOnlyMemory<byte> Append(Activity activity)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(activity, BotFrameworkJsonContext.Wire.Activity);
        changes.Add(new StoreChange.Append(key.Log, json, Left(retention.Conversations)));
        return json;
    }

    // Clients order a transcript by time, so that the clock of a conversation never stands still nor runs back.
    private DateTimeOffset NextTimestamp()
    {
        var next = lastTimestamp.AddMilliseconds(1);
        return lastTimestamp = now > next ? now : next;
    }

    // The lead as it is stored from now on, or null.
    private LeadRecord? WriteLead(Talk talk)
    {
        if (talk.Erase)
        {
            changes.AddRange(LeadWrite.Erase(key, stored.Lead));
            return null;
        }

        // Who only opened the page is no lead yet.
        if (stored.Lead is null && request.Activity.Type is not ActivityTypes.Message)
        {
            return null;
        }

        var lead = Followed(talk);
        changes.AddRange(LeadWrite.Put(key, stored.Lead, lead, stored.LeadVersion, Left(retention.Leads)));
        return lead;
    }

    // What the bot says unasked does not prolong how long the visitor's words are kept.
    private TimeSpan Left(TimeSpan kept)
    {
        var left = request.Unasked is null || stored.Lead is null ? kept : kept - (now - stored.Lead.UpdatedAt);
        return left > Least ? left : Least;
    }

    // A decision never falls behind the answers: where the turn made none of its own, what is known now decides.
    private LeadRecord Followed(Talk talk)
    {
        var (before, lead) = (stored.Lead, edited?.ClearOf(talk.Lead) ?? talk.Lead);
        var aside = before?.Decision is { } standing && lead.Decision is { } decision && ((decision.Hash == standing.Hash && lead.Known != before.Known) || (edited is not null && decision.Known is not null));
        if (aside)
        {
            lead = lead.Requalified(talk.Playbook, talk.Today, now);
            lead = lead with { Decision = lead.Decision! with { At = now } };
        }

        var followed = LeadProgress.Follow(before, lead, talk.Playbook, HappeningOf(talk, aside), now);
        return edited is null ? followed : followed with { History = edited.ClearOf(followed.History), Agreed = edited.ClearOf(followed.Agreed) };
    }

    private static Happening HappeningOf(Talk talk, bool aside) =>
        talk.StartedOver ? new Happening.StartedOver()
        : talk.Activity.Type is ActivityTypes.Event && !talk.Signalled.IsEmpty ? new Happening.Signalled(talk.Signalled)
        : new Happening.Talked(aside);

    private void WriteConversation(ConversationRecord conversation, long length, int replies, bool erase)
    {
        var seen = conversation.Seen;
        if (SeenActivities.NameOf(request.Activity) is { } id)
        {
            seen = SeenActivities.With(seen, new SeenActivity(SeenActivities.Hash(id), RepliesAfter, replies));
        }

        var written = (erase
            ? new ConversationRecord { Playbook = conversation.Playbook, Language = conversation.Language, LanguageHeard = conversation.LanguageHeard }
            : conversation with { Reach = ReachOf(conversation) })
            with { Seen = seen, LogLength = length, LastTimestamp = lastTimestamp };
        var json = JsonSerializer.SerializeToUtf8Bytes(written, DialogsJsonContext.Default.ConversationRecord);
        changes.Add(new StoreChange.Put(key.State, json, stored.ConversationVersion, Left(retention.Conversations)));
    }

    private Reachable? ReachOf(ConversationRecord conversation) =>
        request.Unasked is null ? Reachable.Of(request.Activity, request.Path is ReplyPath.Log) ?? conversation.Reach : conversation.Reach;
}
