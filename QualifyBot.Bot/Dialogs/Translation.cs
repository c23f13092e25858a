using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>What the bot has said, in another language: a sentence is found among the texts that it was made of.</summary>
internal static class Translation
{
    /// <summary>A question that waits for its answer.</summary>
    public static OpenQuestion Of(OpenQuestion question, TextCatalog from, TextCatalog to) => question with
    {
        Words = Of(question.Words, from, to, question.Id),
        Buttons = [.. question.Buttons.Select(title => Of(title, from, to, question.Id))],
        Before = question.Before is { } before ? Of(before, from, to) : null,
    };

    // What no text says, such as a time to choose, stays as it is.
    private static string Of(string sentence, TextCatalog from, TextCatalog to, string first)
    {
        foreach (var id in from.Ids.Where(to.Has).OrderBy(id => !string.Equals(id, first, StringComparison.Ordinal)).ThenBy(static id => id, StringComparer.Ordinal))
        {
            foreach (var (place, wording) in from.Wordings(id).Index())
            {
                if (ValuesIn(sentence, wording) is { } values)
                {
                    return to.Get(id, place, values);
                }
            }
        }

        return sentence;
    }

    /// <summary>The values that fill a wording so that it says the sentence; null where none do. A wording without words of its own says nothing.</summary>
    private static (string Name, string Value)[]? ValuesIn(string sentence, string wording)
    {
        var values = new List<(string, string)>();
        var said = sentence.AsSpan();
        var rest = wording.AsSpan();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            var close = rest.IndexOf('}');
            if (!said.StartsWith(rest[..open], StringComparison.Ordinal) || wording[0] is '{')
            {
                return null;
            }

            said = said[open..];
            var name = rest[(open + 1)..close];
            var behind = rest[(close + 1)..];
            var next = behind.IndexOf('{') is >= 0 and var until ? behind[..until] : behind;
            var end = next.IsEmpty ? said.Length : said.IndexOf(next, StringComparison.Ordinal);
            if (end < 0)
            {
                return null;
            }

            values.Add((name.ToString(), said[..end].ToString()));
            said = said[end..];
            rest = behind;
        }

        return said.SequenceEqual(rest) ? [.. values] : null;
    }
}
