using System.Collections.Immutable;

namespace QualifyBot.Bot.Playbooks;

/// <summary>When the chat opens by itself on a page; all that a rule names must have come about.</summary>
/// <param name="Pages">Paths of pages, * for any letters ("/pricing*").</param>
/// <param name="Seconds">Seconds since the page was opened, or null.</param>
/// <param name="Scroll">Percent of the page that was scrolled to, or null.</param>
/// <param name="Exit">Whether the pointer must have left towards the address bar.</param>
public sealed record OpeningRule(ImmutableArray<string> Pages, int? Seconds, int? Scroll, bool Exit);

/// <summary>When the chat opens by itself, for the widget that obeys it; empty = never.</summary>
public sealed record OpeningRules(ImmutableArray<OpeningRule> Rules)
{
    /// <summary>Name of the file in the folder of the dialogs; without it the chat never opens by itself.</summary>
    public const string FileName = "opening.yaml";

    private const int MostSeconds = 3600;
    private const int MostPercent = 100;

    private static readonly OpeningRules Never = new([]);

    /// <summary>The rules of a folder of dialogs.</summary>
    /// <exception cref="PlaybookException">The file is wrong; it tells all faults.</exception>
    public static OpeningRules Load(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            return Never;
        }

        var faults = new List<PlaybookFault>();
        var content = DialogFiles.ReadFile(file, faults);
        var (rules, wrong) = content is null ? (null, []) : Parse(file, content);
        return rules ?? throw new PlaybookException([.. faults, .. wrong]);
    }

    /// <summary>The rules of a file's text, or null and all its faults.</summary>
    public static (OpeningRules? Rules, ImmutableArray<PlaybookFault> Faults) Parse(string file, string text)
    {
        var faults = new FaultList(file);
        var rules = YamlReader.Read(text, faults) is { } value && MapReader.Of(value, "", faults) is { } root ? Read(root) : null;
        return (faults.IsEmpty ? rules : null, faults.ToSorted());
    }

    private static OpeningRules Read(MapReader root)
    {
        root.Value("opens_by_itself", required: true);
        var isOn = root.Bool("opens_by_itself") is true;
        var rules = root.List("rules", ReadRule, required: isOn);
        root.Finish();
        return isOn ? new OpeningRules(rules ?? []) : Never;
    }

    private static OpeningRule ReadRule(MapReader rule)
    {
        var pages = VisitRulesParser.Pages(rule) ?? ["*"];
        var read = new OpeningRule(pages, VisitRulesParser.Within(rule, "seconds", MostSeconds), VisitRulesParser.Within(rule, "scroll", MostPercent), rule.Flag("exit"));
        rule.Finish();
        if (read is { Seconds: null, Scroll: null, Exit: false })
        {
            rule.Faults.Add(rule.Path, "The rule does not say when the chat opens.", "Add 'seconds: 30', 'scroll: 60' or 'exit: true'.");
        }

        return read;
    }
}
