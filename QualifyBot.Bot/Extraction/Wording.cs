using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace QualifyBot.Bot.Extraction;

/// <summary>
/// A text in one spelling, with the way back to the original. Composed and decomposed accents, full-width forms, kinds of quotes, dashes and white space are
/// the same; letter case and words are not. Done by table: with invariant globalization string.Normalize leaves all text as it is.
/// </summary>
internal sealed class Wording
{
    /// <summary>Combining mark, then pairs of a letter and what the mark makes of it.</summary>
    private static readonly (char Mark, string Pairs)[] Marks =
    [
        ('\u0300', "AÀEÈIÌOÒUÙaàeèiìoòuùNǸnǹ"),
        ('\u0301', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzź"),
        ('\u0302', "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷ"),
        ('\u0303', "AÃNÑOÕaãnñoõIĨiĩUŨuũ"),
        ('\u0304', "AĀaāEĒeēIĪiīOŌoōUŪuū"),
        ('\u0306', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ"),
        ('\u0307', "CĊcċEĖeėGĠgġIİZŻzż"),
        ('\u0308', "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"),
        ('\u030A', "AÅaåUŮuů"),
        ('\u030B', "OŐoőUŰuű"),
        ('\u030C', "CČcčDĎdďEĚeěNŇnňRŘrřSŠsšTŤtťZŽzž"),
        ('\u0327', "CÇcçGĢKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţ"),
        ('\u0328', "AĄaąEĘeęIĮiįUŲuų"),
    ];

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Composed = Marks
        .SelectMany(mark => Enumerable.Range(0, mark.Pairs.Length / 2).Select(i => ((mark.Pairs[2 * i], mark.Mark), mark.Pairs[(2 * i) + 1])))
        .ToFrozenDictionary(entry => entry.Item1, entry => entry.Item2);

    private readonly StringBuilder spelled = new();
    private readonly List<(int Start, int End)> places = [];
    private readonly string original;

    private readonly string whole;

    /// <summary>The text in one spelling.</summary>
    public Wording(string text)
    {
        original = text;
        for (var i = 0; i < text.Length; i++)
        {
            Add(text[i], i);
        }

        whole = spelled.ToString();
    }

    /// <summary>Where the words of a quote stand, or null. A quote that cuts a word or a figure in two does not stand there.</summary>
    public (int Start, int Length)? Find(string quote)
    {
        var sought = new Wording(quote).whole.Trim();
        for (var at = IndexOf(sought, 0); at >= 0; at = IndexOf(sought, at + 1))
        {
            var (start, end) = (places[at].Start, places[at + sought.Length - 1].End);
            if (!Cuts(start) && !Cuts(end))
            {
                return (start, end - start);
            }
        }

        return null;
    }

    /// <summary>Whether a sentence begins at a place, white space and signs aside.</summary>
    public static bool OpensClause(string text, int at)
    {
        while (at > 0 && !char.IsLetterOrDigit(text[at - 1]))
        {
            at--;
            if (text[at] is '.' or '!' or '?' or ':' or ';' or '\n')
            {
                return true;
            }
        }

        return at == 0;
    }

    private int IndexOf(string sought, int from) => sought.Length == 0 ? -1 : whole.IndexOf(sought, from, StringComparison.Ordinal);

    private void Add(char c, int at)
    {
        var last = spelled.Length - 1;
        if (last >= 0 && Composed.TryGetValue((spelled[last], c), out var whole))
        {
            spelled[last] = whole;
            places[last] = (places[last].Start, at + 1);
        }
        else if (char.IsWhiteSpace(c) && last >= 0 && spelled[last] == ' ')
        {
            places[last] = (places[last].Start, at + 1);
        }
        else if (char.GetUnicodeCategory(c) is not UnicodeCategory.Format)
        {
            spelled.Append(Plain(c));
            places.Add((at, at + 1));
        }
    }

    private static char Plain(char c) => c switch
    {
        _ when char.IsWhiteSpace(c) => ' ',
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u00B4' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' => '"',
        (>= '\u2010' and <= '\u2015') or '\u2212' => '-',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };

    // True between two letters or digits, and within "15.2", "10,000", "10:30", "anna@acme.example" and "https://acme.example".
    private bool Cuts(int at) =>
        at > 0
        && at < original.Length
        && ((IsWordy(original[at - 1]) && IsWordy(original[at])) || Joins(at, 1) || Joins(at - 1, -1));

    // Whether the sign at a place ties what is before it to what is behind it.
    private bool Joins(int sign, int step)
    {
        var (near, far) = (sign - step, sign + step);
        return far >= 0
            && far < original.Length
            && IsWordy(original[near])
            && original[sign] switch
            {
                ',' => char.IsDigit(original[near]) && char.IsDigit(original[far]),
                '.' or '@' or ':' or '/' or '_' or '+' => IsWordy(original[far]) || original[far] == '/',
                _ => false,
            };
    }

    private static bool IsWordy(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
}
