using System.Numerics;

namespace QualifyBot.Qualification.Proving;

/// <summary>Sets of places as bits.</summary>
internal static class Bits
{
    public static bool Has(ulong[] bits, int place) => place >= 0 && (bits[place >> 6] >> (place & 63) & 1) != 0;

    /// <summary>Adds the places of one set, all moved on by so many, to another.</summary>
    public static void Merge(ReadOnlySpan<ulong> source, Span<ulong> into, int shift)
    {
        var (words, rest) = (shift >> 6, shift & 63);
        var target = into[words..];
        source = source[..Math.Min(source.Length, target.Length)];
        var index = 0;
        for (; index <= source.Length - Vector<ulong>.Count; index += Vector<ulong>.Count)
        {
            (new Vector<ulong>(target[index..]) | Vector.ShiftLeft(new Vector<ulong>(source[index..]), rest)).CopyTo(target[index..]);
        }

        for (; index < source.Length; index++)
        {
            target[index] |= source[index] << rest;
        }

        if (rest > 0)
        {
            Carry(source.Length < target.Length ? source : source[..^1], target[1..], 64 - rest);
        }
    }

    // What a shift pushes out of a word falls into the next.
    private static void Carry(ReadOnlySpan<ulong> low, Span<ulong> high, int rest)
    {
        var index = 0;
        for (; index <= low.Length - Vector<ulong>.Count; index += Vector<ulong>.Count)
        {
            (new Vector<ulong>(high[index..]) | Vector.ShiftRightLogical(new Vector<ulong>(low[index..]), rest)).CopyTo(high[index..]);
        }

        for (; index < low.Length; index++)
        {
            high[index] |= low[index] >> rest;
        }
    }
}
