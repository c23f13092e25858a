using System.Collections.Frozen;
using System.Collections.Immutable;
using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Languages;

/// <summary>How much each word, ending and letter tells for each language: the fewer languages share it, the more.</summary>
internal sealed class LanguageTable
{
    private const float Everyday = 2;
    private const float Known = 1;
    private const float Strong = 1;
    private const float Ending = 0.6f;
    private const float Letter = 2;
    private const float Hint = 0.8f;

    // A word that a language has with other accents is hardly meant as its word.
    private const float OtherAccents = 0.3f;

    private const int FewestBeforeEnding = 3;

    private static readonly Lazy<LanguageTable> Loaded = new(static () => new LanguageTable(LanguageSigns.LoadAll()));

    private readonly FrozenDictionary<string, Weight[]>.AlternateLookup<ReadOnlySpan<char>> written;
    private readonly FrozenDictionary<string, Weight[]>.AlternateLookup<ReadOnlySpan<char>> folded;
    private readonly FrozenDictionary<string, Weight[]>.AlternateLookup<ReadOnlySpan<char>> endings;
    private readonly FrozenDictionary<char, Weight[]> letters;
    private readonly int longestEnding;

    private LanguageTable(ImmutableArray<LanguageSigns> signs)
    {
        Signs = signs;
        var words = new Dictionary<string, Dictionary<int, float>>(StringComparer.Ordinal);
        var spellings = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        for (var i = 0; i < signs.Length; i++)
        {
            AddWords(words, spellings, i, signs[i]);
        }

        var plain = words.ToDictionary(static word => word.Key, static word => Shared(word.Value), StringComparer.Ordinal);
        folded = Freeze(plain);
        written = Freeze(spellings.ToDictionary(static word => word.Key, word => Spelled(plain[Folding.Fold(word.Key)], word.Value), StringComparer.Ordinal));
        endings = Freeze(Invert(signs, static sign => sign.Endings).ToDictionary(static one => one.Key, static one => Equal(one.Value, Ending), StringComparer.Ordinal));
        longestEnding = signs.SelectMany(static sign => sign.Endings).Max(static ending => ending.Length);
        letters = LettersOf(signs);
    }

    /// <summary>The table of all languages, read once.</summary>
    public static LanguageTable All => Loaded.Value;

    /// <summary>The languages; a weight names one by its place here.</summary>
    public ImmutableArray<LanguageSigns> Signs { get; }

    /// <summary>What a word tells; empty where it tells nothing. It is looked up as it is written, then without accents.</summary>
    /// <param name="word">The word in small letters, with straight apostrophes.</param>
    /// <param name="plain">The word without accents.</param>
    public ReadOnlySpan<Weight> Find(ReadOnlySpan<char> word, ReadOnlySpan<char> plain) =>
        written.TryGetValue(word, out var exact) ? exact : folded.TryGetValue(plain, out var found) ? found : [];

    /// <summary>What the longest known ending of an unknown word tells.</summary>
    public ReadOnlySpan<Weight> FindEnding(ReadOnlySpan<char> word)
    {
        for (var length = Math.Min(longestEnding, word.Length - FewestBeforeEnding); length > 1; length--)
        {
            if (endings.TryGetValue(word[^length..], out var found))
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>What a small letter or a sign beyond ASCII tells.</summary>
    public ReadOnlySpan<Weight> Find(char letter) => letters.TryGetValue(letter, out var found) ? found : [];

    private static void AddWords(Dictionary<string, Dictionary<int, float>> words, Dictionary<string, HashSet<int>> spellings, int language, LanguageSigns sign)
    {
        var strong = sign.Strong.Select(Folding.Fold).ToHashSet(StringComparer.Ordinal);
        foreach (var (list, weight) in (ReadOnlySpan<(ImmutableArray<string>, float)>)[(sign.Others, Known), (sign.Words, Everyday), (sign.Strong, Everyday)])
        {
            foreach (var word in list)
            {
                var plain = Folding.Fold(word);
                Of(words, plain)[language] = weight + (strong.Contains(plain) ? 100 * Strong : 0);
                Of(spellings, word.ToLowerInvariant()).Add(language);
            }
        }
    }

    // "Strong" was added a hundredfold, to be told apart: it is shared only among the languages for which the word is strong.
    private static Weight[] Shared(Dictionary<int, float> languages)
    {
        var strong = languages.Values.Count(static weight => weight >= 100 * Strong);
        return [.. languages.OrderBy(static one => one.Key).Select(one => one.Value >= 100 * Strong
            ? new Weight(one.Key, ((one.Value - (100 * Strong)) / languages.Count) + (Strong / strong))
            : new Weight(one.Key, one.Value / languages.Count))];
    }

    private static Weight[] Spelled(Weight[] weights, HashSet<int> spelled) =>
        [.. weights.Select(weight => spelled.Contains(weight.Language) ? weight : weight with { Value = weight.Value * OtherAccents })];

    private static FrozenDictionary<char, Weight[]> LettersOf(ImmutableArray<LanguageSigns> signs)
    {
        var own = Invert(signs, static sign => sign.Letters.Select(static letter => letter.ToString()));
        var hints = Invert(signs, static sign => (sign.Letters + sign.Hints).Select(static letter => letter.ToString()));
        return hints.ToFrozenDictionary(
            static one => one.Key[0],
            one => one.Value.Select(language => own.TryGetValue(one.Key, out var owners) && owners.Contains(language) ? new Weight(language, Letter) : new Weight(language, Hint / one.Value.Count)).ToArray());
    }

    private static Dictionary<string, List<int>> Invert(ImmutableArray<LanguageSigns> signs, Func<LanguageSigns, IEnumerable<string>> list)
    {
        var inverted = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < signs.Length; i++)
        {
            foreach (var item in list(signs[i]).Distinct(StringComparer.Ordinal))
            {
                Of(inverted, item).Add(i);
            }
        }

        return inverted;
    }

    private static Weight[] Equal(List<int> languages, float weight) => [.. languages.Select(language => new Weight(language, weight / languages.Count))];

    private static T Of<T>(Dictionary<string, T> map, string key)
        where T : new() => map.TryGetValue(key, out var value) ? value : map[key] = new T();

    private static FrozenDictionary<string, Weight[]>.AlternateLookup<ReadOnlySpan<char>> Freeze(Dictionary<string, Weight[]> map) =>
        map.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How much something tells for one language.</summary>
    internal readonly record struct Weight(int Language, float Value);
}
