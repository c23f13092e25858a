using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json;
using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Turns;

/// <summary>Takes the words out of the log that a visitor edited or deleted, also where the bot said them back. Positions stay, since clients follow them.</summary>
internal static class LogEdit
{
    // Longer quotes are said back cut short.
    private const int LeastOfLong = 40;
    private static readonly byte[] Gone = "{}"u8.ToArray();
    private static readonly FrozenSet<string> Said = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "text", "speak", "summary", "title", "fallbackText", "displayText", "value");

    /// <summary>The changes that write the log anew, with the new words in the place of the old ones; none where the message is not in it.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="log">Its log.</param>
    /// <param name="message">The message.</param>
    /// <param name="kept">How long the log is kept.</param>
    public static IEnumerable<StoreChange> Of(ConversationKey key, IReadOnlyList<LogEntry> log, EditedMessage message, TimeSpan kept)
    {
        var entries = log.Select(static entry => (entry.Data, Activity: EditedMessage.Parse(entry))).ToList();
        var place = entries.FindIndex(entry => message.Is(entry.Activity));
        return place < 0
            ? []
            : [new StoreChange.Delete(key.Log), .. entries.Select((entry, index) => new StoreChange.Append(key.Log, index < place ? entry.Data : Written(entry.Data, entry.Activity, message), kept))];
    }

    /// <summary>The changes that empty a log of so many entries. Positions go on after it.</summary>
    public static IEnumerable<StoreChange> Erase(ConversationKey key, long length, TimeSpan kept)
    {
        yield return new StoreChange.Delete(key.Log);
        for (var position = 0L; position < length; position++)
        {
            yield return new StoreChange.Append(key.Log, Gone, kept);
        }
    }

    // Wherever they stand as words of their own, also cut short.
    private static string Without(string text, string word)
    {
        var head = word.AsSpan(0, Math.Min(word.Length, LeastOfLong));
        var left = new StringBuilder();
        var from = 0;
        for (int at; (at = text.AsSpan(from).IndexOf(head, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var (start, end) = (from + at, from + at + head.Length);
            while (end < text.Length && end - start < word.Length && char.ToUpperInvariant(text[end]) == char.ToUpperInvariant(word[end - start]))
            {
                end++;
            }

            var stands = !Continues(text, start - 1, start) && !Continues(text, end - 1, end);
            left.Append(text, from, start - from).Append(stands ? EditedMessage.Gap : text.AsSpan(start, end - start));
            from = end;
        }

        return from == 0 ? text : left.Append(text, from, text.Length - from).ToString();
    }

    private static ReadOnlyMemory<byte> Written(ReadOnlyMemory<byte> data, Activity? activity, EditedMessage message)
    {
        if (message.Is(activity))
        {
            (activity!.Text, activity.Attachments, activity.Value) = (message.Edit.Text, message.Edit.Attachments, message.Edit.Value);
            return message.IsDeleted ? Gone : JsonSerializer.SerializeToUtf8Bytes(activity, BotFrameworkJsonContext.Wire.Activity);
        }

        if (activity is not { InputHint: not null })
        {
            return data;
        }

        var (reply, words) = (JsonNode.Parse(data.Span)!, string.Equals(activity.ReplyToId, message.Edit.Id, StringComparison.Ordinal) ? message.All : message.Quoted);
        return Clear(reply, words) ? Encoding.UTF8.GetBytes(reply.ToJsonString()) : data;
    }

    // Whether anything was taken out.
    private static bool Clear(JsonNode node, IReadOnlyList<string> words)
    {
        var changed = false;
        foreach (var (name, child) in Children(node))
        {
            if (child is JsonValue value && value.TryGetValue<string>(out var said))
            {
                var left = Said.Contains(name) ? words.Aggregate(said, Without) : said;
                changed |= left != said;
                if (left != said)
                {
                    node[name] = left;
                }
            }
            else if (child is not null)
            {
                changed |= Clear(child, words);
            }
        }

        return changed;
    }

    private static List<(string Name, JsonNode? Child)> Children(JsonNode node) => node switch
    {
        JsonObject members => [.. members.Select(static member => (member.Key, member.Value))],
        JsonArray items => [.. items.Select(static item => ("", item))],
        _ => [],
    };

    private static bool Continues(string text, int one, int next) =>
        one >= 0 && next < text.Length && char.IsLetterOrDigit(text[one]) && char.IsLetterOrDigit(text[next]);
}
