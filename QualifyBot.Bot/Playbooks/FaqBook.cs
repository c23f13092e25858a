using System.Collections.Immutable;

namespace QualifyBot.Bot.Playbooks;

/// <summary>
/// The questions of one language that visitors ask back. A question is found by the words that it shares with a phrasing, each weighed by how
/// few entries use it; a word may have one typing error. No model takes part, and the same words always find the same entry.
/// </summary>
public sealed class FaqBook
{
    /// <summary>No questions.</summary>
    public static readonly FaqBook Empty = new([]);

    private const int LongestQuestion = 40;
    private const double LeastOfPhrasing = 0.7;
    private const double LeastShared = 0.66;
    private const double ShareOfPhrasing = 0.6;

    // A word that a phrasing has not speaks against it, though less than a word of it speaks for it.
    private const double MostAgainst = 0.4;

    // A phrasing of common words alone ("who are you") must be said whole, and with little else.
    private const double Common = 0.5;
    private const double LeastOfCommon = 0.99;
    private const double LeastSharedOfCommon = 0.6;

    private readonly ImmutableArray<Phrasing> phrasings;
    private readonly Dictionary<string, double> weights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> mistyped = new(StringComparer.Ordinal);
    private readonly HashSet<string> openings = new(StringComparer.Ordinal);
    private readonly double heaviest;
    private Action<string, string>? onTaken;

    internal FaqBook(ImmutableArray<FaqEntry> entries)
    {
        Entries = entries;
        Weigh();
        heaviest = weights.Count == 0 ? 0 : weights.Values.Max();
        phrasings = [.. entries.SelectMany(entry => entry.Phrasings.Select(text => PhrasingOf(entry, text)))];
        for (var i = 0; i < phrasings.Length; i++)
        {
            phrasings[i].Words.ForEach(word => PlacesOf(word).Add(i));
            if (phrasings[i].Words.Count > 1)
            {
                openings.Add(phrasings[i].Words[0]);
            }
        }

        foreach (var word in weights.Keys)
        {
            Typos.Deletions(word).ForEach(without => mistyped.TryAdd(without, word));
        }
    }

    /// <summary>The entries, in the order of their file.</summary>
    public ImmutableArray<FaqEntry> Entries { get; }

    /// <summary>The entry that a question means; null where none is near enough, so that a human answers it.</summary>
    /// <param name="question">Its words.</param>
    /// <param name="isSure">Whether it surely is a question; what only may be one must share more with a phrasing than one word.</param>
    public FaqEntry? Find(ReadOnlySpan<char> question, bool isSure = true)
    {
        var asked = FaqWords.Of(question, LongestQuestion).Select(Known).ToList();
        var against = asked.Sum(Against);
        var shared = new Dictionary<int, (double For, double Against)>();
        foreach (var word in asked.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            foreach (var place in places[word])
            {
                var sum = shared.GetValueOrDefault(place);
                shared[place] = (sum.For + weights[word], sum.Against + Against(word));
            }
        }

        var best = shared.Where(found => isSure || (phrasings[found.Key].Words.Count > 1 && found.Value.For >= against - found.Value.Against))
            .Select(found => (Place: found.Key, Score: ScoreOf(phrasings[found.Key], found.Value.For, against - found.Value.Against, asked)))
            .Where(static found => found.Score >= LeastShared)
            .OrderByDescending(static found => found.Score).ThenBy(static found => found.Place);
        return best.Select(found => phrasings[found.Place].Entry).FirstOrDefault();
    }

    /// <summary>The wording of an entry's answer that follows <paramref name="before"/> earlier ones; after the last comes the first again.</summary>
    public string AnswerOf(FaqEntry entry, int before)
    {
        var answer = entry.Answers[before % entry.Answers.Length];
        onTaken?.Invoke("faq." + entry.Id, answer);
        return answer;
    }

    /// <summary>The same questions, for somebody who wants to know which are answered: "faq." and the id, and the words.</summary>
    internal FaqBook Watched(Action<string, string> taken)
    {
        // What was weighed once is never changed, so that both may hold it.
        var book = (FaqBook)MemberwiseClone();
        book.onTaken = taken;
        return book;
    }

    /// <summary>Whether a text begins as one of the phrasings does ("what", "do"), so that it may be a question without its mark.</summary>
    public bool Opens(ReadOnlySpan<char> text) => FaqWords.Of(text, 1) is [var first] && openings.Contains(first);

    // The word that says most of a phrasing must be there; else "what is the weather" would be near "what is the price".
    private double ScoreOf(Phrasing phrasing, double shared, double against, List<string?> asked)
    {
        var (ofPhrasing, ofQuestion) = (shared / phrasing.Weight, shared / (shared + against));
        var isCommon = weights[phrasing.Heaviest] < heaviest * Common;
        return ofPhrasing < (isCommon ? LeastOfCommon : LeastOfPhrasing) || (isCommon && ofQuestion < LeastSharedOfCommon) || !asked.Contains(phrasing.Heaviest, StringComparer.Ordinal) ? 0
            : (ofPhrasing * ShareOfPhrasing) + (ofQuestion * (1 - ShareOfPhrasing));
    }

    private double Against(string? word) => word is null ? heaviest * MostAgainst : Math.Min(weights[word], heaviest * MostAgainst);

    private string? Known(string word) =>
        weights.ContainsKey(word) ? word
        : mistyped.TryGetValue(word, out var meant) ? meant
        : Typos.Deletions(word).Select(without => weights.ContainsKey(without) ? without : mistyped.GetValueOrDefault(without)).FirstOrDefault(static found => found is not null);

    private List<int> PlacesOf(string word)
    {
        if (!places.TryGetValue(word, out var found))
        {
            places[word] = found = [];
        }

        return found;
    }

    private void Weigh()
    {
        foreach (var word in Entries.SelectMany(static entry => entry.Phrasings.SelectMany(static text => FaqWords.Of(text, LongestQuestion)).Distinct(StringComparer.Ordinal)))
        {
            weights[word] = weights.GetValueOrDefault(word) + 1;
        }

        var names = Entries.SelectMany(static entry => entry.Phrasings.SelectMany(static text => text.Split(' ')))
            .Where(static word => word.Length > 1 && word.All(static letter => char.IsUpper(letter) || char.IsDigit(letter))).SelectMany(static word => FaqWords.Of(word, 1)).ToHashSet(StringComparer.Ordinal);
        foreach (var (word, entries) in weights.ToList())
        {
            weights[word] = Math.Log((Entries.Length + 1) / (entries + 0.5) + 1) * (names.Contains(word) ? 1 : Sense(word));
        }
    }

    // Short words are mostly those of grammar, which a small file cannot show; names in capitals ("API") are none.
    private static double Sense(string word) => word.Length switch { 2 => 0.2, 3 => 0.5, 4 => 0.8, _ => 1 };

    private Phrasing PhrasingOf(FaqEntry entry, string text)
    {
        var words = FaqWords.Of(text, LongestQuestion);
        return new Phrasing(entry, words, words.Sum(word => weights[word]), words.MaxBy(word => weights[word])!);
    }

    private sealed record Phrasing(FaqEntry Entry, List<string> Words, double Weight, string Heaviest);
}
