using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>Cuts compounds ("Dienstagnachmittag", "zweihundertdrei") into their parts, each as long as the rest allows.</summary>
internal sealed class CompoundIndex
{
    private const int LongestPart = 16;
    private const int ShortestCompound = 6;

    private readonly Dictionary<string, int> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public CompoundIndex() => lookup = parts.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add(string part, int id) => parts[part] = id;

    public bool TryCut(TokenBuffer tokens)
    {
        var word = tokens.Folded(tokens.Count - 1);
        if (parts.Count == 0 || word.Length < ShortestCompound)
        {
            return false;
        }

        // From the back: lengths[i] is the longest part at i from which the end can be reached.
        Span<byte> lengths = stackalloc byte[word.Length];
        for (var i = word.Length - 1; i >= 0; i--)
        {
            lengths[i] = PartAt(word, lengths, i);
        }

        if (lengths[0] == 0)
        {
            return false;
        }

        Cut(tokens, lengths);
        return true;
    }

    private byte PartAt(ReadOnlySpan<char> word, ReadOnlySpan<byte> lengths, int start)
    {
        for (var length = Math.Min(LongestPart, word.Length - start); length > 1; length--)
        {
            var reaches = start + length == word.Length || lengths[start + length] > 0;
            if (reaches && parts.Count > 0 && lookup.ContainsKey(word.Slice(start, length)))
            {
                return (byte)length;
            }
        }

        return 0;
    }

    private void Cut(TokenBuffer tokens, ReadOnlySpan<byte> lengths)
    {
        var at = 0;
        while (at < lengths.Length)
        {
            var (index, length) = (tokens.Count - 1, lengths[at]);
            if (at + length < lengths.Length)
            {
                tokens.SplitLast(length);
            }

            tokens[index].Word = lookup[tokens.Folded(index)];
            at += length;
        }
    }
}
