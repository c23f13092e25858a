using System.Text;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>Content lines of iCalendar: escaped (RFC 5545, 3.3.11), folded at 75 octets (3.1), ended by CR LF.</summary>
internal sealed class ContentLines
{
    private const int MostOctets = 75;

    private readonly StringBuilder text = new();

    /// <summary>Adds a property whose value is known to hold no line break.</summary>
    public void Add(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    /// <summary>Adds a property of type TEXT, unless there is nothing to say.</summary>
    public void AddText(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Add(name, Escape(value));
        }
    }

    /// <summary>A parameter's value in quotes; what can't stand there (RFC 5545, 3.2) is left out.</summary>
    public static string Quote(string value) => $"\"{string.Concat(value.Where(c => c != '"' && !IsBreak(c) && !char.IsControl(c)))}\"";

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 16);
        foreach (var c in value.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                _ when IsBreak(c) => escaped.Append("\\n"),
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                _ when char.IsControl(c) && c != '\t' => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    // Some readers end a line at any of these, not at CR LF alone.
    private static bool IsBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';
}
