using System.Text.RegularExpressions;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Holds the texts of a language against those of another.</summary>
internal static partial class TextComparison
{
    // Words that visitors use are each language's own.
    private const string Heard = "words.";

    /// <summary>Placeholders that the other language lacks, so that the visitor would not learn a value, or has besides, so that it would be said with its braces.</summary>
    public static IEnumerable<PlaybookFault> Faults(TextCatalog model, TextCatalog other)
    {
        foreach (var id in other.Ids.Where(model.Has).Order(StringComparer.Ordinal))
        {
            var sets = model.Wordings(id).Select(NamesIn).ToList();
            var (most, least) = (sets.SelectMany(static set => set).ToHashSet(StringComparer.Ordinal), sets.Aggregate(static (one, two) => [.. one.Intersect(two, StringComparer.Ordinal)]));
            foreach (var names in other.Wordings(id).Select(NamesIn))
            {
                if (least.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } missing)
                {
                    yield return Fault(other, id, $"The text '{id}' lacks {{{missing}}}, which {Name(model)} has.", $"Write {{{missing}}} where its value belongs.");
                }

                if (names.Except(most, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
                {
                    yield return Fault(other, id, $"The text '{id}' has {{{unknown}}}, which {Name(model)} does not have.", $"Use {(most.Count == 0 ? "no placeholder" : string.Join(", ", most.Order(StringComparer.Ordinal).Select(static name => $"{{{name}}}")))} there.");
                }
            }
        }
    }

    /// <summary>Texts that nothing says, and those with fewer wordings, which repeat themselves sooner.</summary>
    public static IEnumerable<PlaybookFault> Warnings(TextCatalog model, TextCatalog other)
    {
        foreach (var id in other.Ids.Order(StringComparer.Ordinal))
        {
            if (!model.Has(id) && !id.StartsWith(Heard, StringComparison.Ordinal))
            {
                yield return Fault(other, id, $"The text '{id}' does not stand in {Name(model)}.", Nearest.Remedy(id, model.Ids));
            }
            else if (model.Has(id) && other.Wordings(id).Length is var count && count < model.Wordings(id).Length)
            {
                yield return Fault(other, id, $"The text '{id}' has fewer wordings than in {Name(model)}.", $"Write {model.Wordings(id).Length - count} more.");
            }
        }
    }

    private static PlaybookFault Fault(TextCatalog at, string id, string problem, string remedy)
    {
        var (line, column) = at.Find(id);
        return new PlaybookFault(at.File, line, column, problem, remedy);
    }

    private static string Name(TextCatalog catalog) => Path.GetFileName(catalog.File);

    private static HashSet<string> NamesIn(string wording) => Placeholder().Matches(wording).Select(static match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<name>[a-z0-9_]+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
