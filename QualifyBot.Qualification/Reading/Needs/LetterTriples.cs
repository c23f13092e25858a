using System.Collections;
using QualifyBot.Qualification.Reading.Languages;
using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Needs;

/// <summary>
/// Which three letters stand in a row in words of any language that has a list here; the borders of a word count as letters. A real word of none
/// of these lists is made of such triples, too, but for one or two.
/// </summary>
internal sealed class LetterTriples
{
    private const int Letters = 27;
    private const int Border = 26;

    private static readonly Lazy<LetterTriples> Loaded = new(static () => new LetterTriples());

    private readonly BitArray known = new(Letters * Letters * Letters);

    private LetterTriples()
    {
        foreach (var file in WordLists.FilesIn(""))
        {
            var slash = file.LastIndexOf('/');
            foreach (var line in WordLists.Of(file[..slash], file[(slash + 1)..]).AsSpan().EnumerateLines())
            {
                AddWords(line.StartsWith('#') ? "" : line[(line.IndexOf(':') + 1)..]);
            }
        }
    }

    /// <summary>The triples of all word lists, read once.</summary>
    public static LetterTriples All => Loaded.Value;

    /// <summary>How many triples of a folded word no list has; letters beyond a to z are passed over.</summary>
    public int CountUnknown(ReadOnlySpan<char> word)
    {
        var (unknown, first, second) = (0, Border, -1);
        foreach (var letter in word)
        {
            if (letter is >= 'a' and <= 'z')
            {
                unknown += second >= 0 && !known[Place(first, second, letter - 'a')] ? 1 : 0;
                (first, second) = second >= 0 ? (second, letter - 'a') : (first, letter - 'a');
            }
        }

        return unknown + (second >= 0 && !known[Place(first, second, Border)] ? 1 : 0);
    }

    private static int Place(int first, int second, int third) => (((first * Letters) + second) * Letters) + third;

    private void AddWords(ReadOnlySpan<char> line)
    {
        var (first, second) = (Border, -1);
        foreach (var c in line)
        {
            var (one, other) = Folding.Fold(c);
            Add(one, ref first, ref second);
            if (other != '\0')
            {
                Add(other, ref first, ref second);
            }
        }

        Add(' ', ref first, ref second);
    }

    // Whatever is no letter ends the word.
    private void Add(char letter, ref int first, ref int second)
    {
        var next = letter is >= 'a' and <= 'z' ? letter - 'a' : Border;
        if (second >= 0)
        {
            known[Place(first, second, next)] = true;
        }

        (first, second) = next == Border ? (Border, -1) : second < 0 ? (Border, next) : (second, next);
    }
}
