using System.Collections.Frozen;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Makes what a client sent into what the bot and the log get: who and where come from the token, never from the client.</summary>
internal static class UserActivity
{
    private const int LongestName = 200;

    private static readonly FrozenSet<string> _types = FrozenSet.Create(StringComparer.Ordinal,
        ActivityTypes.Message, ActivityTypes.Event, ActivityTypes.Typing, ActivityTypes.EndOfConversation, ActivityTypes.MessageReaction);

    internal static ProtocolError? Refuse(Activity activity, Ticket ticket) =>
        IsSite(ticket) && !DirectLineIds.IsUserId(activity.From?.Id ?? "") ? ProtocolError.BadRequest("$.from.id is missing, or is no user id.")
            : _types.Contains(activity.Type) ? null
            : ProtocolError.BadRequest($"$.type '{Shorten(activity.Type, 40)}' cannot be sent by a client: use {string.Join(", ", _types)}.");

    internal static void Address(Activity activity, Ticket ticket, DateTimeOffset now)
    {
        activity.ChannelId = ChannelIds.Directline;
        activity.Conversation = new ConversationAccount { Id = ticket.ConversationId };
        activity.From = User(IsSite(ticket) ? activity.From!.Id! : ticket.UserId, activity.From?.Name);
        activity.Recipient = Bot();
        activity.Timestamp = now;
        activity.ServiceUrl = null;
        activity.CallerId = null;
        activity.DeliveryMode = null;
        activity.RelatesTo = null;
        foreach (var attachment in activity.Attachments?.Where(static attachment => attachment.ContentUrl?.StartsWith(UploadedFile.Scheme, StringComparison.OrdinalIgnoreCase) is true) ?? [])
        {
            attachment.ContentUrl = null;
        }
    }

    /// <summary>Tells the bot who is in a new conversation.</summary>
    internal static Activity Joined(Ticket ticket, StartRequest request, DateTimeOffset now)
    {
        var user = User(ticket.UserId, request.User?.Name);
        var activity = new Activity
        {
            Type = ActivityTypes.ConversationUpdate,
            Id = ticket.ConversationId + "|0",
            From = user,
            Locale = request.Locale,
            ChannelData = request.ChannelData,
        };
        Address(activity, ticket, now);
        activity.MembersAdded = [Bot(), user];
        return activity;
    }

    private static bool IsSite(Ticket ticket) => ticket.UserId is Ticket.Site;

    private static ChannelAccount User(string id, string? name) =>
        new(id, name is null ? null : Shorten(name, LongestName), RoleTypes.User);

    private static ChannelAccount Bot() => new("bot", "Bot", RoleTypes.Bot);

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..length];
}
