using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Http;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Files: taken with a message, and served to the page that shows it.</summary>
internal sealed class UploadCalls(
    IDirectLineFiles files, DirectLineCallers callers, DirectLineTokens tokens, DirectLineIds ids, MessageLimits limits, UploadRules rules, VisitorPace pace, TimeProvider time)
{
    // What stands around the files in a form.
    private const int AroundFiles = 64 * 1024;

    private static readonly ProtocolError _noUploads = ProtocolError.BadRequest("This bot takes no files: send their address in the message.");
    private static readonly ProtocolError _noFile = new(404, "NotFound", "There is no such file, or no longer.");

    internal async Task<Answer> PostAsync(HttpContext context)
    {
        var conversationId = (string)context.GetRouteValue("id")!;
        if (callers.Identify(context, conversationId) is not { } ticket)
        {
            return Answer.TokenRefused;
        }

        if (Refuse(context, ticket) is { } refused)
        {
            return refused;
        }

        if (await files.CountAsync(conversationId, context.RequestAborted) is not { } held)
        {
            return Answer.UnknownConversation;
        }

        if (!held.Plus(new FileCount(1, 1)).IsWithin(rules.Most))
        {
            return rules.ConversationFull;
        }

        return await TakeAsync(context, ticket);
    }

    /// <summary>Serves a file, or says why not.</summary>
    internal async Task<Answer?> GetAsync(HttpContext context)
    {
        var (conversationId, fileId) = ((string)context.GetRouteValue("id")!, (string)context.GetRouteValue("file")!);
        if (!tokens.Opens(context.Request.Query["t"], conversationId, fileId) && callers.Identify(context, conversationId) is null)
        {
            return Answer.TokenRefused;
        }

        if (!HttpMethods.IsGet(context.Request.Method))
        {
            return new ProtocolError(405, "MethodNotAllowed", "Use GET here.");
        }

        if (await files.OpenAsync(conversationId, fileId, context.RequestAborted) is not { } content)
        {
            return _noFile;
        }

        await FileDownload.WriteAsync(context, content);
        return null;
    }

    private ProtocolError? Refuse(HttpContext context, Ticket ticket)
    {
        var most = rules.LargestMessage + (long)limits.LargestBody + AroundFiles;
        if (!rules.IsOpen)
        {
            return _noUploads;
        }

        if (context.Request.ContentLength > most)
        {
            return rules.MessageTooLarge;
        }

        // The server then also stops draining what is left of a body that is too large.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = most;
        }

        return pace.RefuseActivity(ticket) ?? pace.RefuseUpload(context, ticket);
    }

    private async Task<Answer> TakeAsync(HttpContext context, Ticket ticket)
    {
        var body = new UploadBody(rules, limits, ids, files, ticket.ConversationId);
        var (activity, settled) = ((Activity?)null, false);
        try
        {
            if (await body.ReadAsync(context.Request, context.RequestAborted) is { } unreadable)
            {
                return unreadable;
            }

            activity = body.Activity ?? new Activity { Type = ActivityTypes.Message, From = new ChannelAccount(context.Request.Query["userId"].ToString()) };
            if (Refuse(activity, ticket) is { } refused)
            {
                return refused;
            }

            Address(activity, ticket, body.Files);
            settled = true;
            var result = await files.PostAsync(activity, body.Files, rules.Most, CancellationToken.None);
            settled = result is PostResult.Accepted;
            return AnswerTo(result, activity.Id!);
        }
        finally
        {
            // Where the store did not say what became of the message, its files may have been kept with it.
            if (!settled && body.Begun.Count > 0)
            {
                await files.DropAsync(ticket.ConversationId, body.Begun, CancellationToken.None);
            }
        }
    }

    private static ProtocolError? Refuse(Activity activity, Ticket ticket) =>
        activity.Type is not ActivityTypes.Message ? ProtocolError.BadRequest("Files go with an activity of type 'message' only.") : UserActivity.Refuse(activity, ticket);

    private void Address(Activity activity, Ticket ticket, IReadOnlyList<UploadedFile> sent)
    {
        UserActivity.Address(activity, ticket, time.GetUtcNow());
        activity.Attachments = [.. Named(activity.Attachments ?? [], sent)];
        activity.Id = ids.ForActivity(activity);
    }

    // The activity names its files as well, without an address, and with what a client adds to them; the rest are cards.
    private static IEnumerable<Attachment> Named(IList<Attachment> told, IReadOnlyList<UploadedFile> sent)
    {
        var (places, cards) = (new Queue<Attachment>(told.Where(IsPlace)), told.Where(attachment => !IsPlace(attachment)).ToArray());
        foreach (var file in sent)
        {
            var attachment = places.Count > 0 ? places.Dequeue() : new Attachment();
            (attachment.Name, attachment.ContentType, attachment.ContentUrl) = (file.Name, file.ContentType, file.Url);
            yield return attachment;
        }

        foreach (var card in cards)
        {
            yield return card;
        }
    }

    private static bool IsPlace(Attachment attachment) => attachment is { Content: null, ContentUrl: null };

    private Answer AnswerTo(PostResult result, string id) => result switch
    {
        PostResult.Accepted => Answer.Object(200, json => json.WriteString("id"u8, id)),
        PostResult.UnknownConversation => Answer.UnknownConversation,
        PostResult.TooManyFiles => rules.ConversationFull,
        _ => Answer.Busy,
    };
}
