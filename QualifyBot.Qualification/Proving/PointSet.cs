using System.Collections.Immutable;

namespace QualifyBot.Qualification.Proving;

/// <summary>The pairs of points that components earn together, as bits of a plane, and how each comes about.</summary>
internal sealed class PointSet
{
    private readonly PointSet? before;
    private readonly ImmutableArray<Points> added;
    private readonly Region least;
    private readonly Plane plane;

    private PointSet(Plane plane, PointSet? before, ImmutableArray<Points> added, Region least, ulong[] bits)
    {
        (this.plane, this.before, this.added, this.least) = (plane, before, added, least);
        Bits = bits;
    }

    public ulong[] Bits { get; }

    /// <summary>What nothing earns.</summary>
    public static PointSet None(Plane plane)
    {
        var bits = new ulong[(plane.Size + 63) / 64];
        bits[0] = 1;
        return new PointSet(plane, null, [], Region.Whole, bits);
    }

    /// <summary>What these earn together with one more component.</summary>
    /// <param name="sums">What the component may earn here.</param>
    /// <param name="floor">Bounds of what it may earn at all: the plane counts from its least.</param>
    public PointSet With(Sums sums, Region floor)
    {
        var bits = new ulong[Bits.Length];
        foreach (var points in sums.All)
        {
            Merge(bits, plane.Shift(points.Fit - floor.FitLow, points.Intent - floor.IntentLow));
        }

        return new PointSet(plane, this, sums.All, floor, bits);
    }

    /// <summary>Cells that earn the points at a place whose bit is set.</summary>
    public IEnumerable<(int Variable, int Cell)> CellsOf(int place)
    {
        for (var set = this; set.before is { } earlier; set = earlier)
        {
            foreach (var points in set.added)
            {
                var from = place - plane.Shift(points.Fit - set.least.FitLow, points.Intent - set.least.IntentLow);
                if (from >= 0 && (earlier.Bits[from >> 6] >> (from & 63) & 1) != 0)
                {
                    foreach (var cell in points.Cells)
                    {
                        yield return cell;
                    }

                    place = from;
                    break;
                }
            }
        }
    }

    private void Merge(ulong[] bits, int shift)
    {
        var (words, rest) = (shift >> 6, shift & 63);
        for (var index = bits.Length - 1; index >= words; index--)
        {
            bits[index] |= Bits[index - words] << rest;
            if (rest > 0 && index > words)
            {
                bits[index] |= Bits[index - words - 1] >> (64 - rest);
            }
        }
    }
}
