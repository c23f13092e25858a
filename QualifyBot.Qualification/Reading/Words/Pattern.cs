using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>One part of a phrase in a word list: words that follow one another, or a choice between sequences of parts.</summary>
/// <param name="Written">The words as they are written; empty for a choice.</param>
/// <param name="Words">Their ids in the vocabulary; empty for a choice.</param>
/// <param name="Choices">What may stand here; empty for words. An empty sequence means that nothing need stand here.</param>
internal sealed record Part(string Written, int[] Words, Part[][] Choices);

/// <summary>Reads the notation of a word list, in which (a|b) is a choice and [a] may be missing, into parts.</summary>
internal sealed class Pattern(Vocabulary vocabulary)
{
    private readonly TokenBuffer tokens = new();

    /// <summary>The parts of a folded phrase.</summary>
    /// <exception cref="FormatException">A bracket is not closed.</exception>
    public Part[] Parse(ReadOnlySpan<char> pattern) => Parse(pattern, alone: pattern.Length == 1);

    // "$" alone is the sign of a currency, elsewhere the end of a clause.
    private Part[] Parse(ReadOnlySpan<char> pattern, bool alone)
    {
        var parts = new List<Part>();
        while (pattern.Length > 0)
        {
            var open = pattern.IndexOfAny('(', '[');
            AddPieces(open < 0 ? pattern : pattern[..open], alone, parts);
            if (open < 0)
            {
                break;
            }

            var close = Closing(pattern, open);
            parts.Add(new Part("", [], Choices(pattern[(open + 1)..close], optional: pattern[open] == '[')));
            pattern = pattern[(close + 1)..];
        }

        return [.. parts];
    }

    private void AddPieces(ReadOnlySpan<char> text, bool alone, List<Part> parts)
    {
        foreach (var range in text.Split(' '))
        {
            var piece = text[range].ToString();
            if (piece.Length > 0)
            {
                parts.Add(new Part(piece, WordsOf(piece, alone), []));
            }
        }
    }

    private int[] WordsOf(string piece, bool alone)
    {
        switch (piece)
        {
            case "*": return [Phrases.Gap];
            case "^": return [Phrases.Begin];
            case "$" when !alone: return [Phrases.End];
        }

        if (vocabulary.TryContraction(piece, out var two))
        {
            return [two.First, two.Second];
        }

        if ((piece.StartsWith('\'') && !vocabulary.ElidesBefore) || (piece.EndsWith('\'') && vocabulary.ElidesBefore))
        {
            return [vocabulary.Add(piece)];
        }

        return CutWords(piece);
    }

    private int[] CutWords(string piece)
    {
        Tokenizer.Cut(piece, tokens);
        var words = new List<int>(tokens.Count + 1);
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens.Folded(i);
            var cut = vocabulary.ElidesBefore ? Elision.Cut(word) : 0;
            if (cut > 0)
            {
                words.Add(vocabulary.Add(word[..cut].ToString()));
            }

            words.Add(vocabulary.Add(word[cut..].ToString()));
        }

        return [.. words];
    }

    private Part[][] Choices(ReadOnlySpan<char> inner, bool optional)
    {
        var choices = new List<Part[]>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < inner.Length; i++)
        {
            depth += inner[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (inner[i] == '|' && depth == 0)
            {
                choices.Add(Parse(inner[start..i], alone: false));
                start = i + 1;
            }
        }

        choices.Add(Parse(inner[start..], alone: false));
        if (optional)
        {
            choices.Add([]);
        }

        return [.. choices];
    }

    private static int Closing(ReadOnlySpan<char> pattern, int open)
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
}
