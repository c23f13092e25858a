using System.Text;

namespace QualifyBot.Qualification.Explaining;

/// <summary>A visitor's words on one line of another text.</summary>
internal static class Quoted
{
    private const int Longest = 160;

    /// <summary>The words without control characters, and cut where they are long.</summary>
    public static string Line(string words, int longest = Longest)
    {
        var line = new StringBuilder(Math.Min(words.Length, longest) + 1);
        foreach (var rune in words.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > longest)
            {
                return line.Append('…').ToString();
            }

            line.Append(Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format ? " " : rune.ToString());
        }

        return line.ToString();
    }
}
