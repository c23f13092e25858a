using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>Turns the notation of a word list into plain phrases, and a phrase into word ids.</summary>
internal static class Pattern
{
    /// <summary>Every plain phrase that a pattern stands for.</summary>
    public static List<string> Expand(string pattern)
    {
        var open = pattern.AsSpan().IndexOfAny('(', '[');
        if (open < 0)
        {
            return [pattern];
        }

        var close = Closing(pattern, open);
        var choices = Choices(pattern[(open + 1)..close]);
        if (pattern[open] == '[')
        {
            choices.Add("");
        }

        var tails = Expand(pattern[(close + 1)..]);
        var all = new List<string>();
        foreach (var choice in choices.SelectMany(Expand))
        {
            foreach (var tail in tails)
            {
                all.Add(Squeeze(pattern[..open] + " " + choice + " " + tail));
            }
        }

        return all;
    }

    /// <summary>The word ids of a plain phrase, cut as a message would be.</summary>
    public static int[] Words(string phrase, Vocabulary vocabulary)
    {
        var words = new List<int>();
        var tokens = new TokenBuffer();
        foreach (var piece in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var sign = piece switch { "*" => Phrases.Gap, "^" => Phrases.Begin, "$" when phrase.Length > 1 => Phrases.End, _ => 0 };
            if (sign != 0)
            {
                words.Add(sign);
                continue;
            }

            AddPieces(piece, tokens, vocabulary, words);
        }

        return [.. words];
    }

    private static void AddPieces(string piece, TokenBuffer tokens, Vocabulary vocabulary, List<int> words)
    {
        if (vocabulary.TryContraction(piece, out var parts))
        {
            words.Add(parts.First);
            words.Add(parts.Second);
            return;
        }

        if ((piece.StartsWith('\'') && !vocabulary.ElidesBefore) || (piece.EndsWith('\'') && vocabulary.ElidesBefore))
        {
            words.Add(vocabulary.Add(piece));
            return;
        }

        Tokenizer.Cut(piece, tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            words.Add(vocabulary.Add(tokens.Folded(i).ToString()));
        }
    }

    private static int Closing(string pattern, int open)
    {
        var depth = 0;
        for (var i = open; i < pattern.Length; i++)
        {
            depth += pattern[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        throw new FormatException($"The pattern '{pattern}' lacks a closing bracket.");
    }

    private static List<string> Choices(string inner)
    {
        var choices = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < inner.Length; i++)
        {
            depth += inner[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (inner[i] == '|' && depth == 0)
            {
                choices.Add(inner[start..i]);
                start = i + 1;
            }
        }

        choices.Add(inner[start..]);
        return choices;
    }

    private static string Squeeze(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
