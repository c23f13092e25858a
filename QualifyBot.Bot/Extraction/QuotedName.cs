using System.Collections.Frozen;
using System.Globalization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>
/// Names, titles and phrases: the quote itself is the value, as the rules read it or, where they read none, whole and within bounds. Unasked, only a
/// person or company counts, and only where it is written like a name.
/// </summary>
internal static class QuotedName
{
    private const int LongestName = 60;
    private const int MostWords = 6;
    private const int LongestShout = 4;

    // The only English word that is always written like a name.
    private const string Pronoun = "I";

    private static readonly FrozenSet<string> Particles =
        FrozenSet.ToFrozenSet(["&", "al", "and", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "e", "la", "le", "of", "ten", "und", "van", "von", "y", "zu"], StringComparer.Ordinal);

    /// <summary>The name in a quote.</summary>
    public static (Candidate? Candidate, DropReason Reason) Of(Quoted quote)
    {
        if (quote.Rule is { } read)
        {
            return (read, default);
        }

        var words = Tidy(quote.Words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join(' ', words);
        return words.Length <= MostWords && IsName(name) && (quote.Asked || IsWrittenAsName(quote, words))
            ? (quote.Whole(ValueOf(quote.Type, name)), default)
            : (null, DropReason.OutOfBounds);
    }

    private static AnswerValue ValueOf(SlotType type, string name) =>
        type is SlotType.Title ? new AnswerValue.Title(name, TitleLevel.Other) : new AnswerValue.Text(name);

    private static bool IsName(string name) =>
        name.Length <= LongestName
        && name.Any(char.IsLetter)
        && !name.Any(c => c is '@' or '<' or '>' or '{' or '}' or '[' or ']' or ':' or '=' or '|')
        && !name.Contains("//", StringComparison.Ordinal);

    private static bool IsWrittenAsName(Quoted quote, string[] words) =>
        quote.Type is SlotType.Person or SlotType.Company or SlotType.Technology or SlotType.Competitor
        && char.IsUpper(words[0][0])
        && !IsShouted(words)
        && !words.Contains(Pronoun, StringComparer.Ordinal)
        && !Particles.Contains(words[^1])
        && words.All(word => char.IsUpper(word[0]) || char.IsDigit(word[0]) || Particles.Contains(word))
        && (!quote.Opens || words.Count(word => char.IsUpper(word[0])) > 1);

    // Capitals alone make a short name ("ASML"), but from some letters on a heading or a loud word.
    private static bool IsShouted(string[] words) =>
        words.Sum(word => word.Length) > LongestShout && !words.Any(word => word.Any(char.IsLower));

    // Marks of writing direction and width are not seen, but change what is seen.
    private static string Tidy(string words) => string.Concat(words.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control) || char.IsWhiteSpace(c)));
}
