using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using QualifyBot.Tests.Reading.SalesAnswers;

namespace QualifyBot.Tests.Reading.Metamorphic;

/// <summary>The changes of the suite. Chance comes from outside, so that a run can be repeated.</summary>
internal static partial class Transformations
{
    private const int ShortestKeyword = 6;

    private static readonly string[] Openings = ["well, ", "hmm, ", "to be honest, ", "um, ", "so, ", "honestly, ", "oh, "];
    private static readonly string[] Endings = [", thanks", " please", ", thank you", " :)", " :-)", ", if that helps"];
    private static readonly string[] Emoji = [" 🙂", " 👍", " 😅", " 🚀", " 👩‍💻", "🙂"];
    private static readonly string[] Stops = [".", "!", "...", "…", " .", "!!"];
    private static readonly string[] Months = ["january", "february", "april", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>All of them; a number in a name or an address is never touched.</summary>
    public static ImmutableArray<Transformation> All { get; } =
    [
        new("upper case", 96, static (row, _) => row.Message.ToUpperInvariant()),
        new("lower case", Transformation.Same, static (row, _) => row.Message.ToLowerInvariant()),
        new("a stop at the end", Transformation.Same, static (row, chance) => char.IsPunctuation(row.Message[^1]) ? null : row.Message + Pick(Stops, chance)),
        new("a filler before", Transformation.Same, static (row, chance) => Pick(Openings, chance) + row.Message),
        new("\"I think\" before", Transformation.Same, static (row, _) => IsFact(row) && !EndsInAddress(row) ? "I think " + row.Message : null),
        new("a courtesy behind", Transformation.Same, static (row, chance) => EndsInAddress(row) ? null : row.Message.TrimEnd('.', '!') + Pick(Endings, chance)),
        new("polite wrapping", Transformation.Same, static (row, _) => IsFact(row) && !EndsInAddress(row) ? "Hi, " + row.Message.TrimEnd('.', '!') + ". Thank you!" : null),
        new("doubled spaces", Transformation.Same, static (row, _) => " " + row.Message.Replace(" ", "  ", StringComparison.Ordinal) + "  "),
        new("line breaks around", Transformation.Same, static (row, _) => "\n" + row.Message + "\r\n"),
        new("a line break behind a stop", Transformation.Same, static (row, _) => !EndsInAddress(row) && row.Message.Contains(". ", StringComparison.Ordinal) ? row.Message.Replace(". ", ".\n", StringComparison.Ordinal) : null),
        new("hard spaces", Transformation.Same, static (row, _) => row.Message.Contains(' ', StringComparison.Ordinal) ? row.Message.Replace(' ', '\u00A0') : null),
        new("smart quotes", Transformation.Same, static (row, _) => Changed(row.Message, row.Message.Replace('\'', '’').Replace(" \"", " “", StringComparison.Ordinal).Replace('"', '”'))),
        new("smart dashes", Transformation.Same, static (row, _) => EndsInAddress(row) ? null : Changed(row.Message, DashBetweenFigures().Replace(row.Message, "–"))),
        new("full-width digits", Transformation.Same, static (row, _) => Unaddressed(row) ? Changed(row.Message, Wide(row.Message)) : null),
        new("an emoji at the end", Transformation.Same, static (row, chance) => row.Message + Pick(Emoji, chance)),
        new("one typo in a keyword", Transformation.Same, Mistyped),
        new("thousands written out", Transformation.Same, static (row, _) => !IsMoney(row) ? null : Changed(row.Message, Thousands().Replace(row.Message, "${n},000"))),
        new("thousands without a mark", 95, static (row, _) => !IsMoney(row) ? null : Changed(row.Message, Thousands().Replace(row.Message, "${n}000"))),
        new("thousands set apart", Transformation.Same, static (row, _) => !IsMoney(row) ? null : Changed(row.Message, Thousands().Replace(row.Message, "${n} 000"))),
        new("the sign of the dollar as its code", Transformation.Same, static (row, _) => Changed(row.Message, Dollars().Replace(row.Message, "USD ${n}"))),
        new("the day of a month the other way round", Transformation.Same, static (row, _) => Changed(row.Message, DayAndMonth().Replace(row.Message, "${month} ${day}"))),
        new("months by three letters", Transformation.Same, static (row, _) => !IsFact(row) ? null : Changed(row.Message, FullMonth().Replace(row.Message, static month => month.Value[..3]))),
    ];

    private static string Pick(string[] choices, Random chance) => choices[chance.Next(choices.Length)];

    private static string? Changed(string before, string after) => string.Equals(before, after, StringComparison.Ordinal) ? null : after;

    private static bool IsFact(SalesRow row) => row.Choices[0].Length > 0 && row.Choices[0].All(static part => part.Kind is not ("act" or "yesno" or "correction"));

    // "20k" speaks of money by itself; "20,000" does where money was asked for.
    private static bool IsMoney(SalesRow row) => IsFact(row) && row.Asked is ["money", ..];

    private static bool Unaddressed(SalesRow row) => !row.Message.Contains('@', StringComparison.Ordinal) && !row.Message.Contains("://", StringComparison.Ordinal) && row.Message.Any(char.IsAsciiDigit) && row.Choices[0].All(static part => part.Kind is not ("company" or "phone" or "correction"));

    private static bool EndsInAddress(SalesRow row) => row.Message.Contains('@', StringComparison.Ordinal) || row.Message.Contains("://", StringComparison.Ordinal) || row.Choices[0].Any(static part => part.Kind is "email" or "phone" or "person" or "company");

    private static string Wide(string text) => string.Concat(text.Select(static c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c));

    // Letters swapped, dropped or doubled, within one of the longer words written in small letters.
    private static string? Mistyped(SalesRow row, Random chance)
    {
        if (EndsInAddress(row) || row.Choices[0].Length == 0)
        {
            return null;
        }

        var words = LongWord().Matches(row.Message).Where(word => word.Length >= ShortestKeyword && !Months.Contains(word.Value, StringComparer.Ordinal) && !IsQuoted(row, word.Value)).ToList();
        if (words.Count == 0)
        {
            return null;
        }

        var word = words[chance.Next(words.Count)];
        var at = word.Index + chance.Next(2, word.Length - 2);
        return chance.Next(3) switch
        {
            0 => row.Message[..at] + row.Message[at + 1] + row.Message[at] + row.Message[(at + 2)..],
            1 => row.Message.Remove(at, 1),
            _ => row.Message.Insert(at, row.Message[at].ToString()),
        };
    }

    // A title, a name and what is corrected are kept as they were written.
    private static bool IsQuoted(SalesRow row, string word) =>
        row.Choices[0].Any(static part => part.Kind is "title" or "authority" or "correction") && row.Expected.Contains(word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<=\d ?)-(?= ?\d)", RegexOptions.None, 1000)]
    private static partial Regex DashBetweenFigures();

    [GeneratedRegex(@"(?<![\d.,–-]|\d[–-])(?<n>\d{1,3})k\b(?! ?-| to\b| or\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<![A-Z])\$ ?(?<n>\d[\d,.]*\d|\d)(?![\d-])(?!k\b|M| ?k)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dollars();

    [GeneratedRegex(@"\b(?<day>\d{1,2}) (?<month>january|february|march|april|june|july|august|september|october|november|december)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"\b(?:january|february|april|june|july|august|october|november|december)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FullMonth();

    [GeneratedRegex(@"(?<![\w'’@./-])[a-z]{6,}(?![\w'’@/-])", RegexOptions.None, 1000)]
    private static partial Regex LongWord();
}
