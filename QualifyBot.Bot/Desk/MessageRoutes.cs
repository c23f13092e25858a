using System.Text.Json;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Reminding;
using QualifyBot.Bot.Turns;

namespace QualifyBot.Bot.Desk;

/// <summary>What a colleague writes to a visitor, in the conversation that the visitor had with the bot, on whatever channel.</summary>
internal static class MessageRoutes
{
    private const int LongestText = 4000;
    private const int LongestName = 80;
    private const int LongestId = 200;

    // Who writes at the desk waits no longer than a channel would.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Maps POST {id}/messages.</summary>
    public static void MapMessages(this RouteGroupBuilder desk) => desk.MapPost("{id}/messages", WriteAsync);

    private static async Task<IResult> WriteAsync(
        string id, HttpRequest request, TalkAdapter adapter, StoredLeads leads, ReminderOptions options, UndeliveredReplies undelivered, TimeProvider clock, CancellationToken cancellation)
    {
        var (body, refusal) = await DeskBody.ReadAsync(request);
        using (body)
        {
            if (body is null)
            {
                return refusal!;
            }

            var fields = new BodyFields(body.RootElement, "");
            if (MessageOf(fields) is not { } message)
            {
                return DeskAnswer.Bad(fields.Problem!);
            }

            if (ConversationKey.OfLead(id) is not { } key || await leads.FindAsync(id, cancellation) is null)
            {
                return DeskAnswer.NoLead();
            }

            var began = clock.GetUtcNow();
            var until = message.HandsBack ? began : began.AddMinutes(options.ColleagueMinutes);
            var result = await adapter.SayAsync(key, "colleague/" + message.Id, (context, stop) => Unasked.SpeakAsync(context, message.Text, message.Name, until, stop), cancellation);
            return result is null ? Unreachable()
                : result is { Repeated: false, Replies.Count: 0 } ? Quiet()
                : Results.Json(await SentAsync(key, result, began, undelivered, clock, cancellation), DeskJsonContext.Default.MessageAnswer);
        }
    }

    private static async ValueTask<MessageAnswer> SentAsync(
        ConversationKey key, TurnResult result, DateTimeOffset began, UndeliveredReplies undelivered, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            await result.Delivered.WaitAsync(Patience, clock, cancellation);
        }
        catch (TimeoutException)
        {
            return new MessageAnswer(MessageState.Waiting, null);
        }

        var failed = (await undelivered.OfAsync(key, cancellation)).FirstOrDefault(reply => reply.GivenUp.At >= began);
        return failed is null ? new MessageAnswer(MessageState.Sent, null) : new MessageAnswer(MessageState.Undelivered, failed.GivenUp.Reason) { Place = failed.Place.ToString() };
    }

    private static (string Text, string? Name, string Id, bool HandsBack)? MessageOf(BodyFields fields)
    {
        if (!fields.HasOnly("text", "name", "id", "hand_back"))
        {
            return null;
        }

        var text = fields.Field("text") is { } given ? BodyFields.TextOf(given)?.Trim() : null;
        if (text is not { Length: > 0 and <= LongestText } || text.Any(static letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
        {
            fields.Refuse("text", $"This is no text. Write 1 to {LongestText} characters.");
        }

        var (name, id, back) = (fields.Text("name", LongestName), fields.Text("id", LongestId), fields.Field("hand_back"));
        if (back is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            fields.Refuse("hand_back", "Write true, to let the bot go on at once, or leave it out.");
        }

        return fields.Problem is null ? (text!, name, id ?? Guid.NewGuid().ToString(), back is { ValueKind: JsonValueKind.True }) : null;
    }

    private static IResult Unreachable() => DeskAnswer.Error(
        409, "Unreachable", "This visitor cannot be written to here: the channel takes nothing unasked, or the conversation is no longer kept. Use the address on the lead, if there is one.");

    private static IResult Quiet() => DeskAnswer.Error(
        409, "AskedToStop", "This visitor asked not to be written to. Wait until they write again.");
}
