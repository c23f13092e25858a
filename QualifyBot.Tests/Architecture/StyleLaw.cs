using System.Text.RegularExpressions;

namespace QualifyBot.Tests.Architecture;

/// <summary>What a source file may not hold; each finding names file, line, problem and remedy.</summary>
public static partial class StyleLaw
{
    private const int LongestFile = 200;
    private const int LongestMethod = 30;

    public static IEnumerable<string> TooLong(string path, string text)
    {
        var lines = text.AsSpan().TrimEnd('\n').Count('\n') + 1;
        if (lines >= LongestFile)
        {
            yield return $"{path}({lines}): {lines} lines; a file stays under {LongestFile}. Split it by subject, or move data to a file of data.";
        }

        foreach (var (name, line, length) in MethodLength.Of(text).Where(method => method.Length >= LongestMethod))
        {
            yield return $"{path}({line}): {name} has {length} lines; a method stays under {LongestMethod}. Name its parts, or make it a table.";
        }
    }

    public static IEnumerable<string> UnnamedTimeAndChance(string path, string text) => Lines(path, SourceText.CodeOf(text), Banned(),
        "is out of a test's hands. Take TimeProvider, or chance as a delegate, as an argument.");

    public static IEnumerable<string> SkippedTests(string path, string text) => Lines(path, SourceText.CodeOf(text), Skip(),
        "leaves a test out. Mend the test or delete it.");

    public static IEnumerable<string> PlacesOfOneMachine(string path, string text) => Lines(path, text, MachinePath(),
        "is a place on one machine. Use a relative path or a folder made for the run.")
        .Concat(Lines(path, text, Registry(), "names a package registry. Leave that to each machine's own settings."));

    public static IEnumerable<string> VagueNames(IEnumerable<Type> types) => types
        .Where(type => VagueSuffix().IsMatch(type.Name.Split('`')[0]))
        .Select(type => $"{type.FullName}: the name says nothing. Name what it is or does in the words of the domain.");

    private static IEnumerable<string> Lines(string path, string text, Regex sought, string problem) => sought.Matches(text)
        .Select(match => $"{path}({text.AsSpan(0, match.Index).Count('\n') + 1}): '{match.Value.Trim()}' {problem}");

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bRandom\.Shared\b|\bnew Random\(\)|\bThread\.Sleep\b|\bTask\.Delay\(\s*\d", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Banned();

    [GeneratedRegex(@"\bSkip\s*=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Skip();

    [GeneratedRegex("""(?<![\w./:~-])/(work|root|home|Users|tmp|opt)/[\w.]|\b[A-Z]:\\+(Users|work)\b""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex("""(?i)(packageSources>|registry\s*=\s*"?http|"resolved":\s*"http(?!s://registry\.npmjs\.org/)|https?://[^/\s"']*(artifactory|nexus|verdaccio|devpi))""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Registry();

    [GeneratedRegex("(Manager|Helpers?|Util(s|ity|ities)?|Service|Processor)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VagueSuffix();
}
