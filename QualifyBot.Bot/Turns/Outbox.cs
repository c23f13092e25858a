using System.Text.Json;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.Connector;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Turns;

/// <summary>Performs what turns have committed to, and takes it off the list when done.</summary>
internal sealed partial class Outbox(
    HostIdentity host, ReplyDelivery delivery, WorkInHand inHand, DemoCalendar calendar, KnownVisitors visitors, IStore store, TimeProvider clock, ILogger<Outbox> logger)
{
    /// <summary>The work that a turn asks for, in the order in which it is to be done.</summary>
    public List<WorkItem> WorkOf(ConversationKey key, TurnRequest request, TurnCommit commit, Talk talk)
    {
        var items = new List<WorkItem>();
        if (request.Path is ReplyPath.Connector && commit.Replies.Count > 0)
        {
            items.Add(new WorkItem.Deliver(host.Id, key.LeadId, commit.RepliesAfter, commit.Replies.Count)
            {
                AtHand = (new ReplyAddress(request.Activity.ServiceUrl!, request.Activity.Conversation!.Id!, commit.ReplyToId), commit.Replies),
            });
        }

        items.AddRange(talk.Work.Select(work => new WorkItem.Perform(host.Id, key.LeadId, work)));
        return items;
    }

    /// <summary>Does work that this host holds, in order. Never fails: what cannot be done now stays in the outbox for the sweep.</summary>
    public async Task PerformAsync(ConversationKey key, IReadOnlyList<WorkItem> work)
    {
        foreach (var item in work)
        {
            if (await TryPerformAsync(key, item))
            {
                inHand.Done(key, item.Member);
            }
            else
            {
                inHand.LetGo([item.Member]);
            }
        }
    }

    private async ValueTask<bool> TryPerformAsync(ConversationKey key, WorkItem item)
    {
        try
        {
            return await PerformOneAsync(key, item);
        }
        catch (StoreUnavailableException exception)
        {
            Log.Postponed(logger, exception, key.LeadId);
            return false;
        }
        catch (JsonException exception)
        {
            // What cannot be read today cannot be read tomorrow either.
            Log.Damaged(logger, exception, key.LeadId);
            return true;
        }
    }

    private async ValueTask<bool> PerformOneAsync(ConversationKey key, WorkItem item)
    {
        switch (item)
        {
            case WorkItem.Deliver deliver:
                await DeliverAsync(key, deliver);
                return true;
            case WorkItem.Perform { Work: OutcomeWork.ReleaseSlot release }:
                await calendar.ReleaseAsync(release.Slot, release.LeadId, clock.GetUtcNow(), CancellationToken.None);
                return true;
            case WorkItem.Perform { Work: OutcomeWork.RememberVisitor note }:
                await visitors.RememberAsync(new StoreKey(note.Partition, note.Name), note.LeadId, CancellationToken.None);
                return true;
            case WorkItem.Perform { Work: OutcomeWork.ForgetVisitor note }:
                await visitors.ForgetAsync(new StoreKey(note.Partition, note.Name), note.Earlier, CancellationToken.None);
                return true;
            default:
                Log.Unknown(logger, key.LeadId);
                return false;
        }
    }

    private async ValueTask DeliverAsync(ConversationKey key, WorkItem.Deliver deliver)
    {
        if (deliver.AtHand is { } atHand)
        {
            var position = deliver.After;
            foreach (var reply in atHand.Replies)
            {
                await delivery.DeliverAsync(key, atHand.Address, ++position, reply);
            }

            return;
        }

        // The channel may have moved since: the newest address is the right one.
        var newest = (await TalkAdapter.ReachAsync(store, key, CancellationToken.None))?.Reference.ServiceUrl;
        foreach (var entry in await store.ReadAsync(new StoreKey(key.Partition, key.Log), deliver.After, deliver.Count, CancellationToken.None))
        {
            if (ActivityParser.TryParse(entry.Data.Span, out var reply, out _) && (newest ?? reply.ServiceUrl) is { } url && reply.Conversation?.Id is { } conversation)
            {
                await delivery.DeliverAsync(key, new ReplyAddress(url, conversation, reply.ReplyToId), entry.Position, entry.Data);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Work for lead {LeadId} is dropped: what it needs is damaged in the store.")]
        public static partial void Damaged(ILogger logger, Exception exception, string leadId);

        [LoggerMessage(Level = LogLevel.Error, Message = "Work for lead {LeadId} is of a kind that this version does not know; it stays in the outbox.")]
        public static partial void Unknown(ILogger logger, string leadId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Work for lead {LeadId} is postponed: the store cannot be reached.")]
        public static partial void Postponed(ILogger logger, Exception exception, string leadId);
    }
}
