using System.Text.Json;
using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Turns;

/// <summary>Takes the words out of the log that a visitor edited or deleted, also where the bot said them back. Positions stay, since clients follow them.</summary>
internal static class LogEdit
{
    private const string Gap = "…";
    private static readonly byte[] Gone = "{}"u8.ToArray();

    /// <summary>The changes that write the log anew, with the new words in the place of the old ones; none where the message is not in it.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="log">Its log.</param>
    /// <param name="edit">The edit, which bears the message's id.</param>
    /// <param name="known">What is known of the lead, with the parts of the message that were understood; null = nothing.</param>
    /// <param name="kept">How long the log is kept.</param>
    public static IEnumerable<StoreChange> Of(ConversationKey key, IReadOnlyList<LogEntry> log, Activity edit, Lead? known, TimeSpan kept)
    {
        var entries = log.Select(entry => (entry.Data, Activity: ActivityParser.TryParse(entry.Data.Span, out var activity, out _) ? activity : null)).ToList();
        if (entries.Find(entry => IsMessage(entry.Activity, edit)).Activity is not { } message)
        {
            return [];
        }

        var quotes = (known?.Answers ?? []).Where(answer => string.Equals(answer.Evidence.MessageId, edit.Id, StringComparison.Ordinal)).Select(answer => answer.Evidence.Quote);
        string[] words = [.. new[] { message.Text }.Concat(quotes).OfType<string>().Select(word => word.Trim()).Where(word => word.Length > 0).OrderByDescending(word => word.Length)];
        return [new StoreChange.Delete(key.Log), .. entries.Select(entry => new StoreChange.Append(key.Log, Written(entry.Data, entry.Activity, edit, words), kept))];
    }

    // What the bot says always tells what it expects.
    private static bool IsMessage(Activity? activity, Activity edit) =>
        activity is { Type: ActivityTypes.Message, InputHint: null } && string.Equals(activity.Id, edit.Id, StringComparison.Ordinal);

    private static ReadOnlyMemory<byte> Written(ReadOnlyMemory<byte> data, Activity? activity, Activity edit, string[] words)
    {
        if (IsMessage(activity, edit))
        {
            (activity!.Text, activity.Attachments, activity.Value) = (edit.Text, edit.Attachments, edit.Value);
            return edit.Type is ActivityTypes.MessageDelete ? Gone : Json(activity);
        }

        if (activity is not { InputHint: not null, Text: { } said } || !string.Equals(activity.ReplyToId, edit.Id, StringComparison.Ordinal))
        {
            return data;
        }

        activity.Text = words.Aggregate(said, static (text, word) => text.Replace(word, Gap, StringComparison.OrdinalIgnoreCase));
        return Json(activity);
    }

    private static byte[] Json(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, BotFrameworkJsonContext.Wire.Activity);
}
