namespace QualifyBot.Qualification.Proving;

/// <summary>Where in a set of bits a pair of points stands: fit counts in lines, intent within a line.</summary>
/// <param name="Fit">Fit of the first line.</param>
/// <param name="Intent">Intent of the first place of a line.</param>
/// <param name="FitStep">Fit grows by this from line to line.</param>
/// <param name="IntentStep">Intent grows by this from place to place.</param>
/// <param name="Height">Lines.</param>
/// <param name="Width">Places in a line.</param>
internal sealed record Plane(int Fit, int Intent, int FitStep, int IntentStep, int Height, int Width)
{
    /// <summary>Places in all.</summary>
    public long Size => (long)Height * Width;

    /// <summary>The place that a step by these points, above the least of a component, leads on.</summary>
    public int Shift(int fit, int intent) => (fit / FitStep * Width) + (intent / IntentStep);

    /// <summary>The first place within a region where the bit is set, or -1.</summary>
    public int Find(ulong[] bits, in Region region)
    {
        for (var line = 0; line < Height; line++)
        {
            var fit = Fit + (line * FitStep);
            if (fit < region.FitLow || fit > region.FitHigh)
            {
                continue;
            }

            var low = Math.Max(region.IntentLow, region.TotalLow - fit);
            var high = Math.Min(region.IntentHigh, region.TotalHigh - fit);
            var first = low <= Intent ? 0 : (low - Intent + IntentStep - 1) / IntentStep;
            var last = high < Intent ? -1 : Math.Min(Width - 1, (high - Intent) / IntentStep);
            var found = first <= last ? FirstSet(bits, (line * Width) + first, (line * Width) + last) : -1;
            if (found >= 0)
            {
                return found;
            }
        }

        return -1;
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
                return (word << 6) + System.Numerics.BitOperations.TrailingZeroCount(some);
            }
        }

        return -1;
    }
}
