using System.Collections.Frozen;

namespace QualifyBot.Bot.Calls;

/// <summary>What of a question counts when it is compared with others: its words, the classes they belong to, and which of them stand side by side.</summary>
/// <param name="classes">Words that mean the same here, with the name of their class.</param>
internal sealed class QuestionWords(FrozenDictionary<string, string> classes)
{
    private const float WordWeight = 1f;
    private const float PairWeight = 0.7f;
    private const float Length = 2f;

    private static readonly FrozenDictionary<string, string> Endings = FrozenDictionary.ToFrozenDictionary<string, string>(
        [new("'s", "is"), new("'d", "would"), new("'re", "are"), new("'ve", "have"), new("'ll", "will"), new("'m", "am"), new("n't", "not")], StringComparer.Ordinal);

    /// <summary>The marks of a sentence with their weights, all of one length together, so that long questions count no more than short ones.</summary>
    public IReadOnlyList<(string Mark, float Weight)> Of(ReadOnlySpan<char> sentence)
    {
        var marks = new Dictionary<string, float>(StringComparer.Ordinal);
        var before = "^";
        foreach (var word in WordsOf(sentence))
        {
            var kind = classes.GetValueOrDefault(word, word);
            marks[word] = WordWeight;
            marks[kind] = WordWeight;
            marks[$"{before} {kind}"] = PairWeight;
            before = kind;
        }

        var norm = Length / MathF.Sqrt(marks.Values.Sum(static weight => weight * weight) + float.Epsilon);
        return [.. marks.OrderBy(static mark => mark.Key, StringComparer.Ordinal).Select(mark => (mark.Key, mark.Value * norm))];
    }

    private static List<string> WordsOf(ReadOnlySpan<char> sentence)
    {
        var (words, text) = (new List<string>(), sentence.ToString().ToLowerInvariant().Replace('’', '\''));
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (i > start && text[i] is '\'' or '-')))
            {
                i++;
            }

            if (i > start)
            {
                Add(words, text[start..i].TrimEnd('\'', '-'));
            }
        }

        return words;
    }

    private static void Add(List<string> words, string word)
    {
        foreach (var (ending, full) in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length > ending.Length)
            {
                words.Add(word[..^ending.Length]);
                words.Add(full);
                return;
            }
        }

        words.Add(word);
    }
}
