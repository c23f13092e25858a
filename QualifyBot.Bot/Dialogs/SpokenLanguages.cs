using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>The languages that the bot speaks: those that have a file of texts.</summary>
/// <param name="texts">Texts by language.</param>
/// <param name="first">The language of a visitor of whom nothing is known; it is one of them.</param>
public sealed class SpokenLanguages(FrozenDictionary<string, TextCatalog> texts, string first)
{
    private readonly ConcurrentDictionary<(string Playbook, string Language), ImmutableArray<NeedCategory>> needs = new();

    /// <summary>The language of a visitor of whom nothing is known.</summary>
    public string First => first;

    /// <summary>All texts, those of the first language first, the others by code.</summary>
    public IEnumerable<TextCatalog> All => texts.Values.OrderBy(one => one.Language != first).ThenBy(static one => one.Language, StringComparer.Ordinal);

    /// <summary>The texts of a language.</summary>
    /// <exception cref="KeyNotFoundException">It is not spoken.</exception>
    public TextCatalog this[string language] => texts[language];

    /// <summary>The spoken language of a code or locale such as "de" or "de-AT"; null where there is none. It is not trusted.</summary>
    public string? Find(string? locale)
    {
        var code = locale?.Split('-', '_')[0].ToLowerInvariant();
        return code is not null && texts.ContainsKey(code) ? code : null;
    }

    /// <summary>The playbook's kinds of need, with the words that show them in a language besides.</summary>
    public ImmutableArray<NeedCategory> NeedsOf(Playbook playbook, string language) => needs.GetOrAdd((playbook.Hash, language), _ => Widened(playbook.Needs, language));

    /// <summary>The names of all, each in its own language, in a sentence of another.</summary>
    public string Names(TextCatalog sentence)
    {
        string[] names = [.. All.Select(static one => one.Get("language.name"))];
        return names is [var only] ? only : sentence.Get("format.or", ("items", string.Join(", ", names[..^1])), ("last", names[^1]));
    }

    private ImmutableArray<NeedCategory> Widened(ImmutableArray<NeedCategory> known, string language) => texts.TryGetValue(language, out var words)
        ? [.. known.Select(need => need with { Words = words.Has(WordsOf(need)) ? [.. need.Words, .. words.Wordings(WordsOf(need))] : need.Words })]
        : known;

    private static string WordsOf(NeedCategory need) => $"words.need.{need.Id}";
}
