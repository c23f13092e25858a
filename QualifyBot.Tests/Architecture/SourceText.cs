namespace QualifyBot.Tests.Architecture;

/// <summary>A source file's code alone: comments, and what stands within quotes, become blanks; lines and columns stay.</summary>
public sealed class SourceText
{
    private readonly string text;
    private readonly char[] code;

    private SourceText(string text)
    {
        this.text = text;
        code = text.ToCharArray();
    }

    public static string CodeOf(string text)
    {
        var source = new SourceText(text);
        _ = source.Code(0, end: '\0');
        return new(source.code);
    }

    // Walks code up to its end or to the brace that closes a hole of an interpolated string; gives the place behind it.
    private int Code(int at, char end)
    {
        var depth = 0;
        while (at < text.Length && !(end != '\0' && depth == 0 && text[at] == end))
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            at = Next(at);
        }

        return Math.Min(at + 1, text.Length);
    }

    private int Next(int at) => text[at] switch
    {
        '/' when Starts(at, "//") => Blank(at, IndexOrEnd("\n", at)),
        '/' when Starts(at, "/*") => Blank(at, IndexOrEnd("*/", at + 2) + 2),
        '\'' => Blank(at + 1, IndexOrEnd("'", at + (Starts(at + 1, "\\") ? 3 : 2))) + 1,
        '"' => Quoted(at),
        _ => at + 1,
    };

    private int Quoted(int at)
    {
        var quotes = Run(at, '"');
        var prefix = at;
        while (prefix > 0 && text[prefix - 1] is '$' or '@')
        {
            prefix--;
        }

        var marks = text[prefix..at];
        var dollars = marks.Count(mark => mark == '$');
        return quotes switch
        {
            >= 3 => Body(at + quotes, new string('"', quotes), dollars, escape: '\0'),
            2 => at + 2,
            _ => Body(at + 1, "\"", dollars, marks.Contains('@') ? '"' : '\\'),
        };
    }

    private int Body(int at, string end, int dollars, char escape)
    {
        while (at < text.Length)
        {
            if (text[at] == escape && (escape == '\\' || Starts(at, "\"\"")))
            {
                at = Blank(at, at + 2);
            }
            else if (Starts(at, end))
            {
                return at + end.Length;
            }
            else if (dollars > 0 && text[at] == '{')
            {
                var braces = Run(at, '{');
                at = Blank(at, at + braces);
                at = braces >= dollars && (dollars > 1 || braces % 2 == 1) ? Hole(at) : at;
            }
            else
            {
                at = Blank(at, at + 1);
            }
        }

        return at;
    }

    private int Hole(int at)
    {
        var after = Code(at, '}');
        _ = Blank(after - 1, after);
        return after;
    }

    private int Blank(int from, int to)
    {
        to = Math.Min(to, text.Length);
        for (var i = from; i < to; i++)
        {
            code[i] = text[i] is '\n' or '\r' ? text[i] : ' ';
        }

        return to;
    }

    private bool Starts(int at, string with) => string.CompareOrdinal(text, at, with, 0, with.Length) == 0;

    private int IndexOrEnd(string what, int from)
    {
        var found = from < text.Length ? text.IndexOf(what, from, StringComparison.Ordinal) : -1;
        return found < 0 ? text.Length : found;
    }

    private int Run(int at, char of)
    {
        var end = at;
        while (end < text.Length && text[end] == of)
        {
            end++;
        }

        return end - at;
    }
}
