using System.Numerics;

namespace QualifyBot.Qualification.Proving;

/// <summary>What of the points is looked at; the less it is, the smaller the sets are.</summary>
internal enum Lens
{
    /// <summary>Fit and intent.</summary>
    Both,

    /// <summary>Fit alone.</summary>
    Fit,

    /// <summary>Intent alone.</summary>
    Intent,

    /// <summary>Their sum.</summary>
    Total,
}

/// <summary>Where in a set of bits points stand: by line, and within a line. Fit counts in lines and intent within; alone, or summed up, points count in lines.</summary>
/// <param name="Lens">What is looked at.</param>
/// <param name="Line">Points of the first line.</param>
/// <param name="Start">Points of the first place of a line.</param>
/// <param name="LineStep">Points grow by this from line to line.</param>
/// <param name="Step">Points grow by this from place to place.</param>
/// <param name="Height">Lines.</param>
/// <param name="Width">Places in a line.</param>
internal sealed record Plane(Lens Lens, int Line, int Start, int LineStep, int Step, int Height, int Width)
{
    /// <summary>Places in all.</summary>
    public long Size => (long)Height * Width;

    /// <summary>The plane of a lens within bounds, whose points rise in steps.</summary>
    public static Plane Of(Lens lens, Region bounds, int fitStep, int intentStep)
    {
        var both = (int)BigInteger.GreatestCommonDivisor(fitStep, intentStep);
        return lens switch
        {
            Lens.Fit => new Plane(lens, bounds.FitLow, 0, fitStep, 1, Count(bounds.FitLow, bounds.FitHigh, fitStep), 1),
            Lens.Intent => new Plane(lens, bounds.IntentLow, 0, intentStep, 1, Count(bounds.IntentLow, bounds.IntentHigh, intentStep), 1),
            Lens.Total => new Plane(lens, bounds.TotalLow, 0, both, 1, Count(bounds.TotalLow, bounds.TotalHigh, both), 1),
            _ => new Plane(lens, bounds.FitLow, bounds.IntentLow, fitStep, intentStep, Count(bounds.FitLow, bounds.FitHigh, fitStep), Count(bounds.IntentLow, bounds.IntentHigh, intentStep)),
        };
    }

    /// <summary>The lens that tells whether points lie in a region.</summary>
    public static Lens For(in Region region)
    {
        var whole = Region.Whole;
        var fit = region.FitLow > whole.FitLow || region.FitHigh < whole.FitHigh;
        var intent = region.IntentLow > whole.IntentLow || region.IntentHigh < whole.IntentHigh;
        var total = region.TotalLow > whole.TotalLow || region.TotalHigh < whole.TotalHigh;
        return (fit, intent, total) switch
        {
            (_, false, false) => Lens.Fit,
            (false, true, false) => Lens.Intent,
            (false, false, true) => Lens.Total,
            _ => Lens.Both,
        };
    }

    /// <summary>The places that a step by these points, above the least of a part, leads on.</summary>
    public int Shift(int fit, int intent) => Lens switch
    {
        Lens.Fit => fit / LineStep,
        Lens.Intent => intent / LineStep,
        Lens.Total => (fit + intent) / LineStep,
        _ => (fit / LineStep * Width) + (intent / Step),
    };

    /// <summary>The first place within a region where the bit is set, or -1.</summary>
    public int Find(ulong[] bits, in Region region)
    {
        var (least, most) = Lens switch
        {
            Lens.Intent => (region.IntentLow, region.IntentHigh),
            Lens.Total => (region.TotalLow, region.TotalHigh),
            _ => (region.FitLow, region.FitHigh),
        };
        for (var line = 0; line < Height; line++)
        {
            var points = Line + (line * LineStep);
            var found = points < least || points > most ? -1 : Lens == Lens.Both ? FindIn(bits, line, points, region) : FirstSet(bits, line, line);
            if (found >= 0)
            {
                return found;
            }
        }

        return -1;
    }

    private int FindIn(ulong[] bits, int line, int fit, in Region region)
    {
        var low = Math.Max(region.IntentLow, region.TotalLow - fit);
        var high = Math.Min(region.IntentHigh, region.TotalHigh - fit);
        var first = low <= Start ? 0 : (low - Start + Step - 1) / Step;
        var last = high < Start ? -1 : Math.Min(Width - 1, (high - Start) / Step);
        return first <= last ? FirstSet(bits, (line * Width) + first, (line * Width) + last) : -1;
    }

    private static int FirstSet(ulong[] bits, int first, int last)
    {
        for (var word = first >> 6; word <= last >> 6; word++)
        {
            var some = bits[word];
            some &= word == first >> 6 ? ulong.MaxValue << (first & 63) : ulong.MaxValue;
            some &= word == last >> 6 ? ulong.MaxValue >> (63 - (last & 63)) : ulong.MaxValue;
            if (some != 0)
            {
                return (word << 6) + BitOperations.TrailingZeroCount(some);
            }
        }

        return -1;
    }

    private static int Count(int low, int high, int step) => ((high - low) / step) + 1;
}
