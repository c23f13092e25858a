namespace QualifyBot.Qualification.Reading.Words;

/// <summary>Finds the word within one edit (a letter more, less, wrong or swapped) by the hashes of the words' one-letter deletions.</summary>
internal sealed class TypoIndex
{
    /// <summary>Shorter keywords are too close to other words.</summary>
    private const int ShortestKeyword = 5;
    private const int LongestKeyword = 24;

    private const int ShortestWord = 6;
    private const int ShortestMisspelt = 9;
    private const uint Base = 0x9E3779B1;

    // By the hash of a word without one letter; a keyword by its id, any other word by the complement of its id.
    private readonly Dictionary<uint, int> near = [];

    /// <summary>Takes a keyword that is understood with any one slip.</summary>
    public void Add(string word, int id)
    {
        if (word.Length is >= ShortestKeyword and <= LongestKeyword)
        {
            AddKeys(word, id);
        }
    }

    /// <summary>Takes a longer word of everyday language, understood with a letter more, less or swapped before its ending.</summary>
    public void AddLong(string word, int id)
    {
        if (word.Length is >= ShortestWord and <= LongestKeyword && !word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            AddKeys(word, ~id);
        }
    }

    /// <summary>The id of the word meant by an unknown one.</summary>
    public int Find(ReadOnlySpan<char> word, List<string> words)
    {
        if (word.Length is < ShortestKeyword - 1 or > LongestKeyword + 1)
        {
            return Vocabulary.Unknown;
        }

        Span<uint> keys = stackalloc uint[word.Length];
        Fill(word, keys);
        foreach (var key in keys)
        {
            if (near.TryGetValue(key, out var found) && IsMeant(word, words[found < 0 ? ~found : found], found >= 0))
            {
                return found < 0 ? ~found : found;
            }
        }

        return Vocabulary.Unknown;
    }

    // Another ending is mostly another form or word (manager, manages), another letter often another word (contact, contest).
    private static bool IsMeant(ReadOnlySpan<char> word, string known, bool isKeyword) =>
        IsOneEdit(word, known) && (isKeyword || (word[^1] == known[^1] && word[^2] != known[^1] && (word.Length != known.Length || known.Length >= ShortestMisspelt || IsSwap(word, known))));

    private static bool IsSwap(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var head = a.CommonPrefixLength(b);
        return head + 1 < a.Length && a[head] == b[head + 1] && a[head + 1] == b[head];
    }

    private void AddKeys(string word, int id)
    {
        Span<uint> keys = stackalloc uint[word.Length];
        Fill(word, keys);
        if (id >= 0)
        {
            near[keys[0]] = id;
        }

        foreach (var key in keys)
        {
            near.TryAdd(key, id);
        }
    }

    // The hash of the word, and those without its second, third ... last letter.
    private static void Fill(ReadOnlySpan<char> word, Span<uint> keys)
    {
        unchecked
        {
            var whole = 0u;
            for (var i = 0; i < word.Length; i++)
            {
                keys[i] = whole;
                whole = (whole * Base) + word[i];
            }

            var (behind, power) = (0u, 1u);
            for (var i = word.Length - 1; i > 0; i--)
            {
                keys[i] = (keys[i] * power) + behind;
                behind += word[i] * power;
                power *= Base;
            }

            keys[0] = whole;
        }
    }

    /// <summary>True where one word becomes the other by one letter more, less, wrong or swapped; the first letter is right.</summary>
    public static bool IsOneEdit(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var head = a.CommonPrefixLength(b);
        var x = a[head..];
        var y = b[head..];
        var swapped = x.Length == y.Length && x.Length > 1 && x[0] == y[1] && x[1] == y[0] && x[2..].SequenceEqual(y[2..]);
        return head > 0 && (swapped || (x.Length - y.Length) switch
        {
            0 => x.Length > 0 && x[1..].SequenceEqual(y[1..]),
            1 => x[1..].SequenceEqual(y),
            -1 => x.SequenceEqual(y[1..]),
            _ => false,
        });
    }
}
