using System.Runtime.InteropServices;
using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>The name of a thing or words that lead to one, and the tokens it spans.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Fact(Entry Entry, int Start, int End)
{
    public bool Has(Tag tag) => Entry.Has(tag);

    public int Value(Tag tag) => Entry.Value(tag);
}

/// <summary>The facts of one message in their order, the longest at each place.</summary>
internal sealed class FactSheet
{
    private readonly List<Fact> facts = [];
    private int[] factOfToken = new int[64];

    // Behind the message stands what is left of longer ones.
    private int tokenCount;

    public int Count => facts.Count;

    public Fact this[int index] => facts[index];

    public void Load(TokenBuffer tokens, Phrases phrases)
    {
        facts.Clear();
        if (factOfToken.Length < tokens.Count)
        {
            factOfToken = new int[Math.Max(tokens.Count, factOfToken.Length * 2)];
        }

        tokenCount = tokens.Count;
        Array.Clear(factOfToken, 0, tokenCount);
        for (var i = 0; i < tokens.Count;)
        {
            if (phrases.Longest(tokens, i, out var end) is not { } entry)
            {
                i++;
                continue;
            }

            facts.Add(new Fact(entry, i, end));
            factOfToken.AsSpan(i, end - i).Fill(facts.Count);
            i = end;
        }
    }

    /// <summary>True where the fact that holds a token has a tag.</summary>
    public bool Has(int token, Tag tag) => token >= 0 && token < tokenCount && factOfToken[token] is > 0 and var place && facts[place - 1].Has(tag);
}
