using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Outcomes.Reminding;
using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Bot.Turns;

/// <summary>
/// Runs turns: load once, drop what was answered before, run the bot, commit once, deliver. Nothing has an effect before the commit, so a turn
/// that lost the race against another host runs again on the fresh state.
/// </summary>
internal sealed partial class TurnPipeline(
    IStore store, IBot bot, Talks talks, ConversationLanes lanes, Outbox outbox, WorkInHand inHand, KnownVisitors visitors, SignedVisitors identities, ReminderOptions reminders, RetentionOptions retention, TimeProvider clock, ILogger<TurnPipeline> logger)
{
    // Conflicts come only from other hosts and are rare; more than this many in a row means that something is broken.
    private const int MostConflicts = 50;

    /// <summary>Runs the turn of an activity, after the earlier ones of its conversation.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was done, or it is not known whether; the same activity may be sent again.</exception>
    public async ValueTask<TurnResult> RunAsync(TurnRequest request, CancellationToken cancellation)
    {
        var key = ConversationKey.Of(request.Activity);
        var page = PageData.TakeFrom(request.Activity);
        request = request with { Visit = page.Visit, Claim = await identities.ReadAsync(page.Identity) };
        using var lane = await lanes.EnterAsync(key, cancellation);
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            // From here on the caller's hanging up changes nothing: a turn is done whole or not at all.
            var stored = await StoredTalk.LoadAsync(store, key, CancellationToken.None);
            if (SeenActivities.Find(stored.Conversation, SeenActivities.NameOf(request.Activity)) is { } seen)
            {
                Log.Repeated(logger, key.LeadId);
                return await RepeatAsync(key, seen);
            }

            stored = stored with { Earlier = await EarlierAsync(stored, request) };
            if (await TryOnceAsync(key, stored, await WithLogAsync(key, request), lane) is { } result)
            {
                return result;
            }

            Log.Conflict(logger, key.LeadId);
        }

        throw new StoreUnavailableException($"The conversation of lead {key.LeadId} changed {MostConflicts} times during one turn.");
    }

    private async ValueTask<TurnRequest> WithLogAsync(ConversationKey key, TurnRequest request) =>
        request.Activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete
            ? request with { Edited = await store.ReadAsync(new StoreKey(key.Partition, key.Log), 0, int.MaxValue, CancellationToken.None) }
            : request;

    // Who has said nothing here yet, or now shows who they are, may have talked elsewhere; a talk that goes on costs no such look.
    private async ValueTask<LeadRecord?> EarlierAsync(StoredTalk stored, TurnRequest request)
    {
        var isIdentified = stored.Conversation?.Identity is null && request.Claim?.Visitor is not null;
        var places = KnownVisitors.PlacesOf(request, stored.Conversation?.Identity ?? request.Claim?.Visitor);
        return stored.Lead is null ? await visitors.FindAsync(places, CancellationToken.None)
            : isIdentified ? await visitors.FindAsync(places.Take(1), CancellationToken.None)
            : null;
    }

    private async ValueTask<TurnResult?> TryOnceAsync(ConversationKey key, StoredTalk stored, TurnRequest request, ConversationLanes.Lane lane)
    {
        if (request.Files.Count > 0 && !VisitorFiles.HasRoom(stored.Lead, request))
        {
            return new TurnResult(false, [], null, Task.CompletedTask) { IsFull = true };
        }

        var now = clock.GetUtcNow();
        var (talk, sent) = await RunBotAsync(key, stored, request, now);
        if (sent.Replies.Count == 0 && (request.Unasked is not null || talk.IsUntouched || (request.Edited is { Count: 0 } && stored.Lead is null)))
        {
            return new TurnResult(false, [], sent.Invoked, Task.CompletedTask);
        }

        NoteVisitor(talk, stored, request);
        var commit = new TurnCommit(key, stored, request, now, retention);
        commit.Write(talk, sent.Replies, reminders);
        var work = outbox.WorkOf(key, request, commit, talk);
        if (!await CommitAsync(key, commit, work))
        {
            return null;
        }

        var delivered = work.Count == 0 ? Task.CompletedTask : lane.DeliverNext(() => outbox.PerformAsync(key, work));
        return new TurnResult(false, commit.Replies, sent.Invoked, delivered);
    }

    private static void NoteVisitor(Talk talk, StoredTalk stored, TurnRequest request)
    {
        if (request.Activity.Type is not ActivityTypes.Message)
        {
            return;
        }

        var places = KnownVisitors.PlacesOf(request, talk.Conversation.Identity);
        if (talk.Erase)
        {
            talk.Work.AddRange(places.Select(place => new OutcomeWork.ForgetVisitor(place.Partition, place.Name, talk.Lead.Earlier)));
        }
        else if (stored.Lead is null || (stored.Conversation?.Identity is null && talk.Conversation.Identity is not null))
        {
            // Whoever sits at the same browser later is not who signed in.
            talk.Work.AddRange(places.Take(1).Select(place => new OutcomeWork.RememberVisitor(place.Partition, place.Name, talk.Lead.Id)));
        }
    }

    private async ValueTask<bool> CommitAsync(ConversationKey key, TurnCommit commit, List<WorkItem> work)
    {
        var done = inHand.TakeDone(key);
        inHand.Hold(work);
        commit.Add(work, done);
        var committed = false;
        try
        {
            committed = await store.CommitAsync(key.Partition, commit.Changes, CancellationToken.None);
        }
        finally
        {
            // Where it is not known whether the commit was done, the sweep finds what there is to do.
            inHand.LetGo(committed ? done : [.. done, .. work.Select(item => item.Member)]);
        }

        return committed;
    }

    private async ValueTask<(Talk Talk, BufferedReplies Sent)> RunBotAsync(ConversationKey key, StoredTalk stored, TurnRequest request, DateTimeOffset now)
    {
        var talk = talks.Open(key, stored, request, now);
        var sent = new BufferedReplies();
        var context = new TurnContext(sent, request.Activity);
        context.TurnState.Set(talk);
        try
        {
            await (request.Unasked ?? bot.OnTurnAsync)(context, CancellationToken.None);
            return (talk, sent);
        }
#pragma warning disable CA1031 // The one catch-all: whatever is broken in a turn, the state stays as it was and the visitor hears of it.
        catch (Exception exception) when (exception is not StoreUnavailableException)
#pragma warning restore CA1031
        {
            Log.Failed(logger, exception, key.LeadId);
            return await ApologiseAsync(key, stored, request, now);
        }
    }

    private async ValueTask<(Talk Talk, BufferedReplies Sent)> ApologiseAsync(ConversationKey key, StoredTalk stored, TurnRequest request, DateTimeOffset now)
    {
        var talk = talks.Open(key, stored, request, now);
        var sent = new BufferedReplies();
        if (request.Activity.Type is ActivityTypes.Message)
        {
            talk.Say("talk.apology");
            await new TurnContext(sent, request.Activity).SendActivityAsync(talk.Reply.ToActivity(talk.Activity));
        }

        return (talk, sent);
    }

    private async ValueTask<TurnResult> RepeatAsync(ConversationKey key, SeenActivity seen)
    {
        var entries = seen.Replies == 0
            ? []
            : await store.ReadAsync(new StoreKey(key.Partition, key.Log), seen.Position, seen.Replies, CancellationToken.None);
        return new TurnResult(true, [.. entries.Select(entry => entry.Data)], null, Task.CompletedTask);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "An activity of lead {LeadId} came again and was not answered again.")]
        public static partial void Repeated(ILogger logger, string leadId);

        [LoggerMessage(Level = LogLevel.Information, Message = "Another host was faster for lead {LeadId}: the turn runs again.")]
        public static partial void Conflict(ILogger logger, string leadId);

        [LoggerMessage(Level = LogLevel.Error, Message = "A turn of lead {LeadId} failed; its state is unchanged.")]
        public static partial void Failed(ILogger logger, Exception exception, string leadId);
    }
}
