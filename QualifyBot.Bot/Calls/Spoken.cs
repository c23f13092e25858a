using System.Buffers;
using System.Runtime.InteropServices;

namespace QualifyBot.Bot.Calls;

/// <summary>A sentence of a turn: from <paramref name="Start"/> to before <paramref name="End"/>, its sign included.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Marked">Whether a question mark ends it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Spoken(int Start, int End, bool Marked)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create(" \t\r\n.!?…-–—");
    private static readonly string[] Short = ["mr", "mrs", "ms", "dr", "approx", "vs", "inc", "ltd", "co", "no", "e.g", "i.e", "etc", "ca", "bzw", "z.b"];

    /// <summary>Words in it.</summary>
    public int WordsIn(string text) => text[Start..End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, End - Start);

    /// <summary>The sentences of a text.</summary>
    public static List<Spoken> In(string text)
    {
        var (found, start) = (new List<Spoken>(), 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\n' && !(IsSign(text[i]) && IsEnd(text, i)))
            {
                continue;
            }

            Add(found, text, start, i + 1);
            start = i + 1;
        }

        Add(found, text, start, text.Length);
        return found;
    }

    private static void Add(List<Spoken> found, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        if (text.AsSpan(start, end - start).ContainsAnyExcept(Signs))
        {
            found.Add(new Spoken(start, end, text.AsSpan(start, end - start).TrimEnd()[^1] == '?'));
        }
    }

    private static bool IsSign(char sign) => sign is '.' or '?' or '!' or '…';

    // "3.5", "approx. 20" and "Mr. Smith" go on.
    private static bool IsEnd(string text, int at)
    {
        if (at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]))
        {
            return false;
        }

        var before = text.AsSpan(0, at);
        var word = before[(before.LastIndexOfAny(' ', '\n') + 1)..];
        foreach (var known in Short)
        {
            if (text[at] == '.' && word.Equals(known, StringComparison.OrdinalIgnoreCase) && at + 1 < text.Length)
            {
                return false;
            }
        }

        return true;
    }
}
