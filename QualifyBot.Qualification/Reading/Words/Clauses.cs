using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>Where clauses begin and end.</summary>
internal static class Clauses
{
    /// <summary>True where a clause begins: at the start and behind punctuation.</summary>
    public static bool StartAt(TokenBuffer tokens, int index) =>
        index == 0 || tokens[index].NewLine || IsStop(tokens, index - 1);

    /// <summary>True where a clause ends: at the end and before punctuation.</summary>
    public static bool EndAt(TokenBuffer tokens, int index) =>
        index >= tokens.Count || tokens[index].NewLine || IsStop(tokens, index);

    // A sign within a number or a word ("66.10", "9:30", "follow-up") is none.
    public static bool IsStop(TokenBuffer tokens, int index)
    {
        ref var token = ref tokens[index];
        if (token.Kind != TokenKind.Sign || (tokens.Text[token.Start] == '-' && (token.Glued || (index + 1 < tokens.Count && tokens[index + 1].Glued))))
        {
            return false;
        }

        if (index > 0 && token.Glued && index + 1 < tokens.Count && tokens[index + 1].Glued && tokens[index - 1].Kind == TokenKind.Digits && tokens[index + 1].Kind == TokenKind.Digits)
        {
            return false;
        }

        return tokens.Text[token.Start] is '.' or ',' or '!' or '?' or ';' or ':' or '(' or ')' or '…' or '–' or '—' or '¿' or '¡' or '-' or '"';
    }
}
