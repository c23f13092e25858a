using System.Text;

namespace QualifyBot.Tests.Outcomes.Booking;

/// <summary>A property as a strict reader of RFC 5545 sees it, its TEXT value unescaped.</summary>
internal sealed record CalendarProperty(string Name, IReadOnlyList<(string Name, string Value)> Parameters, string Value)
{
    /// <summary>The value of a property of type TEXT.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        for (var index = 0; index < Value.Length; index++)
        {
            text.Append(Value[index] switch
            {
                '\\' => Value[++index] switch { 'n' or 'N' => '\n', '\\' or ';' or ',' => Value[index], _ => throw new FormatException(Value) },
                ';' or ',' => throw new FormatException(Value),
                var c => c,
            });
        }

        return text.ToString();
    }
}

/// <summary>Reads iCalendar text and refuses whatever the grammar does not allow.</summary>
internal static class CalendarParser
{
    public static IReadOnlyList<CalendarProperty> Read(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var physical = text[..^2].Split("\r\n");
        Assert.All(physical, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75));
        Assert.DoesNotContain(physical, line => line.Any(c => char.IsControl(c) && c != '\t') || line.IndexOfAny(['\u2028', '\u2029']) >= 0);
        Assert.All(physical, line => Assert.Equal(line, new UTF8Encoding(false, true).GetString(new UTF8Encoding(false, true).GetBytes(line))));
        return [.. text[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Select(ReadLine)];
    }

    private static CalendarProperty ReadLine(string line)
    {
        var end = line.IndexOfAny([';', ':']);
        var name = Name(line[..end]);
        var parameters = new List<(string, string)>();
        while (line[end] == ';')
        {
            var equals = line.IndexOf('=', end);
            var start = equals + 1;
            var quoted = line[start] == '"';
            var close = quoted ? line.IndexOf('"', start + 1) + 1 : line.IndexOfAny([';', ':', ','], start);
            parameters.Add((Name(line[(end + 1)..equals]), line[start..close].Trim('"')));
            end = close;
            Assert.Contains(line[end], ";:");
        }

        return new CalendarProperty(name, parameters, line[(end + 1)..]);
    }

    private static string Name(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? text : throw new FormatException(text);
}
