using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Tokens;

/// <summary>Cuts a message into tokens in one pass and names each by the language's vocabulary.</summary>
internal static class Tokenizer
{
    private const int LongestKnownWord = 120;

    /// <summary>Fills <paramref name="tokens"/> with the message's tokens.</summary>
    public static void Run(string text, Vocabulary vocabulary, TokenBuffer tokens)
    {
        tokens.Reset(text);
        var (at, glued, newLine) = (0, false, false);
        while (at < text.Length)
        {
            var c = text[at];
            if (IsBlank(c))
            {
                newLine |= c is '\n' or '\r';
                (at, glued) = (at + 1, false);
                continue;
            }

            var kind = KindOf(c);
            var end = EndOf(text, at, kind);
            ref var token = ref tokens.Add(kind, at, end);
            (token.Glued, token.NewLine) = (glued && tokens.Count > 1, newLine);
            (token.Capital, token.Shouted) = CaseOf(text.AsSpan(at, end - at));
            Name(tokens, vocabulary);
            (at, glued, newLine) = (end, true, false);
        }
    }

    /// <summary>Fills <paramref name="tokens"/> with the pieces of a phrase, without naming them.</summary>
    public static void Cut(string phrase, TokenBuffer tokens)
    {
        tokens.Reset(phrase);
        var at = 0;
        while (at < phrase.Length)
        {
            var kind = KindOf(phrase[at]);
            var end = EndOf(phrase, at, kind);
            tokens.Add(kind, at, end);
            at = end;
        }
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\0' || c is >= '\u200E' and <= '\u200F' or >= '\u202A' and <= '\u202E';

    private static TokenKind KindOf(char c) =>
        char.IsAsciiDigit(c) || c is >= '\uFF10' and <= '\uFF19' ? TokenKind.Digits
        : char.IsLetter(c) || c is 'ª' or 'º' ? TokenKind.Word
        : TokenKind.Sign;

    private static int EndOf(string text, int start, TokenKind kind)
    {
        var end = start + 1;
        if (kind == TokenKind.Sign)
        {
            return char.IsHighSurrogate(text[start]) && end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end;
        }

        while (end < text.Length && Continues(text, end, kind))
        {
            end++;
        }

        return end;
    }

    private static bool Continues(string text, int at, TokenKind kind)
    {
        var c = text[at];
        return KindOf(c) == kind
            || (kind == TokenKind.Word && c is >= '\u0300' and <= '\u036F')
            || (kind == TokenKind.Word && Folding.Fold(c).First is '\'' or '"' && at + 1 < text.Length && KindOf(text[at + 1]) == TokenKind.Word);
    }

    private static (bool Capital, bool Shouted) CaseOf(ReadOnlySpan<char> word)
    {
        var shouted = word.Length > 1;
        foreach (var c in word)
        {
            shouted &= char.IsUpper(c);
        }

        return (char.IsUpper(word[0]), shouted);
    }

    private static void Name(TokenBuffer tokens, Vocabulary vocabulary)
    {
        var last = tokens.Count - 1;
        ref var token = ref tokens[last];
        if (token.Kind == TokenKind.Digits || token.FoldLength > LongestKnownWord)
        {
            return;
        }

        if (token.Kind == TokenKind.Sign && tokens.Folded(last) is [< (char)128 and var sign])
        {
            token.Word = vocabulary.Find(sign);
            return;
        }

        NameWord(tokens, vocabulary, last);
    }

    private static void NameWord(TokenBuffer tokens, Vocabulary vocabulary, int last)
    {
        ref var token = ref tokens[last];
        var folded = tokens.Folded(last);
        if (vocabulary.TryContraction(folded, out var contraction))
        {
            Split(tokens, vocabulary, contraction);
            return;
        }

        if (vocabulary.ElidesBefore && token.Kind == TokenKind.Word && Elision.Cut(folded) is > 0 and var cut)
        {
            SplitAt(tokens, vocabulary, cut);
            return;
        }

        token.Word = vocabulary.Find(folded);
        if (token.Word == Vocabulary.Unknown && token.Kind == TokenKind.Word)
        {
            NameUnknown(tokens, vocabulary, folded);
        }
    }

    // A possessive, a compound, or a keyword with a slip of the finger.
    private static void NameUnknown(TokenBuffer tokens, Vocabulary vocabulary, ReadOnlySpan<char> folded)
    {
        var apostrophe = folded.IndexOf('\'');
        if (apostrophe > 0)
        {
            SplitAt(tokens, vocabulary, vocabulary.ElidesBefore ? apostrophe + 1 : apostrophe);
        }
        else if (!vocabulary.TryCompound(tokens))
        {
            var last = tokens.Count - 1;
            tokens[last].Word = vocabulary.FindMistyped(folded, tokens[last].Capital && last > 0);
        }
    }

    private static void SplitAt(TokenBuffer tokens, Vocabulary vocabulary, int place)
    {
        tokens.SplitLast(place);
        for (var i = tokens.Count - 2; i < tokens.Count; i++)
        {
            tokens[i].Word = vocabulary.Find(tokens.Folded(i));
        }
    }

    private static void Split(TokenBuffer tokens, Vocabulary vocabulary, (int First, int Second) contraction)
    {
        var length = tokens[tokens.Count - 1].FoldLength;
        var cut = Math.Min(vocabulary.LengthOf(contraction.First), length - 1);
        tokens.SplitLast(Math.Max(1, cut));
        tokens[tokens.Count - 2].Word = contraction.First;
        tokens[tokens.Count - 1].Word = contraction.Second;
    }
}
