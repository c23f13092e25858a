using System.Text;
using System.Text.RegularExpressions;

namespace QualifyBot.Bot.Calls;

/// <summary>
/// A seller's sentence as the lead would say it ("So you have 50k?" is "So we have 50k."), so that the same reader reads it; each place in it
/// leads back to the seller's own characters.
/// </summary>
internal sealed partial class Mirror
{
    private readonly List<(int At, int Length, int Source, int SourceLength)> parts = [];

    private Mirror(string source, int from, int to, bool alone)
    {
        var (text, done) = (new StringBuilder(), from);
        foreach (Match match in Addressed().Matches(source[from..to]))
        {
            var start = from + match.Index;
            Append(text, source[done..start], done, start - done);
            Append(text, Turned(match.Value, alone), start, match.Length);
            done = start + match.Length;
        }

        Append(text, source[done..to], done, to - done);
        Text = text.ToString().TrimEnd('?', ' ') + ".";
    }

    /// <summary>The sentence as the lead would say it.</summary>
    public string Text { get; }

    /// <summary>A part of a seller's words in the lead's mouth.</summary>
    /// <param name="source">The seller's turn.</param>
    /// <param name="from">Where the part begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="alone">Whether "you" is one person, who decides and has a title, or the company.</param>
    public static Mirror Of(string source, int from, int to, bool alone) => new(source, from, to, alone);

    /// <summary>Where a span of the sentence stands in the seller's turn.</summary>
    public (int Start, int Length) SourceOf(int start, int length)
    {
        var (first, last) = (PartAt(start), PartAt(start + length - 1));
        var begin = first.Length == first.SourceLength ? first.Source + Math.Min(start - first.At, first.SourceLength) : first.Source;
        var end = last.Length == last.SourceLength
            ? last.Source + Math.Min(start + length - last.At, last.SourceLength)
            : last.Source + last.SourceLength;
        return (begin, Math.Max(end - begin, 1));
    }

    private (int At, int Length, int Source, int SourceLength) PartAt(int place)
    {
        var found = parts[0];
        foreach (var part in parts)
        {
            if (part.At > place)
            {
                break;
            }

            found = part;
        }

        return found;
    }

    private void Append(StringBuilder text, string words, int source, int sourceLength)
    {
        if (words.Length > 0)
        {
            parts.Add((text.Length, words.Length, source, sourceLength));
            text.Append(words);
        }
    }

    private static string Turned(string words, bool alone)
    {
        var me = alone ? "I" : "we";
        return words.ToUpperInvariant().Replace('’', '\'') switch
        {
            "ARE YOU" or "YOU ARE" or "YOU'RE" or "AREN'T YOU" => alone ? "I am" : "we are",
            "DO YOU" or "DID YOU" or "DO YOU GUYS" or "DON'T YOU" or "YOU GUYS" or "YOU" => me,
            "HAVE YOU" or "YOU'VE" or "HAVEN'T YOU" => $"{me} have",
            "WILL YOU" or "YOU'LL" => $"{me} will",
            "WOULD YOU" or "YOU'D" => $"{me} would",
            "CAN YOU" or "COULD YOU" => $"{me} can",
            "YOUR" => alone ? "my" : "our",
            "YOURS" => alone ? "mine" : "ours",
            "YOURSELF" or "YOURSELVES" => alone ? "myself" : "ourselves",
            "IS IT" => "it is",
            "IS THAT" => "that is",
            "IS THERE" => "there is",
            "ARE THERE" => "there are",
            _ => words,
        };
    }

    [GeneratedRegex(@"\b(aren['’]t you|are you|you are|you['’]re|do you guys|you guys|don['’]t you|do you|did you|haven['’]t you|have you|you['’]ve|will you|you['’]ll|would you|you['’]d|can you|could you|yourselves|yourself|yours|your|you|is it|is that|is there|are there)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Addressed();
}
