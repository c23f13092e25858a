using System.Collections.Immutable;
using QualifyBot.Bot.Turns;

namespace QualifyBot.Bot.Desk;

/// <summary>The replies that no channel took.</summary>
internal static class OutboxRoutes
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Maps GET, POST {id}/retry and DELETE {id}.</summary>
    public static void MapOutbox(this RouteGroupBuilder desk)
    {
        desk.MapGet("", ListAsync);
        desk.MapPost("{id}/retry", RetryAsync);
        desk.MapDelete("{id}", DropAsync);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, UndeliveredReplies undelivered, CancellationToken cancellation)
    {
        if (DeskRoutes.LimitOf(request, DefaultLimit, LargestLimit) is not { } limit)
        {
            return DeskAnswer.Bad($"limit is a whole number from 1 to {LargestLimit}.");
        }

        var replies = await undelivered.NewestAsync(limit, cancellation);
        return Results.Json(new OutboxView([.. replies.Select(UndeliveredView.Of)]), DeskJsonContext.Default.OutboxView);
    }

    private static async Task<IResult> RetryAsync(string id, UndeliveredReplies undelivered, TimeProvider clock, CancellationToken cancellation)
    {
        if (ReplyPlace.Parse(id) is not { } place || await undelivered.TryAgainAsync(place, cancellation) is not { } delivered)
        {
            return NoReply();
        }

        try
        {
            await delivered.WaitAsync(Patience, clock, cancellation);
        }
        catch (TimeoutException)
        {
            return Results.Json(new MessageAnswer(MessageState.Waiting, null), DeskJsonContext.Default.MessageAnswer);
        }

        var failed = await undelivered.FindAsync(place, cancellation);
        return Results.Json(new MessageAnswer(failed is null ? MessageState.Sent : MessageState.Undelivered, failed?.GivenUp.Reason), DeskJsonContext.Default.MessageAnswer);
    }

    private static async Task<IResult> DropAsync(string id, UndeliveredReplies undelivered, CancellationToken cancellation) =>
        ReplyPlace.Parse(id) is { } place && await undelivered.DropAsync(place, cancellation)
            ? Results.Json(new MessageAnswer(MessageState.Dropped, null), DeskJsonContext.Default.MessageAnswer)
            : NoReply();

    private static IResult NoReply() => DeskAnswer.Error(404, "NotFound", "There is no undelivered reply of this id; GET /api/outbox lists them.");
}

/// <summary>What stands in the outbox, newest first.</summary>
public sealed record OutboxView(ImmutableArray<UndeliveredView> Undelivered);

/// <summary>A reply that no channel took.</summary>
/// <param name="Id">What the calls to try it again or drop it take.</param>
/// <param name="Lead">The lead's id.</param>
/// <param name="Channel">The channel; null where the reply was erased.</param>
/// <param name="Conversation">The channel's id of the conversation; null where the reply was erased.</param>
/// <param name="Text">What was to be said; null where it was erased, or holds no words.</param>
/// <param name="Reason">Why it did not go out.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="At">When it was given up.</param>
public sealed record UndeliveredView(string Id, string Lead, string? Channel, string? Conversation, string? Text, string Reason, int Tries, DateTimeOffset At)
{
    /// <summary>The view of a reply.</summary>
    internal static UndeliveredView Of(UndeliveredReply reply) => new(
        reply.Place.ToString(), reply.Place.Key.LeadId, reply.Reply?.ChannelId, reply.Reply?.Conversation?.Id, reply.Reply?.Text, reply.GivenUp.Reason, reply.GivenUp.Tries, reply.GivenUp.At);
}

/// <summary>What became of a message.</summary>
/// <param name="State">Where it is.</param>
/// <param name="Reason">Why it did not go out; null where it did, or may yet.</param>
public sealed record MessageAnswer(MessageState State, string? Reason)
{
    /// <summary>Its id in the outbox; null where it does not stand there.</summary>
    public string? Place { get; init; }
}
