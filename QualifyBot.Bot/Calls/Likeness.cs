using System.Collections.Frozen;
using System.Collections.Immutable;

namespace QualifyBot.Bot.Calls;

/// <summary>
/// What a question most likely asks for, or what an answer tells, judged by examples: each mark of a sentence speaks for or against each kind, as much as tells the examples
/// apart (a logistic regression, trained once in a fixed order, so that it is the same in every process).
/// </summary>
internal sealed class Likeness
{
    private const int Rounds = 14;
    private const int Stride = 7919;
    private const float FirstStep = 0.5f;
    private const float Cooling = 0.1f;
    private const float Negligible = 0.001f;
    private const string Classes = "= classes";

    private static readonly string[] Languages = ["en", "de", "fr", "es", "pt"];
    private static readonly FrozenDictionary<string, Lazy<Likeness?>> Asked = Languages.ToFrozenDictionary(static language => language, static language => new Lazy<Likeness?>(() => Read(language, language)), StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, Lazy<Likeness?>> Told = Languages.ToFrozenDictionary(static language => language, static language => new Lazy<Likeness?>(() => Read(language, $"{language}.leads")), StringComparer.Ordinal);

    private readonly QuestionWords words;
    private readonly ImmutableArray<string> kinds;
    private readonly Dictionary<string, float[]> marks = new(StringComparer.Ordinal);

    private Likeness(QuestionWords words, IReadOnlyList<(string Kind, string Text)> examples)
    {
        this.words = words;
        kinds = [.. examples.Select(static example => example.Kind).Distinct(StringComparer.Ordinal)];
        Train(examples);
    }

    /// <summary>What questions of sellers ask for, or null where the language has no examples.</summary>
    public static Likeness? OfQuestions(string language) => Asked.TryGetValue(language, out var known) ? known.Value : null;

    /// <summary>What sentences of leads tell, or null where the language has no examples.</summary>
    public static Likeness? OfAnswers(string language) => Told.TryGetValue(language, out var known) ? known.Value : null;

    /// <summary>The kinds of question that a sentence may be, likeliest first, each with its share; all shares make one.</summary>
    public IReadOnlyList<(string Kind, float Share)> Of(ReadOnlySpan<char> sentence)
    {
        var shares = SharesOf(words.Of(sentence));
        return [.. kinds.Select((kind, index) => (kind, shares[index])).OrderByDescending(static one => one.Item2)];
    }

    private void Train(IReadOnlyList<(string Kind, string Text)> examples)
    {
        var known = examples.Select(example => (Kind: kinds.IndexOf(example.Kind), Marks: words.Of(example.Text))).ToArray();
        foreach (var (mark, _) in known.SelectMany(static example => example.Marks))
        {
            marks.TryAdd(mark, new float[kinds.Length]);
        }

        for (var round = 0; round < Rounds; round++)
        {
            var step = FirstStep / (1 + (round * Cooling));
            for (var i = 0; i < known.Length; i++)
            {
                Learn(known[(int)((long)i * Stride % known.Length)], step);
            }
        }
    }

    private void Learn((int Kind, IReadOnlyList<(string Mark, float Weight)> Marks) example, float step)
    {
        var shares = SharesOf(example.Marks);
        for (var kind = 0; kind < shares.Length; kind++)
        {
            var error = shares[kind] - (kind == example.Kind ? 1 : 0);
            if (MathF.Abs(error) < Negligible)
            {
                continue;
            }

            foreach (var (mark, weight) in example.Marks)
            {
                marks[mark][kind] -= step * error * weight;
            }
        }
    }

    private float[] SharesOf(IReadOnlyList<(string Mark, float Weight)> found)
    {
        var shares = new float[kinds.Length];
        foreach (var (mark, weight) in found)
        {
            if (marks.TryGetValue(mark, out var known))
            {
                for (var kind = 0; kind < shares.Length; kind++)
                {
                    shares[kind] += known[kind] * weight;
                }
            }
        }

        var (most, sum) = (shares.Max(), 0f);
        for (var kind = 0; kind < shares.Length; kind++)
        {
            sum += shares[kind] = MathF.Exp(shares[kind] - most);
        }

        return Array.ConvertAll(shares, share => share / sum);
    }

    private static Likeness? Read(string language, string list)
    {
        var examples = LinesOf(list).Where(static line => line.Kind != Classes).ToArray();
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, line) in LinesOf(language).Where(static line => line.Kind == Classes))
        {
            AddClass(classes, line);
        }

        return examples.Length == 0 ? null : new Likeness(new QuestionWords(classes.ToFrozenDictionary(StringComparer.Ordinal)), examples);
    }

    private static IEnumerable<(string Kind, string Text)> LinesOf(string list)
    {
        using var stream = typeof(Likeness).Assembly.GetManifestResourceStream($"QualifyBot.Bot.Calls.Examples.{list}.txt");
        using var reader = stream is null ? TextReader.Null : new StreamReader(stream);
        var kind = "";
        while (reader.ReadLine() is { } line)
        {
            if (line is ['[', .. var name, ']'])
            {
                kind = name;
            }
            else if (line is not (['#', ..] or ""))
            {
                yield return (kind, line);
            }
        }
    }

    private static void AddClass(Dictionary<string, string> classes, string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            classes.TryAdd(word, $"@{line[..colon]}");
        }
    }
}
