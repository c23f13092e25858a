using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>
/// The cue rules of a language: closed classes of words, and the orders of them that show an act ("where" ... "you" ... "from"),
/// for what people say in too many ways to list. A word leads to the few rules that hang on it.
/// </summary>
internal sealed class Cues
{
    /// <summary>The class of words that say little and may stand anywhere.</summary>
    public const int Small = 0;

    /// <summary>The class of words that join clauses.</summary>
    public const int Joint = 1;

    /// <summary>The class of those who are neither visitor nor bot: what they do is no request.</summary>
    public const int Third = 2;

    /// <summary>The class of subjects, behind which a bare verb tells a fact ("we cancel ...").</summary>
    public const int Subject = 3;

    /// <summary>The class of words that turn a subject behind them, or a verb behind both, into a request ("can we cancel ...").</summary>
    public const int Modal = 4;

    /// <summary>The names of the classes above, by number.</summary>
    public static readonly string[] Named = ["@small", "@joint", "@third", "@subject", "@modal"];

    // Words of classes are numbered from 1; row 0 is that of a word without a class.
    private readonly short[] numbers;
    private readonly ulong[] rows;
    private readonly CueRule[][] rules;

    public Cues(IReadOnlyList<IReadOnlySet<int>> classes, IReadOnlyList<CueRule> rules)
    {
        var words = classes.SelectMany(static words => words).Distinct().ToArray();
        numbers = new short[words.Length == 0 ? 0 : words.Max() + 1];
        for (var i = 0; i < words.Length; i++)
        {
            numbers[words[i]] = (short)(i + 1);
        }

        Width = (classes.Count >> 6) + 1;
        rows = new ulong[(words.Length + 1) * Width];
        for (var set = 0; set < classes.Count; set++)
        {
            foreach (var word in classes[set])
            {
                rows[(numbers[word] * Width) + (set >> 6)] |= 1UL << (set & 63);
            }
        }

        this.rules = Hang(classes, rules, words.Length);
    }

    /// <summary>Units of 64 classes.</summary>
    public int Width { get; }

    /// <summary>The rules that hang on a word.</summary>
    public ReadOnlySpan<CueRule> RulesAt(int word) => rules[NumberOf(word)];

    /// <summary>The classes of a word, one bit for each.</summary>
    public ReadOnlySpan<ulong> ClassesOf(int word) => rows.AsSpan(NumberOf(word) * Width, Width);

    public bool Is(int set, int word) => Has(ClassesOf(word), set);

    public static bool Has(ReadOnlySpan<ulong> classes, int set) => (classes[set >> 6] & (1UL << (set & 63))) != 0;

    /// <summary>Where a rule's words stand within a clause, from the first to behind the last; empty where they don't.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="tokens">The message.</param>
    /// <param name="start">First token of the clause.</param>
    /// <param name="end">Token behind the clause.</param>
    /// <param name="present">The classes of all words of the clause.</param>
    public (int Start, int End) Find(CueRule rule, TokenBuffer tokens, int start, int end, ReadOnlySpan<ulong> present)
    {
        foreach (var set in rule.Needs)
        {
            if (!Has(present, set))
            {
                return default;
            }
        }

        foreach (var set in rule.Forbidden)
        {
            if (Has(present, set))
            {
                return default;
            }
        }

        return new CueWalk(this, rule.Steps, tokens, start, end).Find();
    }

    private int NumberOf(int word) => word >= 0 && word < numbers.Length ? numbers[word] : 0;

    // A rule hangs on its rarest class, so that common words lead to few rules. Words of many classes are the common ones.
    private CueRule[][] Hang(IReadOnlyList<IReadOnlySet<int>> classes, IReadOnlyList<CueRule> all, int words)
    {
        var commonness = new int[words + 1];
        foreach (var set in classes)
        {
            foreach (var word in set)
            {
                commonness[numbers[word]]++;
            }
        }

        var hung = new List<CueRule>[words + 1];
        foreach (var rule in all)
        {
            var rarest = rule.Needs.MinBy(set => classes[set].Sum(word => commonness[numbers[word]]));
            foreach (var word in classes[rarest])
            {
                (hung[numbers[word]] ??= []).Add(rule);
            }
        }

        return [.. hung.Select(static list => list?.ToArray() ?? [])];
    }
}
