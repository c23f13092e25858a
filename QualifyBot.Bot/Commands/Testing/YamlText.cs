using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Writes texts so that YAML reads the same.</summary>
internal static partial class YamlText
{
    /// <summary>The text, without quotes where it can do without.</summary>
    public static string Of(string text) => Plain().IsMatch(text) && !Meant().IsMatch(text) ? text : Quoted(text);

    /// <summary>The text between brackets or braces, where fewer signs can stand without quotes.</summary>
    public static string Within(string text) => text.AsSpan().ContainsAny("?&@=") ? Quoted(text) : Of(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"^[\p{L}\p{N}$€£<>=+(](?:[\p{L}\p{N} .'%/$€£()!?;&+@_<>=-]*[\p{L}\p{N}.'%/$€£()!?+@_-])?$", RegexOptions.None, 1000)]
    private static partial Regex Plain();

    // Words that YAML takes for something else than a text; and a figure alone is best told apart from one.
    [GeneratedRegex("^(?:true|false|null|yes|no|on|off|y|n|~|[<>=].*|[0-9]{4}-[0-9]{2}-[0-9]{2})$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Meant();
}
