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
        var fits = IsName(quote.Words) && (quote.Asked || char.IsUpper(quote.Words[0]));
        return fits ? (quote.Whole(ValueOf(quote)), default) : (null, DropReason.OutOfBounds);
    }

    private static AnswerValue ValueOf(Quoted quote) => quote.Type is SlotType.Title
        ? new AnswerValue.Title(quote.Words, TitleLevel.Other)
        : new AnswerValue.Text(quote.Words);

    private static bool IsName(string words) =>
        words.Length <= LongestName
        && words.Any(char.IsLetter)
        && !words.Any(c => char.IsControl(c) || c is '@' or '<' or '>' or '{' or '}' or '[' or ']' or ':' or '=' or '|')
        && !words.Contains("//", StringComparison.Ordinal)
        && words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords;
}
