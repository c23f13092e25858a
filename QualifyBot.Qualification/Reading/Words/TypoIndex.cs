namespace QualifyBot.Qualification.Reading.Words;

/// <summary>Finds the keyword within one edit (a letter more, less, wrong or swapped) by the words' one-letter deletions.</summary>
internal sealed class TypoIndex
{
    /// <summary>Shorter keywords are too close to other words.</summary>
    private const int ShortestKeyword = 5;
    private const int LongestKeyword = 24;

    private readonly Dictionary<string, (string Word, int Id)> near = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Word, int Id)>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public TypoIndex() => lookup = near.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add(string word, int id)
    {
        if (word.Length is < ShortestKeyword or > LongestKeyword)
        {
            return;
        }

        near[word] = (word, id);
        for (var i = 1; i < word.Length; i++)
        {
            near.TryAdd(word.Remove(i, 1), (word, id));
        }
    }

    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestKeyword - 1 or > LongestKeyword + 1)
        {
            return Vocabulary.Unknown;
        }

        if (Matches(word, word, out var id))
        {
            return id;
        }

        Span<char> shorter = stackalloc char[word.Length - 1];
        for (var i = 1; i < word.Length; i++)
        {
            word[..i].CopyTo(shorter);
            word[(i + 1)..].CopyTo(shorter[i..]);
            if (Matches(shorter, word, out id))
            {
                return id;
            }
        }

        return Vocabulary.Unknown;
    }

    private bool Matches(ReadOnlySpan<char> key, ReadOnlySpan<char> word, out int id)
    {
        id = Vocabulary.Unknown;
        if (!lookup.TryGetValue(key, out var found) || !IsOneEdit(word, found.Word))
        {
            return false;
        }

        id = found.Id;
        return true;
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
