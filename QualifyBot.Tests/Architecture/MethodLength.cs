using System.Text.RegularExpressions;

namespace QualifyBot.Tests.Architecture;

/// <summary>
/// Length of methods, constructors and accessors: the lines between their braces, without those of raw strings. A member that
/// is one expression ("=> x switch { ... }") is a table: its lines are bounded by the file's length alone.
/// </summary>
public static partial class MethodLength
{
    public static IEnumerable<(string Name, int Line, int Length)> Of(string text)
    {
        var code = SourceText.CodeOf(text);
        var open = new Stack<(bool IsType, string? Method, int At)>();
        var start = 0;
        for (var at = 0; at < code.Length; at++)
        {
            switch (code[at])
            {
                case '{':
                    open.Push(Opened(code[start..at], at, open));
                    start = at + 1;
                    break;
                case '}' when open.TryPop(out var closed):
                    if (closed.Method is not null)
                    {
                        yield return (closed.Method, LineOf(code, closed.At), Math.Max(0, LinesBetween(text, code, closed.At, at)));
                    }

                    start = at + 1;
                    break;
                case ';':
                    start = at + 1;
                    break;
            }
        }
    }

    private static (bool IsType, string? Method, int At) Opened(string header, int at, Stack<(bool IsType, string? Method, int At)> open)
    {
        var withinType = open.TryPeek(out var outer) && outer.IsType;
        var withinProperty = open.Count > 1 && !outer.IsType && outer.Method is null && open.ElementAt(1).IsType;
        var bare = Bracketed().Replace(header, "");
        if (bare.Contains('(', StringComparison.Ordinal))
        {
            // Still within an argument: an array of an attribute, a lambda's block.
            return (false, null, at);
        }

        if (TypeHeader().IsMatch(bare))
        {
            return (true, null, at);
        }

        if (withinProperty && Accessor().Match(header) is { Success: true } accessor)
        {
            return (false, accessor.Groups["name"].Value, at);
        }

        return withinType && !Assigned().IsMatch(bare) && MethodName().Match(Attributes().Replace(header, "")) is { Success: true } name
            ? (false, name.Groups["name"].Value, at)
            : (false, null, at);
    }

    // The first and last line hold the braces. A raw string's text is blank in the code but not in the file.
    private static int LinesBetween(string text, string code, int from, int to)
    {
        var (written, stripped) = (text[from..to].Split('\n'), code[from..to].Split('\n'));
        var strings = Enumerable.Range(0, written.Length).Count(line => stripped[line].Trim().Length == 0 && written[line].Trim() is { Length: > 0 } kept && !kept.StartsWith("//", StringComparison.Ordinal));
        return written.Length - 2 - strings;
    }

    private static int LineOf(string code, int at) => code.AsSpan(0, at).Count('\n') + 1;

    [GeneratedRegex(@"\((?>[^()]+|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|\[(?>[^\[\]]+|(?<open>\[)|(?<-open>\]))*(?(open)(?!))\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(\s*\[[^\[\]]*(\[[^\[\]]*\][^\[\]]*)*\])+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\b(class|struct|record|interface|enum|namespace|extension)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeHeader();

    [GeneratedRegex(@"\b(?<name>get|set|init|add|remove)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Accessor();

    [GeneratedRegex("(?<![=!<>])=(?!=)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Assigned();

    [GeneratedRegex(@"(?<name>[\w~]+|[=!<>+*/%-]+)\s*(<[^<>()]*(<[^<>()]*>[^<>()]*)*>)?\s*\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MethodName();
}
