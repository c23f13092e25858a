using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Reads the rules on visits; what is wrong becomes a fault.</summary>
internal sealed class VisitRulesParser(MapReader root, ImmutableArray<Playbook> playbooks)
{
    private const int LongestName = 60;
    private const int LongestPattern = 200;
    private const int MostSeconds = 3600;
    private const int MostPages = 20;

    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public VisitRules Read()
    {
        var rules = new VisitRules(root.List("signals", ReadRule) ?? [], root.List("events", ReadEvent) ?? []);
        root.Finish();
        return rules;
    }

    /// <summary>Reads paths of pages.</summary>
    internal static ImmutableArray<string>? Pages(MapReader rule)
    {
        var pages = rule.Texts("pages");
        foreach (var page in (pages ?? []).Where(page => page.Length > LongestPattern || !(page.StartsWith('/') || page.StartsWith('*'))))
        {
            rule.Faults.Add($"{rule.Path}/pages", $"'{page}' is no path of a page.", "Write the part of the address behind the site's name, such as /pricing or /products/*, or * for all pages.");
        }

        return pages;
    }

    /// <summary>Reads a number from 1 on.</summary>
    internal static int? Within(MapReader rule, string key, int most)
    {
        var count = rule.Int(key);
        if (count is { } given && (given < 1 || given > most))
        {
            rule.Faults.Add($"{rule.Path}/{key}", $"'{key}' is {given}.", $"Write a number from 1 to {most}.");
        }

        return count;
    }

    private VisitRule? ReadRule(MapReader rule)
    {
        var signal = Signal(rule);
        var read = new VisitRule(signal ?? "")
        {
            Pages = Pages(rule) ?? [],
            Seconds = Within(rule, "seconds", MostSeconds),
            PagesSeen = Within(rule, "pages_seen", MostPages),
            Returns = rule.Flag("returns"),
            Referrers = Patterns(rule, "referrers") ?? [],
            Utm = [.. VisitRules.UtmFields.Select(field => (field, Values: Patterns(rule, "utm_" + field))).Where(one => one.Values is not null).Select(one => (one.field, one.Values!.Value))],
        };
        rule.Finish();
        if (read is { Pages.IsEmpty: true, Seconds: null, PagesSeen: null, Returns: false, Referrers.IsEmpty: true, Utm.IsEmpty: true })
        {
            rule.Faults.Add(rule.Path, "The rule does not say which visit makes the signal.", "Add 'pages: /pricing*', 'seconds: 120', 'pages_seen: 5', 'returns: true', 'referrers' or 'utm_source'.");
        }

        return signal is null ? null : read;
    }

    private SiteEventRule? ReadEvent(MapReader rule)
    {
        var (name, signal) = (rule.Text("name", required: true), Signal(rule));
        rule.Finish();
        if (name is { Length: 0 or > LongestName } || name?.Any(static letter => !(char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' or ':')) == true)
        {
            rule.Faults.Add($"{rule.Path}/name", $"'{name}' is no name of an event.", $"Write 1 to {LongestName} letters, digits and _ - . : as the site's scripts write it.");
        }
        else if (name is not null && !names.Add(name))
        {
            rule.Faults.Add($"{rule.Path}/name", $"There is another event '{name}'.", "Keep one of them.");
        }

        return name is null || signal is null ? null : new SiteEventRule(name, signal);
    }

    // A kind that nobody reads is a slip of the finger; one that makes a lead product-qualified would be believed to anybody's browser.
    private string? Signal(MapReader rule)
    {
        if (rule.Text("signal", required: true) is not { } signal)
        {
            return null;
        }

        ImmutableArray<string> known = [.. playbooks.SelectMany(static playbook => playbook.Signals).Select(static kind => kind.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (!known.Contains(signal, StringComparer.Ordinal))
        {
            rule.Faults.Add($"{rule.Path}/signal", $"No playbook reads signals of the kind '{signal}'.", $"{Nearest.Remedy(signal, known)} New kinds are listed under 'signals' in a playbook.");
        }
        else if (playbooks.Any(playbook => playbook.ProductQualified is { } product && KindsOf(product).Contains(signal, StringComparer.Ordinal)))
        {
            rule.Faults.Add($"{rule.Path}/signal", $"'{signal}' makes a lead product-qualified, and anybody could claim it from a browser.", "Let your own server send it: POST /api/leads/{id}/signals or /api/signals.");
        }

        return signal;
    }

    private static ImmutableArray<string>? Patterns(MapReader rule, string key)
    {
        var values = rule.Texts(key);
        foreach (var value in (values ?? []).Where(static value => value.Length is 0 or > LongestPattern))
        {
            rule.Faults.Add($"{rule.Path}/{key}", $"'{value}' is empty or too long.", $"Write 1 to {LongestPattern} characters; * stands for any letters.");
        }

        return values;
    }

    private static IEnumerable<string> KindsOf(Condition condition) => condition switch
    {
        Condition.Happened happened => happened.Kinds,
        Condition.All(var parts) => parts.SelectMany(KindsOf),
        Condition.Any(var parts) => parts.SelectMany(KindsOf),
        Condition.Not(var part) => KindsOf(part),
        _ => [],
    };
}
