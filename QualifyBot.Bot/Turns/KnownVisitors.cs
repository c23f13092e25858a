using System.Text;
using System.Text.Json;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Storage;

namespace QualifyBot.Bot.Turns;

/// <summary>
/// Finds the lead that a visitor left in an earlier conversation, by the channel's id of the visitor. Only an id that the channel vouches for counts:
/// what anybody could claim, a name or an address typed into the chat, never opens what somebody else has told.
/// </summary>
internal sealed class KnownVisitors(IStore store, DemoCalendar calendar, RetentionOptions retention, TimeProvider clock)
{
    private const int MostEarlier = 100;

    /// <summary>
    /// Where it is noted which conversation a visitor had last: by who the site says they are, then by the channel's id of them. None where nobody
    /// vouches for who writes, or others read along.
    /// </summary>
    public static IEnumerable<StoreKey> PlacesOf(TurnRequest request, VisitorIdentity? identity)
    {
        if (identity is not null)
        {
            yield return PlaceOf("identity\nvisitor", identity.Subject);
        }

        if (ChannelPlaceOf(request) is { } place)
        {
            yield return place;
        }
    }

    private static StoreKey PlaceOf(string kind, string id)
    {
        var key = new ConversationKey(kind, id);
        return new StoreKey(key.Partition, "visitor/" + key.LeadId);
    }

    private static StoreKey? ChannelPlaceOf(TurnRequest request)
    {
        if (!request.IsVouched || request.Activity is not { From.Id: { Length: > 0 } user, ChannelId: { } channel, Conversation: { IsGroup: not true } conversation }
            || conversation.ConversationType is not (null or "personal"))
        {
            return null;
        }

        return PlaceOf(channel + "\nvisitor", user);
    }

    /// <summary>The lead of the visitor's last conversation, by the first of these places that has a note; or null.</summary>
    public async ValueTask<LeadRecord?> FindAsync(IEnumerable<StoreKey> places, CancellationToken cancellation)
    {
        foreach (var place in places)
        {
            if ((await store.GetAsync([place], cancellation))[0] is { } note && ConversationKey.OfLead(Encoding.UTF8.GetString(note.Data.Span)) is { } key)
            {
                return await LeadAsync(key, cancellation);
            }
        }

        return null;
    }

    /// <summary>Notes that this is the visitor's last conversation.</summary>
    public async ValueTask RememberAsync(StoreKey place, string leadId, CancellationToken cancellation) =>
        await store.CommitAsync(place.Partition, [new StoreChange.Put(place.Name, Encoding.UTF8.GetBytes(leadId), null, retention.Leads)], cancellation);

    /// <summary>Erases what the visitor told in this and all earlier conversations.</summary>
    public async ValueTask ForgetAsync(StoreKey place, string? earlier, CancellationToken cancellation)
    {
        await store.CommitAsync(place.Partition, [new StoreChange.Delete(place.Name)], cancellation);
        for (var count = 0; count < MostEarlier && earlier is not null && ConversationKey.OfLead(earlier) is { } key; count++)
        {
            var lead = await LeadAsync(key, cancellation);
            await store.CommitAsync(key.Partition, [.. LeadWrite.Erase(key, lead), new StoreChange.Delete(key.State), new StoreChange.Delete(key.Log)], cancellation);
            if (lead?.Booking is { } booking)
            {
                await calendar.ReleaseAsync(booking.Slot, lead.Id, clock.GetUtcNow(), cancellation);
            }

            earlier = lead?.Earlier;
        }
    }

    // A damaged lead says nothing of the visitor, and neither ends their talk nor keeps the others from being erased.
    private async ValueTask<LeadRecord?> LeadAsync(ConversationKey key, CancellationToken cancellation)
    {
        try
        {
            return (await store.GetAsync([new StoreKey(key.Partition, key.Lead)], cancellation))[0] is { } document
                ? JsonSerializer.Deserialize(document.Data.Span, DialogsJsonContext.Default.LeadRecord)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
