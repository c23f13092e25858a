using System.Runtime.InteropServices;
using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>A tree of phrases over word ids. A step costs one hash look-up, a search at most the longest phrase.</summary>
internal sealed class Phrases
{
    /// <summary>The word of a pattern that stands for up to two words of any kind.</summary>
    public const int Gap = -2;

    /// <summary>The word of a pattern that stands for the start of the message or of a clause.</summary>
    public const int Begin = -3;

    /// <summary>The word of a pattern that stands for the end of the message or of a clause.</summary>
    public const int End = -4;

    private const int WidestGap = 2;

    private readonly Dictionary<long, int> edges = [];
    private readonly List<Entry?> entries = [null];
    private readonly Entry empty = new();
    private readonly int hyphen;
    private int[] firsts = new int[256];

    public Phrases(Vocabulary vocabulary) => hyphen = vocabulary.Add("-");

    /// <summary>True where a language has no such phrases.</summary>
    public bool IsEmpty => entries.Count == 1;

    /// <summary>Adds every phrase that a pattern stands for.</summary>
    public void Add(Part[] pattern, Meaning meaning) => Add(0, new Rest(pattern, 0, null), meaning);

    /// <summary>The longest phrase at a token: its entry, and the token behind it.</summary>
    public Entry? Longest(TokenBuffer tokens, int start, out int end) => Longest(tokens, start, out end, out _);

    /// <summary>The longest phrase at a token, the token behind it, and the token behind the last word that it names: a gap may follow.</summary>
    public Entry? Longest(TokenBuffer tokens, int start, out int end, out int named)
    {
        end = start + 1;
        var walk = new Walk(tokens, start);
        Step(ref walk, 0, start, start, WidestGap);
        if (Clauses.StartAt(tokens, start) && edges.TryGetValue(Key(0, Begin), out var node))
        {
            Step(ref walk, node, start, start, WidestGap);
        }

        end = walk.Found is null ? end : walk.End;
        named = walk.Found is null ? end : walk.Named;
        return walk.Found;
    }

    private static long Key(int node, int word) => ((long)node << 32) + word;

    private void Add(int node, Rest? rest, Meaning meaning)
    {
        while (rest is { } done && done.At == done.Parts.Length)
        {
            rest = done.Outer;
        }

        if (rest is null)
        {
            entries[node] = node == 0 ? null : (entries[node] ?? empty).With(meaning);
            return;
        }

        var part = rest.Parts[rest.At];
        var behind = rest with { At = rest.At + 1 };
        foreach (var word in part.Words)
        {
            node = Child(node, word);
        }

        if (part.Choices.Length == 0)
        {
            Add(node, behind, meaning);
        }

        foreach (var choice in part.Choices)
        {
            Add(node, new Rest(choice, 0, behind), meaning);
        }
    }

    private int Child(int node, int word)
    {
        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(edges, Key(node, word), out var known);
        if (!known)
        {
            next = entries.Count;
            entries.Add(null);
            if (node == 0 && word >= 0)
            {
                Array.Resize(ref firsts, word < firsts.Length ? firsts.Length : Math.Max(word + 1, firsts.Length * 2));
                firsts[word] = next;
            }
        }

        return next;
    }

    // Most words open no phrase: an array says so without a look-up.
    private bool TryNext(int node, int word, out int next)
    {
        if (node != 0)
        {
            return edges.TryGetValue(Key(node, word), out next);
        }

        next = word < firsts.Length ? firsts[word] : 0;
        return next != 0;
    }

    private void Step(ref Walk walk, int node, int at, int named, int gap)
    {
        if (entries[node] is { } entry && at > walk.Start && (walk.Found is null || at > walk.End))
        {
            (walk.Found, walk.End, walk.Named) = (entry, at, named);
        }

        if (Clauses.EndAt(walk.Tokens, at) && edges.TryGetValue(Key(node, End), out var final))
        {
            Step(ref walk, final, at, named, 0);
        }

        if (at >= walk.Tokens.Count)
        {
            return;
        }

        ref var token = ref walk.Tokens[at];
        if (token.Word != Vocabulary.Unknown && TryNext(node, token.Word, out var next))
        {
            Step(ref walk, next, at + 1, at + 1, WidestGap);
        }
        else if (token.Word == hyphen && node != 0 && at + 1 < walk.Tokens.Count && walk.Tokens[at + 1].Word != hyphen)
        {
            StepOverHyphen(ref walk, node, at + 1);
        }

        StepOverGap(ref walk, node, at, named, gap);
    }

    // "half-past" is "half past": the hyphen counts only between words of the phrase.
    private void StepOverHyphen(ref Walk walk, int node, int at)
    {
        if (walk.Tokens[at].Word != Vocabulary.Unknown && edges.TryGetValue(Key(node, walk.Tokens[at].Word), out var next))
        {
            Step(ref walk, next, at + 1, at + 1, WidestGap);
        }
    }

    private void StepOverGap(ref Walk walk, int node, int at, int named, int gap)
    {
        if (gap == 0 || node == 0 || !edges.TryGetValue(Key(node, Gap), out var open))
        {
            return;
        }

        for (var skipped = 0; skipped <= WidestGap && at + skipped <= walk.Tokens.Count; skipped++)
        {
            if (skipped > 0 && Clauses.IsStop(walk.Tokens, at + skipped - 1))
            {
                return;
            }

            Step(ref walk, open, at + skipped, named, 0);
        }
    }

    /// <summary>What of a pattern still follows: parts from a place on, and then what stands behind the choice that they are in.</summary>
    private sealed record Rest(Part[] Parts, int At, Rest? Outer);

    private ref struct Walk(TokenBuffer tokens, int start)
    {
        public readonly TokenBuffer Tokens = tokens;
        public readonly int Start = start;
        public Entry? Found;
        public int End;
        public int Named;
    }
}
