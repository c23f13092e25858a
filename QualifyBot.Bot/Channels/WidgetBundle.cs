using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace QualifyBot.Bot.Channels;

/// <summary>
/// The chat widget in one script and one style sheet, made at the start from the files in wwwroot/widget: a visitor's browser asks twice instead of twenty
/// times, and what is compressed as a whole weighs less. Comments and indentation stay behind, and lengths in rem become such that are counted from the chat
/// itself: sites change what a rem is on their pages. Everything else is as it is written.
/// </summary>
/// <param name="Script">The module that "chat.js" is.</param>
/// <param name="Style">The style sheet.</param>
internal sealed partial record WidgetBundle(string Script, string Style)
{
    private const string Entry = "chat.js";
    private static readonly ImmutableArray<string> Sheets = ["widget.css", "panel.css", "messages.css", "composer.css"];

    /// <summary>Makes them.</summary>
    /// <param name="folder">The folder wwwroot/widget.</param>
    public static WidgetBundle Of(string folder)
    {
        var script = new StringBuilder();
        AddModule(folder, Entry, [], script);
        return new WidgetBundle(script.ToString(), string.Concat(Sheets.Select(sheet => OwnLengths(Bare(File.ReadAllText(Path.Combine(folder, sheet)))))));
    }

    // A module becomes a function that is run once, behind those that it imports, and gives what it exports.
    private static void AddModule(string folder, string file, HashSet<string> added, StringBuilder script)
    {
        if (!added.Add(file))
        {
            return;
        }

        var text = File.ReadAllText(Path.Combine(folder, file));
        foreach (Match import in Import.Matches(text))
        {
            AddModule(folder, import.Groups["file"].Value, added, script);
        }

        var body = Bare(Import.Replace(text, static import => $"const{import.Groups["names"]}= {NameOf(import.Groups["file"].Value)};"));
        if (file == Entry)
        {
            script.Append(body);
            return;
        }

        var exports = Export.Matches(text).SelectMany(static export => Word.Matches(export.Groups["names"].Value)).Select(static word => word.Value);
        script.Append($"const {NameOf(file)} = await (async () => {{\n").Append(Export.Replace(body, static export => export.Value["export ".Length..]))
            .Append($"return {{ {string.Join(", ", exports)} }};\n}})();\n");
    }

    // A condition on the window knows no variables, and counts by the visitor's own size of text anyway.
    private static string OwnLengths(string style) => string.Join('\n', style.Split('\n').Select(static line =>
        line.StartsWith("@media", StringComparison.Ordinal) ? line : Length.Replace(line, static length => $"calc({length.Groups["count"].Value}*var(--qb-rem))")));

    private static string NameOf(string file) => "$" + file[..^".js".Length].Replace('/', '_');

    private static string Bare(string text)
    {
        var bare = new StringBuilder();
        foreach (var line in Comment.Replace(text, "").Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)))
        {
            bare.Append(line).Append('\n');
        }

        return bare.ToString();
    }

    [GeneratedRegex(@"^import(?<names> \{[^}]*\} )from '\./(?<file>[\w/]+\.js)';$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import { get; }

    [GeneratedRegex(@"^export (?:async )?(?:function|class|const) (?<names>\w+|\{[^}]*\})", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Export { get; }

    [GeneratedRegex(@"(?<count>-?[\d.]+)rem\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Length { get; }

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"^\s*/\*.*?\*/", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment { get; }
}
