using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Money;

/// <summary>A currency beside a number: sign, code, name, slang, or two of them ("$500 CAD").</summary>
internal struct CurrencyName
{
    /// <summary>A currency whose name several countries share.</summary>
    private const string Unnamed = "XXX";

    /// <summary>Codes that are words too stand before sums, not before small numbers ("TOP 10").</summary>
    private const decimal SmallestBehindWord = 100;

    /// <summary>ISO code, or null where the words don't say which.</summary>
    public string? Code;

    /// <summary>What the sign or name stands for is shared, so that another may say it better.</summary>
    public bool Shared;

    /// <summary>Power of ten written with the code ("MEUR": 6).</summary>
    public int Scale;

    /// <summary>The term behind it, 0 where there is none.</summary>
    public int End;

    public readonly bool Exists => End > 0;

    /// <summary>The currency that starts at a term, before a number or behind it.</summary>
    public static CurrencyName Read(Sentence s, int index, bool before)
    {
        var at = index;
        if (s.Try(at, Tag.CodeWord, out var word) && !s.Has(at, Tag.Currency))
        {
            var sum = !before || s.Quantity(at + 1).Value >= SmallestBehindWord;
            return s.Token(at).Shouted && sum ? new CurrencyName { Code = Names.TextOf(word), End = at + 1 } : default;
        }

        if (!s.Try(at, Tag.Currency, out var id))
        {
            return default;
        }

        var name = IsArticle(s, at) ? "USD?" : Names.TextOf(id);
        var found = new CurrencyName { Code = Meant(s, name), Shared = name[^1] is '?' or '*' || string.Equals(name, Unnamed, StringComparison.Ordinal), Scale = s.Value(at, Tag.Scale), End = at + 1 };
        return Second(s, found, before);
    }

    // A dollar or pound sign says which currency only through the context; the common one is taken otherwise.
    private static string? Meant(Sentence s, string name) => name[^1] switch
    {
        '?' => s.Context.Currency is { } own && own[^1] == name[^2] ? own : name[..^1],
        '*' => s.Context.Currency ?? name[..^1],
        _ => string.Equals(name, Unnamed, StringComparison.Ordinal) ? null : name,
    };

    // "US$ 50", "$ USD", "€ EUR": the one that says more counts.
    private static CurrencyName Second(Sentence s, CurrencyName first, bool before)
    {
        if (!s.Try(first.End, Tag.Currency, out var id) || (s.Sign(first.End) == '\0' && !s.Glued(first.End) && (before || !first.Shared)))
        {
            return first;
        }

        var name = Names.TextOf(id);
        return first with { Code = first.Shared ? Meant(s, name) : first.Code, Shared = first.Shared && name[^1] is '?' or '*', End = first.End + 1 };
    }

    // "a $500 plan", "it' s $ 5": a letter and a sign apart.
    private static bool IsArticle(Sentence s, int index) =>
        s.Term(index) is { Count: 2, First: var first } && s.Folded(index) is "a" or "s" && !s.Tokens[first + 1].Glued;
}
