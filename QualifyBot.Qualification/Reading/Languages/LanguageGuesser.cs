using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Languages;

/// <summary>Tells the language of a message by its words and letters, in time linear in its length. Total and deterministic.</summary>
public static class LanguageGuesser
{
    // Enough to be sure, whatever follows.
    private const int MostWords = 200;
    private const int LongestWord = 40;
    private const int MostLetters = 64;
    private const int MostOfScript = 20;
    private const float OfScript = 1.5f;

    private const float LeastScore = 1.5f;
    private const float LeastGap = 1;
    private const float LeastRatio = 1.4f;

    // Words that are surely none of the talk's language need less to tell two related ones apart.
    private const float LeastForeign = 2;
    private const float LeastForeignRatio = 3;
    private const float LeastForeignGap = 0.3f;

    private const float LeastLikely = 1;
    private const float LeastLikelyRatio = 2;

    private const float Telling = 0.5f;

    /// <summary>The language of a message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="current">The language of the talk so far, or null.</param>
    public static LanguageGuess Guess(string text, string? current = null)
    {
        var table = LanguageTable.All;
        Span<float> scores = stackalloc float[table.Signs.Length];
        Span<int> words = stackalloc int[table.Signs.Length];
        scores.Clear();
        words.Clear();
        AddWords(table, text, scores, words);
        AddLetters(table, text, scores, words);
        var best = MaxBut(scores, -1);
        if (scores[best] <= 0)
        {
            return default;
        }

        var (second, talk) = (scores[MaxBut(scores, best)], IndexOf(table, current) is >= 0 and var place ? scores[place] : 0);
        var (code, gap) = (table.Signs[best].Code, scores[best] - second);
        var isPlain = scores[best] >= LeastScore && gap >= LeastGap && scores[best] >= LeastRatio * second;
        var isForeign = current is not null && scores[best] >= LeastForeign && scores[best] >= LeastForeignRatio * talk && gap >= LeastForeignGap;
        var isClear = words[best] > 0 && (isPlain || isForeign);
        return new LanguageGuess(code, isClear || code == current || (words[best] > 0 && scores[best] >= LeastLikely && scores[best] >= LeastLikelyRatio * talk), isClear, words[best]);
    }

    private static void AddWords(LanguageTable table, string text, Span<float> scores, Span<int> words)
    {
        var count = 0;
        foreach (var word in new MessageWords(text))
        {
            if (++count > MostWords)
            {
                return;
            }

            if (word.Length <= LongestWord)
            {
                AddWord(table, word, scores, words);
            }
        }
    }

    private static void AddWord(LanguageTable table, ReadOnlySpan<char> word, Span<float> scores, Span<int> words)
    {
        Span<char> small = stackalloc char[LongestWord];
        Span<char> plain = stackalloc char[LongestWord * 2];
        var (length, plainLength) = (word.Length, 0);
        for (var i = 0; i < length; i++)
        {
            small[i] = word[i] is '’' ? '\'' : char.ToLowerInvariant(word[i]);
            var (first, other) = Folding.Fold(word[i]);
            plain[plainLength] = first;
            plainLength += first == '\0' ? 0 : 1;
            plain[plainLength] = other;
            plainLength += other == '\0' ? 0 : 1;
        }

        var found = table.Find(small[..length], plain[..plainLength]);
        if (found.IsEmpty && small[..length].IndexOf('\'') is > 0 and var cut)
        {
            AddWord(table, word[..cut], scores, words);
            AddWord(table, word[(cut + 1)..], scores, words);
            return;
        }

        foreach (var weight in found.IsEmpty ? table.FindEnding(small[..length]) : found)
        {
            scores[weight.Language] += weight.Value;
            words[weight.Language] += weight.Value >= Telling && !found.IsEmpty ? 1 : 0;
        }
    }

    // Each letter counts once, so that a repeated one weighs no more.
    private static void AddLetters(LanguageTable table, string text, Span<float> scores, Span<int> words)
    {
        Span<char> seen = stackalloc char[MostLetters];
        var count = 0;
        foreach (var c in text)
        {
            if (c < 0x80)
            {
                continue;
            }

            var letter = char.ToLowerInvariant(c);
            AddScript(table, letter, scores, words);
            if (count < MostLetters && !seen[..count].Contains(letter))
            {
                seen[count++] = letter;
                foreach (var weight in table.Find(letter))
                {
                    scores[weight.Language] += weight.Value;
                }
            }
        }
    }

    private static void AddScript(LanguageTable table, char letter, Span<float> scores, Span<int> words)
    {
        for (var i = 0; i < table.Signs.Length; i++)
        {
            if (table.Signs[i].Script is var (first, last) && letter >= first && letter <= last && words[i] < MostOfScript)
            {
                scores[i] += OfScript;
                words[i]++;
            }
        }
    }

    private static int MaxBut(ReadOnlySpan<float> scores, int but)
    {
        var best = but == 0 ? 1 : 0;
        for (var i = best + 1; i < scores.Length; i++)
        {
            best = i != but && scores[i] > scores[best] ? i : best;
        }

        return best;
    }

    private static int IndexOf(LanguageTable table, string? code)
    {
        for (var i = 0; i < table.Signs.Length && code is not null; i++)
        {
            if (string.Equals(table.Signs[i].Code, code, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
