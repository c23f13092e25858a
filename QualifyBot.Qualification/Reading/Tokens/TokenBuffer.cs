using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Tokens;

/// <summary>The tokens of one message, in arrays that are kept for the next one.</summary>
internal sealed class TokenBuffer
{
    private Token[] tokens = new Token[64];
    private char[] folded = new char[512];
    private int foldedLength;

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>The message.</summary>
    public string Text { get; private set; } = "";

    public ref Token this[int index] => ref tokens[index];

    /// <summary>A token's folded characters.</summary>
    public ReadOnlySpan<char> Folded(int index) => folded.AsSpan(tokens[index].Fold, tokens[index].FoldLength);

    /// <summary>Starts on a new message.</summary>
    public void Reset(string text)
    {
        (Text, Count, foldedLength) = (text, 0, 0);
        if (folded.Length < text.Length * 2)
        {
            folded = new char[text.Length * 2];
        }
    }

    /// <summary>Appends the token for text[start..end], folding it.</summary>
    public ref Token Add(TokenKind kind, int start, int end)
    {
        if (Count == tokens.Length)
        {
            Array.Resize(ref tokens, tokens.Length * 2);
        }

        ref var token = ref tokens[Count++];
        token = new Token { Kind = kind, Start = start, Length = end - start, Fold = foldedLength, Word = Vocabulary.Unknown };
        foreach (var c in Text.AsSpan(start, end - start))
        {
            var (first, second) = Folding.Fold(c);
            folded[foldedLength] = first;
            foldedLength += first == '\0' ? 0 : 1;
            folded[foldedLength] = second;
            foldedLength += second == '\0' ? 0 : 1;
        }

        token.FoldLength = foldedLength - token.Fold;
        return ref token;
    }

    /// <summary>Splits the last token in two, at a place in its folded text; both keep spans in the message.</summary>
    public void SplitLast(int at)
    {
        var whole = tokens[Count - 1];
        var cut = Math.Clamp(whole.Length - (whole.FoldLength - at), 1, whole.Length);
        ref var first = ref tokens[Count - 1];
        (first.Length, first.FoldLength, first.Word) = (cut, at, Vocabulary.Unknown);
        if (Count == tokens.Length)
        {
            Array.Resize(ref tokens, tokens.Length * 2);
        }

        tokens[Count++] = whole with
        {
            Start = whole.Start + cut,
            Length = whole.Length - cut,
            Fold = whole.Fold + at,
            FoldLength = whole.FoldLength - at,
            Glued = true,
            Capital = false,
            NewLine = false,
            Word = Vocabulary.Unknown,
        };
    }
}
