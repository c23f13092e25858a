using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>Names, titles and phrases: the quote itself is the value, as the rules read it or, where they read none, whole and within bounds.</summary>
internal static class QuotedName
{
    private const int LongestName = 60;
    private const int MostWords = 6;

    /// <summary>The name in a quote.</summary>
    public static (Candidate? Candidate, DropReason Reason) Of(Quoted quote)
    {
        if (quote.Rule is { } read)
        {
            return (read, default);
        }

        // Unasked, only what is written like a name is one.
        var name = string.Join(' ', quote.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return IsName(name) && (quote.Asked || char.IsUpper(name[0])) ? (quote.Whole(ValueOf(quote.Type, name)), default) : (null, DropReason.OutOfBounds);
    }

    private static AnswerValue ValueOf(SlotType type, string name) =>
        type is SlotType.Title ? new AnswerValue.Title(name, TitleLevel.Other) : new AnswerValue.Text(name);

    private static bool IsName(string words) =>
        words.Length <= LongestName
        && words.Any(char.IsLetter)
        && !words.Any(c => char.IsControl(c) || c is '@' or '<' or '>' or '{' or '}' or '[' or ']' or ':' or '=' or '|')
        && !words.Contains("//", StringComparison.Ordinal)
        && words.AsSpan().Count(' ') < MostWords;
}
