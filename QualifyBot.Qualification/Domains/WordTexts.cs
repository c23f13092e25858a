using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading.Facts;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Domains;

/// <summary>Texts for a slot, among which the words that its conditions look for stand in every combination.</summary>
internal sealed class WordTexts
{
    private const string Between = " / ";

    private readonly ImmutableArray<Condition.HasWord> lists;
    private readonly ImmutableArray<string> values;
    private readonly List<(string Text, string Held)> combinations = [];

    private WordTexts(SlotType type, ImmutableArray<Condition.OnSlot> leaves)
    {
        lists = [.. leaves.OfType<Condition.HasWord>()];
        values = [.. leaves.OfType<Condition.TextIn>().SelectMany(static leaf => leaf.Values)];
        var plain = Plain(type).First(IsPlain);
        combinations.Add((plain, Held(plain)));
    }

    /// <summary>The texts, the plainest first, and whether all combinations are among them.</summary>
    public static (ImmutableArray<string> Texts, bool All) For(SlotType type, ImmutableArray<Condition.OnSlot> leaves)
    {
        if (!leaves.Any(static leaf => leaf is Condition.HasWord or Condition.TextIn or Condition.FreeMail))
        {
            return ([.. FactValues.Of(type).Take(1), .. Plain(type)], All: true);
        }

        var words = new WordTexts(type, leaves);
        var all = words.Combine();
        var texts = words.combinations.Select(static combination => combination.Text).ToList();
        if (leaves.OfType<Condition.FreeMail>().Any())
        {
            texts.AddRange(words.AtFreeMail());
        }

        return ([.. FactValues.Of(type), .. words.values, .. texts], all);
    }

    private static IEnumerable<string> Plain(SlotType type) => type switch
    {
        SlotType.Email => ["name@company.example", ""],
        SlotType.Phone => ["+12025550123", ""],
        SlotType.Web => ["https://company.example", ""],
        _ => ["something else", "another", ""],
    };

    // A text holds the words of those that it holds: all that it can hold are unions of what single words do.
    private bool Combine()
    {
        foreach (var (word, held) in Distinct(lists.SelectMany(static list => list.Words)))
        {
            foreach (var (text, others) in combinations.ToList())
            {
                var union = string.Concat(held.Zip(others, static (one, other) => one == '1' ? one : other));
                if (combinations.Exists(known => known.Held == union))
                {
                    continue;
                }

                if (combinations.Count == Domain.MostValues)
                {
                    return false;
                }

                combinations.Add((others.Contains('1', StringComparison.Ordinal) ? text + Between + word : word, union));
            }
        }

        return true;
    }

    private IEnumerable<string> AtFreeMail() =>
        from address in Distinct(FreeMailDomains.All.OrderBy(static domain => domain != "gmail.com").ThenBy(static domain => domain, StringComparer.Ordinal).Select(static domain => "name@" + domain))
        from combination in combinations
        select combination.Held.Contains('1', StringComparison.Ordinal) ? combination.Text + Between + address.Text : address.Text;

    private IEnumerable<(string Text, string Held)> Distinct(IEnumerable<string> texts) =>
        texts.Distinct(StringComparer.OrdinalIgnoreCase).Select(text => (Text: text, Held: Held(text))).DistinctBy(static text => text.Held);

    private string Held(string text) => string.Concat(lists.Select(list => Words.HoldOneOf(text, list.Words) ? '1' : '0'));

    private bool IsPlain(string text) => !Words.AreOneOf(text, values) && !Held(text).Contains('1', StringComparison.Ordinal);
}
