using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>Names and words of a message as new values: "at Mill Lane", "with Ann", "a business ticket" where the bot spoke of a flexible one.</summary>
internal static class NewNames
{
    private const int LongestName = 9;
    private const int MostWords = 60;
    private const int LongestFreeWords = 4;

    public static void Add(Sentence s, Proposal proposal, List<NewValue> values)
    {
        for (var i = 0; i < Math.Min(s.Tokens.Count, MostWords);)
        {
            var end = NameFrom(s, proposal, i, values);
            if (end > i && !proposal.Says(Quote(s, i, end)))
            {
                var lead = i > 0 && IsArticle(s, i - 1) ? i - 2 : i - 1;
                values.Add(new NewValue(i, end, KindBehind(s, lead), lead >= 0 && s.Tokens[lead].Word != Vocabulary.Unknown && proposal.NamesBehind(s.Tokens.Folded(lead))));
            }

            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>The word before one that the bot said with another: "business ticket" for "flexible ticket".</summary>
    public static void AddOthers(Sentence s, Proposal proposal, List<NewValue> values)
    {
        for (var i = 1; i < Math.Min(s.Tokens.Count, MostWords); i++)
        {
            if (Frames(s, i, values) && Frames(s, i - 1, values) && proposal.SaysWithOther(s.Tokens.Folded(i - 1), s.Tokens.Folded(i)) && !proposal.Says(Quote(s, i - 1, i)))
            {
                values.Add(new NewValue(i - 1, i, ValueKind.Name, Opposes: true));
            }
        }
    }

    // A word with a sense of its own, rather than one of grammar, courtesy or time.
    private static bool Frames(Sentence s, int token, List<NewValue> values) =>
        s.Tokens[token].Kind == TokenKind.Word && s.Tokens[token].FoldLength > 3 && !IsLead(s, token) && !IsIn(values, token) && !IsCourtesy(s, token) && !s.Language.FrameWords.Contains(s.Tokens[token].Word)
        && s.Has(s.TermAt(token), Tag.Number) is false && !s.Term(s.TermAt(token)).Entry.IsTimely;

    /// <summary>The words behind the last preposition, where nothing else in the message can be meant.</summary>
    public static void AddFreeWords(Sentence s, Proposal proposal, List<NewValue> values)
    {
        for (var i = Math.Min(s.Tokens.Count, MostWords) - 2; i >= 0; i--)
        {
            if (!IsLead(s, i))
            {
                continue;
            }

            var first = IsArticle(s, i + 1) ? i + 2 : i + 1;
            first = first < s.Tokens.Count && s.Language.FrameWords.Contains(s.Tokens[first].Word) ? first + 1 : first;
            var end = first;
            while (end < s.Tokens.Count && end - first < LongestFreeWords && s.Tokens[end].Kind == TokenKind.Word && !IsLead(s, end) && !IsCourtesy(s, end))
            {
                end++;
            }

            end = end - first > 1 && IsTail(s, end - 1) ? end - 1 : end;
            if (end > first && !proposal.Says(Quote(s, first, end)))
            {
                values.Add(new NewValue(first, end, ValueKind.Name, Opposes: false));
                return;
            }
        }
    }

    private static ValueKind KindBehind(Sentence s, int lead) =>
        lead >= 0 && s.Language.PlaceLeads.Contains(s.Tokens[lead].Word) ? ValueKind.Place : ValueKind.Name;

    private static ReadOnlySpan<char> Quote(Sentence s, int first, int end) =>
        s.Text.AsSpan(s.Tokens[first].Start, s.Tokens[end - 1].End - s.Tokens[first].Start);

    // The token behind the name that begins at a token, or the token itself.
    private static int NameFrom(Sentence s, Proposal proposal, int first, List<NewValue> values)
    {
        var number = s.Tokens[first].Kind == TokenKind.Digits && first + 1 < s.Tokens.Count && IsCapital(s, first + 1, values) && !s.Tokens[first + 1].Glued;
        if (!number && (!IsCapital(s, first, values) || (Clauses.StartAt(s.Tokens, first) && s.Tokens[first].Word != Vocabulary.Unknown && !(first + 1 < s.Tokens.Count && IsCapital(s, first + 1, values)))))
        {
            return first;
        }

        var end = first + 1;
        while (end < s.Tokens.Count && end - first < LongestName)
        {
            var joint = IsJoint(s, end) && end + 1 < s.Tokens.Count && (IsCapital(s, end + 1, values) || (IsWithin(s, end) && end + 2 < s.Tokens.Count && s.Has(s.TermAt(end + 1), Tag.The, Tag.Article) && IsCapital(s, end + 2, values)));
            joint |= s.Text[s.Tokens[end].Start] == '-' && s.Tokens[end].Glued && end + 1 < s.Tokens.Count && s.Tokens[end + 1] is { Glued: true, Kind: TokenKind.Word };
            if (!joint && !IsCapital(s, end, values) && !(s.Tokens[end].Glued && s.Tokens[end].Kind == TokenKind.Word) && !IsHouseNumber(s, end))
            {
                break;
            }

            end += !joint ? 1 : IsCapital(s, end + 1, values) || s.Tokens[end].Glued ? 2 : 3;
        }

        // "Spanish Subtitles" for English ones; "Music lesson" goes on in small letters.
        while (end - first > 1 && !s.Tokens[end - 1].Glued && proposal.SaysPlainly(s.Tokens.Folded(end - 1)))
        {
            end--;
        }

        return GoesOn(s, proposal, first, end);
    }

    private static int GoesOn(Sentence s, Proposal proposal, int first, int end)
    {
        if (first > 0 && s.Language.NamingWords.Contains(s.Tokens[first - 1].Word))
        {
            return ToEnd(s, end);
        }

        if (end == first + 1 && end + 1 < s.Tokens.Count && s.Tokens[end].Kind == TokenKind.Word && IsTail(s, end + 1) && !IsTail(s, end))
        {
            return end + 1;
        }

        var goesOn = end == first + 1 && first > 0 && end < s.Tokens.Count && !Clauses.EndAt(s.Tokens, end) && !s.Tokens[end].Glued && s.Tokens[end].Word == Vocabulary.Unknown && s.Tokens[end].Kind == TokenKind.Word && (Clauses.EndAt(s.Tokens, end + 1) || IsCourtesy(s, end + 1)) && !proposal.SaysPlainly(s.Tokens.Folded(end));
        return goesOn ? end + 1 : end;
    }

    // "called Night run": what is named goes on to the next small word of grammar.
    private static int ToEnd(Sentence s, int end)
    {
        while (end < s.Tokens.Count && !Clauses.EndAt(s.Tokens, end) && s.Tokens[end].Kind == TokenKind.Word && !IsLead(s, end) && !IsCourtesy(s, end))
        {
            end++;
        }

        return end;
    }

    private static bool IsCapital(Sentence s, int token, List<NewValue> values) =>
        s.Tokens[token] is { Kind: TokenKind.Word, Capital: true } && s.Tokens[token].FoldLength > 1 && !IsIn(values, token) && !s.Tokens.Folded(token).StartsWith("i'") && !s.IsSpoken(token) && !s.Quantity(s.TermAt(token)).Exists;

    // "Fish & Chips", "House of Tea", "Long Beach, CA".
    private static bool IsJoint(Sentence s, int token)
    {
        var sign = s.Tokens[token].Kind == TokenKind.Sign ? s.Text[s.Tokens[token].Start] : '\0';
        return sign is '&' or '-' || (sign == ',' && IsRegion(s, token + 1))
            || (s.Tokens[token].Kind == TokenKind.Word && s.Has(s.TermAt(token), Tag.NumberAnd) && s.Tokens[token].FoldLength <= 3) || IsWithin(s, token);
    }

    // The region behind a town: "Long Beach, CA", "Leeds, England".
    private static bool IsRegion(Sentence s, int token) => token < s.Tokens.Count && s.Tokens[token] is { Kind: TokenKind.Word, Capital: true }
        && (s.Tokens[token].Length == 2 || (!s.IsSpoken(token) && (Clauses.EndAt(s.Tokens, token + 1) || IsLead(s, token + 1)) && !(token >= 2 && Clauses.StartAt(s.Tokens, token - 2))));

    // "House of Tea", "Side by the Sea": small words within a name.
    private static bool IsWithin(Sentence s, int token) => s.Tokens[token] is { Kind: TokenKind.Word, Capital: false } && s.Language.NameJoints.Contains(s.Tokens[token].Word);

    private static bool IsHouseNumber(Sentence s, int token) => s.Tokens[token].Kind == TokenKind.Digits && !s.EndsClause(s.TermAt(token)) && Clauses.EndAt(s.Tokens, token + 1) && !s.Tokens[token].Glued;

    private static bool IsTail(Sentence s, int token) => s.Language.ValueTails.Contains(s.Tokens[token].Word);

    private static bool IsLead(Sentence s, int token) => s.Language.ValueLeads.Contains(s.Tokens[token].Word);

    private static bool IsArticle(Sentence s, int token)
    {
        var term = s.TermAt(token);
        return s.Has(term, Tag.The, Tag.Article) || (s.Language.SmallWords.Contains(s.Tokens[token].Word) && s.Tokens[token].FoldLength <= 3);
    }

    private static bool IsCourtesy(Sentence s, int token) =>
        s.IsSpoken(token) || s.Language.SmallWords.Contains(s.Tokens[token].Word) || s.Language.AskingWords.Contains(s.Tokens[token].Word);

    private static bool IsIn(List<NewValue> values, int token)
    {
        foreach (var value in values)
        {
            if (value.First <= token && token < value.End)
            {
                return true;
            }
        }

        return false;
    }
}
