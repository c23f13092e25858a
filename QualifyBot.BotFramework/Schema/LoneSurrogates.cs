using System.Buffers.Text;

namespace QualifyBot.BotFramework.Schema;

/// <summary>
/// Mends JSON in which half a character stands: an escape of a surrogate without its other half, as a script writes that cuts a text within an emoji.
/// It is no error to the parser, but to whoever reads the text afterwards.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>The same JSON with the sign for an unreadable character in place of each half; null where there is none.</summary>
    internal static byte[]? Mend(ReadOnlySpan<byte> json)
    {
        byte[]? mended = null;
        for (var at = Next(json, 0); at >= 0; at = Next(json, at))
        {
            var unit = UnitAt(json, at);
            if (unit is not { } half || !char.IsSurrogate(half))
            {
                at += unit is null ? 2 : EscapeLength;
            }
            else if (char.IsHighSurrogate(half) && UnitAt(json, at + EscapeLength) is { } other && char.IsLowSurrogate(other))
            {
                at += EscapeLength * 2;
            }
            else
            {
                mended ??= json.ToArray();
                "\\ufffd"u8.CopyTo(mended.AsSpan(at));
                at += EscapeLength;
            }
        }

        return mended;
    }

    private static int Next(ReadOnlySpan<byte> json, int from) =>
        from < json.Length && json[from..].IndexOf((byte)'\\') is >= 0 and var found ? from + found : -1;

    // The code unit of an escape "\uXXXX" that stands there; null where none does.
    private static char? UnitAt(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && Utf8Parser.TryParse(json.Slice(at + 2, 4), out ushort unit, out var read, 'x') && read == 4
            ? (char)unit
            : null;
}
