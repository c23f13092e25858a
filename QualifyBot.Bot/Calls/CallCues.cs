using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace QualifyBot.Bot.Calls;

/// <summary>The words of a language by which sellers ask and leads take up what is asked, from a file of lists.</summary>
internal sealed class CallCues
{
    // Linear in the text whatever the pattern: a call comes from outside.
    private const RegexOptions Safe = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Fillers = "filler";

    private static readonly FrozenDictionary<string, Lazy<CallCues>> Languages = FrozenDictionary.ToFrozenDictionary(
        ["en", "de", "fr", "es", "pt"],
        static language => language,
        static language => new Lazy<CallCues>(() => new CallCues(language)),
        StringComparer.Ordinal);

    // A pattern takes long to prepare, and most calls need few of them.
    private readonly FrozenDictionary<string, Lazy<Regex>> anywhere;
    private readonly FrozenDictionary<string, Lazy<Regex>> opening;
    private readonly FrozenDictionary<string, Lazy<Regex>> whole;

    private CallCues(string language)
    {
        var lists = Read(language);
        var fillers = lists.TryGetValue(Fillers, out var words) ? $@"(({string.Join('|', words)})\b[\s,.!:–—-]*)*" : "";
        anywhere = Compile(lists, static list => $@"\b({list})\b");
        opening = Compile(lists, list => $@"^[\s""'“(–—.…-]*{fillers}({list})(\b|$)");
        whole = Compile(lists, list => $@"^[\s""'“(–—.…-]*{fillers}({list})[\s,.!?;:…""')–—-]*$");
    }

    /// <summary>The cues of a language, English where there are none.</summary>
    public static CallCues Of(string language) => Languages.GetValueOrDefault(language, Languages["en"]).Value;

    /// <summary>Whether the text holds an item of the list.</summary>
    public bool Holds(string list, ReadOnlySpan<char> text) => anywhere.TryGetValue(list, out var cues) && cues.Value.IsMatch(text);

    /// <summary>Whether the text begins with an item of the list, fillers aside.</summary>
    public bool Opens(string list, ReadOnlySpan<char> text) => opening.TryGetValue(list, out var cues) && cues.Value.IsMatch(text);

    /// <summary>Whether the text is nothing but an item of the list and fillers.</summary>
    public bool Is(string list, ReadOnlySpan<char> text) => whole.TryGetValue(list, out var cues) && cues.Value.IsMatch(text);

    private static FrozenDictionary<string, Lazy<Regex>> Compile(Dictionary<string, List<string>> lists, Func<string, string> form) =>
        lists.Where(static list => list.Key != Fillers).ToFrozenDictionary(static list => list.Key, list => new Lazy<Regex>(() => new Regex(form(string.Join('|', list.Value)), Safe)), StringComparer.Ordinal);

    private static Dictionary<string, List<string>> Read(string language)
    {
        using var stream = typeof(CallCues).Assembly.GetManifestResourceStream($"QualifyBot.Bot.Calls.Cues.{language}.txt")!;
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> list = [];
        while (reader.ReadLine() is { } line)
        {
            if (line is ['[', .. var name, ']'])
            {
                lists[name] = list = [];
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                list.Add(line);
            }
        }

        return lists;
    }
}
