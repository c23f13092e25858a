using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>The folded words of a language, each with an id; mistyped, contracted and compound words lead to the same ids.</summary>
internal sealed class Vocabulary
{
    /// <summary>The id of a word that the language's lists don't hold.</summary>
    public const int Unknown = -1;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> words = [];
    private readonly Dictionary<string, (int, int)> contractions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int, int)>.AlternateLookup<ReadOnlySpan<char>> contracted;
    private readonly TypoIndex typos = new();
    private readonly CompoundIndex compounds = new();
    private readonly int[] singles = [.. Enumerable.Repeat(Unknown, 128)];
    private int common = int.MaxValue;

    public Vocabulary()
    {
        lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        contracted = contractions.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Ends the words of everyday language: what is added behind is known by the names of things alone.</summary>
    public void CloseCommon()
    {
        common = ids.Count;
        for (var id = 0; id < common; id++)
        {
            typos.AddLong(words[id], id);
        }
    }

    /// <summary>True for an everyday word: one of the grammars' lists, and not only the name of a place or a product.</summary>
    public bool IsCommon(int id) => id != Unknown && id < common;

    /// <summary>An unknown word with an apostrophe is cut behind it (l'offre), else before it (Acme's).</summary>
    public bool ElidesBefore { get; set; }

    /// <summary>The id of a folded word, made where new.</summary>
    public int Add(string word)
    {
        if (!ids.TryGetValue(word, out var id))
        {
            id = ids.Count;
            ids.Add(word, id);
            words.Add(word);
            if (word.Length == 1 && word[0] < singles.Length)
            {
                singles[word[0]] = id;
            }
        }

        return id;
    }

    /// <summary>Lets a keyword be understood with one slip of the finger.</summary>
    public void Tolerate(string word) => typos.Add(word, Add(word));

    /// <summary>Lets a word be part of a compound.</summary>
    public void AddPart(string word) => compounds.Add(word, Add(word));

    /// <summary>Reads one written word as two.</summary>
    public void AddContraction(string written, string first, string second) => contractions[written] = (Add(first), Add(second));

    /// <summary>The id of a sign or letter of ASCII.</summary>
    public int Find(char word) => singles[word];

    public int Find(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out var id) ? id : Unknown;

    public int LengthOf(int id) => words[id].Length;

    /// <summary>The folded word of an id.</summary>
    public string TextOf(int id) => words[id];

    public bool TryContraction(ReadOnlySpan<char> word, out (int First, int Second) parts) => contracted.TryGetValue(word, out parts);

    /// <summary>The known word within one edit of an unknown one; a capital within a sentence speaks for a name.</summary>
    public int FindMistyped(ReadOnlySpan<char> word, bool isName) => isName ? Unknown : typos.Find(word, words);

    /// <summary>Cuts the last token into the parts of a compound, where it is one.</summary>
    public bool TryCompound(TokenBuffer tokens) => compounds.TryCut(tokens);
}
