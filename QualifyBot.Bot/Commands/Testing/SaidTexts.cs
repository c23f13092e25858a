using System.Collections.Frozen;
using System.Text.Json;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Which of the texts that a turn took the visitor got to see: others were only compared with the visitor's words, or thought better of.</summary>
internal sealed class SaidTexts
{
    private readonly string text;
    private readonly HashSet<string> lines;

    private SaidTexts(string text, IEnumerable<string> labels)
    {
        this.text = text;
        lines = [.. text.Split('\n').Select(static line => WithoutNumber(line.Trim())), .. labels];
    }

    /// <summary>Ids of the texts that were said.</summary>
    /// <param name="taken">Texts that were taken, with their words as they were filled in, or with {names} where they were not.</param>
    /// <param name="replies">What was sent.</param>
    public static FrozenSet<string> Of(IEnumerable<(string Id, string Words)> taken, IReadOnlyList<Activity> replies)
    {
        string[] inside = [.. replies.SelectMany(static reply => reply.Attachments ?? []).SelectMany(static attachment => attachment.Content is { } content ? Strings(content) : [])];
        var said = new SaidTexts(string.Join('\n', [.. replies.Select(static reply => reply.Text ?? ""), .. inside]), [.. replies.SelectMany(ReplyParts.Buttons), .. inside]);
        return taken.Where(text => said.Has(text.Id, text.Words.Trim())).Select(static text => text.Id).ToFrozenSet(StringComparer.Ordinal);
    }

    // The title of a button may be any word, so that it must stand alone.
    private bool Has(string id, string words) =>
        id.Contains(".choice.", StringComparison.Ordinal) || id is "talk.yes" or "talk.no" ? lines.Contains(words)
        : words.Contains('{', StringComparison.Ordinal) ? HasInOrder(words)
        : text.Contains(words, StringComparison.Ordinal) || lines.Contains(words);

    private bool HasInOrder(string wording)
    {
        var from = 0;
        foreach (var part in wording.Split('{').Select(static part => part[(part.IndexOf('}', StringComparison.Ordinal) + 1)..]).Where(static part => part.Length > 0))
        {
            from = text.IndexOf(part, from, StringComparison.Ordinal);
            if (from < 0)
            {
                return false;
            }

            from += part.Length;
        }

        return from > 0;
    }

    private static string WithoutNumber(string line)
    {
        var point = line.IndexOf(". ", StringComparison.Ordinal);
        return point is > 0 and < 3 && line.AsSpan(0, point).ContainsAnyExceptInRange('0', '9') is false ? line[(point + 2)..] : line;
    }

    private static IEnumerable<string> Strings(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => [content.GetString()!],
        JsonValueKind.Array => content.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => content.EnumerateObject().SelectMany(static property => Strings(property.Value)),
        _ => [],
    };
}
