using System.Collections.Frozen;
using System.Globalization;

namespace QualifyBot.BotFramework.Dialogs.Choices;

/// <summary>Places in a list: "2", "#2", "2nd", "two", "the second one", "option b" is none, "last", "the middle one".</summary>
internal static class Places
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    private static readonly string[] Cardinals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private static readonly FrozenSet<string> Counters = new[] { "option", "number", "choice", "answer", "item" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The place that the words name, from 0; null where they name none, or one beyond the list.</summary>
    public static int? Find(List<string> said, int count)
    {
        var left = said.FindAll(w => !Words.Fillers.Contains(w));
        var place = left.Count switch
        {
            0 when NamesOne(said) => 1,
            1 => PlaceOf(left[0], count),
            _ => 0,
        };
        return place >= 1 && place <= count ? place - 1 : null;
    }

    // "one" is a filler in "the second one" and "that one", but a number alone or behind "option".
    private static bool NamesOne(List<string> said)
    {
        var at = said.IndexOf("one");
        return at >= 0 && (said.Count == 1 || (at > 0 && Counters.Contains(said[at - 1])));
    }

    private static int PlaceOf(string word, int count)
    {
        if (word is "last" or "final" or "later" or "latest" or "latter")
        {
            return count;
        }

        if (word is "earlier" or "earliest" or "former")
        {
            return 1;
        }

        if (word is "middle")
        {
            return count % 2 == 1 ? (count + 1) / 2 : 0;
        }

        var digits = word is [.., 's', 't'] or [.., 'n', 'd'] or [.., 'r', 'd'] or [.., 't', 'h'] ? word.AsSpan(0, word.Length - 2) : word;
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return Math.Max(Array.IndexOf(Ordinals, word), Array.IndexOf(Cardinals, word)) + 1;
    }
}
