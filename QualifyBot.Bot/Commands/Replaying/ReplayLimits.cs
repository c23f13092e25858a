using System.Globalization;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>How many flips are accepted.</summary>
/// <param name="Flips">At most so many; null = any number.</param>
/// <param name="Percent">At most this share of all leads, in percent; null = any.</param>
internal sealed record ReplayLimits(long? Flips, double? Percent)
{
    /// <summary>The limits that were given, or what is wrong with them.</summary>
    public static (ReplayLimits? Limits, string? Problem) Parse(string? flips, string? percent)
    {
        if (flips is not null && !long.TryParse(flips, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return (null, $"'{flips}' is no number of flips. Write a whole number, such as --max-flips 0.");
        }

        if (percent is not null && (!double.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) || share > 100))
        {
            return (null, $"'{percent}' is no share in percent. Write a number from 0 to 100, such as --max-flips-percent 2.5.");
        }

        return (new ReplayLimits(flips is null ? null : long.Parse(flips, CultureInfo.InvariantCulture), percent is null ? null : double.Parse(percent, CultureInfo.InvariantCulture)), null);
    }

    /// <summary>What was exceeded, in words; null = nothing.</summary>
    public string? Exceeded(ReplayTotals totals) =>
        totals.Flips > Flips ? string.Create(CultureInfo.InvariantCulture, $"{totals.Flips} flips are more than the {Flips} of --max-flips.")
        : totals.FlipPercent > Percent ? string.Create(CultureInfo.InvariantCulture, $"{totals.FlipPercent:0.##} % flips are more than the {Percent:0.##} % of --max-flips-percent.")
        : null;
}
