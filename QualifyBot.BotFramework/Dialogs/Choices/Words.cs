using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace QualifyBot.BotFramework.Dialogs.Choices;

/// <summary>What people write, as words in lower case: letters and digits, and each symbol such as 👍 by itself.</summary>
internal static class Words
{
    /// <summary>Words that a choice is wrapped in and that choose nothing.</summary>
    public static readonly FrozenSet<string> Fillers = (
        "the a an option number choice answer item one please i id ill im would will like love take want choose pick prefer go "
        + "with for it is its my that thats this lets let us have do to say be think guess probably um uh hm hmm well oh ah so "
        + "then thanks thank you just me we wed").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Openers = "well oh ah so hm hmm uh um ok okay".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Closers = "please thanks thank you then".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words without those that only lead in ("well", "ok") or out ("please", "thanks").</summary>
    public static List<string> WithoutFrame(List<string> said)
    {
        var first = said.FindIndex(word => !Openers.Contains(word));
        var last = said.FindLastIndex(word => !Closers.Contains(word));
        return first < 0 || last < first ? [] : said[first..(last + 1)];
    }

    /// <summary>The words of a text.</summary>
    public static List<string> Of(string? text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (rune.Value is not ('\'' or '\u2019'))
            {
                Finish(words, word);
                if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol)
                {
                    words.Add(rune.ToString());
                }
            }
        }

        Finish(words, word);
        return words;
    }

    /// <summary>How many slips of the finger lie between two words; null where they are different words.</summary>
    public static int? Slips(string said, string meant)
    {
        if (string.Equals(said, meant, StringComparison.Ordinal))
        {
            return 0;
        }

        var longer = Math.Max(said.Length, meant.Length);
        var allowed = longer >= 8 ? 2 : 1;
        if (Math.Min(said.Length, meant.Length) < 4 || longer - Math.Min(said.Length, meant.Length) > allowed || meant.Any(char.IsDigit))
        {
            return null;
        }

        var slips = Distance(said, meant);
        return slips <= allowed ? slips : null;
    }

    private static void Finish(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    // Letters added, left out, changed, or swapped with the next one (optimal string alignment).
    private static int Distance(string a, string b)
    {
        var (before, last, now) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                now[j] = Math.Min(change, 1 + Math.Min(last[j], now[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                }
            }

            (before, last, now) = (last, now, before);
        }

        return last[b.Length];
    }
}
