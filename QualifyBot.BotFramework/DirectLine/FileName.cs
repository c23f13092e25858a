using System.Globalization;
using System.Text;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Makes the name that a client gave a file fit to be shown and stored: it may be anything.</summary>
internal static class FileName
{
    private const int Longest = 120;
    private const int LongestExtension = 10;
    private const string Nameless = "file";

    /// <summary>The name without folders, signs that cannot be seen or that turn the text around, and signs that a file system forbids.</summary>
    internal static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new StringBuilder(Math.Min(last.Length, Longest * 2));
        foreach (var letter in last.EnumerateRunes().Take(Longest * 4))
        {
            if (letter != Rune.ReplacementChar)
            {
                clean.Append(IsShown(letter) ? letter.ToString() : " ");
            }
        }

        var words = string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        return Shorten(words.Length > 0 ? words : Nameless);
    }

    private static bool IsShown(Rune letter) => Rune.GetUnicodeCategory(letter) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator)
        && letter.Value is not ('"' or '<' or '>' or ':' or '|' or '?' or '*');

    private static string Shorten(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }

        var extension = Path.GetExtension(name);
        extension = extension.Length <= LongestExtension ? extension : "";
        var end = Longest - extension.Length;
        return name[..(char.IsHighSurrogate(name[end - 1]) ? end - 1 : end)] + extension;
    }
}
