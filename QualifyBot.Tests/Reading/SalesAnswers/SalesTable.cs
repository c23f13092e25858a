using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace QualifyBot.Tests.Reading.SalesAnswers;

/// <summary>
/// A table of sales answers: plain text, one row a line, "asked TAB message TAB expected".
/// Asked: the slots asked for, separated by spaces, or "-"; a question may follow: "yesno: Is that right?". In a message \n is a new line.
/// Expected: parts separated by "; ", whole alternatives by " || ", or "-" where the message fills nothing:
/// "money 10000..20000 EUR/month", "timeframe ..2026-06-01", "time 2026-03-12T15:00", "duration 90m", "headcount 12..",
/// "authority joint + CFO",
/// "authority none + ?" (whoever else is named),
/// "title CTO | C-Suite | senior | it", "need yes", "need no", "need reporting" (a category of the header), "correction money: 20k -> 30k",
/// "correction phone: drop", "act cancel", any other slot with its text, "?" for any value, "no money" where only that slot must stay empty.
/// Header lines: "# lang: en", "# now: 2026-03-11T09:30", "# need reporting: report, dashboard",
/// "# demanded: 90" while less than the usual share is read right; any other line with "#" is a comment.
/// </summary>
internal sealed record SalesTable(string Name, string Language, DateTime Now, decimal Demanded, ImmutableArray<(string Id, ImmutableArray<string> Words)> Needs, ImmutableArray<SalesRow> Rows, ImmutableArray<string> Problems)
{
    private const string Root = "sales/";

    /// <summary>The share of rows, in percent, that must be read right where the header says nothing else.</summary>
    public const decimal Usual = 97;

    /// <summary>The tables of all languages, by name.</summary>
    public static ImmutableSortedDictionary<string, SalesTable> All { get; } = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(static name => name.StartsWith(Root, StringComparison.Ordinal))
        .Select(static name => (Name: name[(name.LastIndexOfAny(['/', '\\']) + 1)..], Text: TextOf(name)))
        .ToImmutableSortedDictionary(static file => file.Name, static file => Parse(file.Name, file.Text), StringComparer.Ordinal);

    /// <summary>Reads a table; every line that is no row is a problem that names its place.</summary>
    public static SalesTable Parse(string name, string text)
    {
        var table = new SalesTable(name, "en", Read.Now, Usual, [], [], []);
        var (rows, problems) = (ImmutableArray.CreateBuilder<SalesRow>(), ImmutableArray.CreateBuilder<string>());
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('#'))
            {
                table = table.WithHeader(lines[i][1..].Trim());
            }
            else if (lines[i].Length > 0)
            {
                AddRow(name, i + 1, lines[i], rows, problems);
            }
        }

        return table with { Rows = rows.ToImmutable(), Problems = problems.ToImmutable() };
    }

    private static string TextOf(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private static void AddRow(string name, int line, string text, ImmutableArray<SalesRow>.Builder rows, ImmutableArray<string>.Builder problems)
    {
        var cells = text.Split('\t');
        if (cells.Length != 3 || cells.Any(string.IsNullOrWhiteSpace))
        {
            problems.Add($"{name}:{line}: a row is \"asked TAB message TAB expected\", not \"{text}\".");
            return;
        }

        var question = cells[0].IndexOf(": ", StringComparison.Ordinal);
        var slots = question < 0 ? cells[0] : cells[0][..question];
        var asked = string.Equals(slots, "-", StringComparison.Ordinal) ? [] : slots.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
        var choices = cells[2].Split(" || ").Select(PartsOf).ToImmutableArray();
        var wrong = choices.SelectMany(static parts => parts).FirstOrDefault(static part => part.Kind.Length == 0 || part.Value.Length == 0 || !Notation.IsValue(part));
        if (wrong is not null)
        {
            problems.Add($"{name}:{line}: \"{wrong.Kind} {wrong.Value}\" is no slot with a value.");
            return;
        }

        rows.Add(new SalesRow(name, line, asked, question < 0 ? null : cells[0][(question + 2)..], cells[1].Replace("\\n", "\n", StringComparison.Ordinal), cells[2], choices));
    }

    private static ImmutableArray<Part> PartsOf(string choice) =>
        string.Equals(choice.Trim(), "-", StringComparison.Ordinal) ? [] : [.. choice.Split("; ").Select(static part => PartOf(part.Trim()))];

    private static Part PartOf(string text)
    {
        var absent = text.StartsWith("no ", StringComparison.Ordinal);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return absent ? new Part(text[3..], "?", Absent: true) : new Part(text[..Math.Max(0, space)], space < 0 ? "" : text[(space + 1)..].Trim());
    }

    private SalesTable WithHeader(string header)
    {
        var colon = header.IndexOf(": ", StringComparison.Ordinal);
        var (key, value) = colon < 0 ? ("", "") : (header[..colon], header[(colon + 2)..].Trim());
        return key switch
        {
            "lang" => this with { Language = value },
            "now" => this with { Now = DateTime.Parse(value, CultureInfo.InvariantCulture) },
            "demanded" => this with { Demanded = decimal.Parse(value, CultureInfo.InvariantCulture) },
            _ when key.StartsWith("need ", StringComparison.Ordinal) => this with { Needs = Needs.Add((key[5..], [.. value.Split(", ")])) },
            _ => this,
        };
    }
}
