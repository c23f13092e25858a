using System.Globalization;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>
/// Time is claimed in cells of five minutes, so that two demos of one representative which overlap share a cell and
/// can't both be claimed, even where hosts run with different lengths of a demo.
/// </summary>
internal static class Cell
{
    public const int Minutes = 5;

    private const long Ticks = Minutes * TimeSpan.TicksPerMinute;

    /// <summary>The numbers of the cells that a stretch of time touches.</summary>
    public static IEnumerable<long> Between(DateTimeOffset start, DateTimeOffset end)
    {
        for (var cell = start.UtcTicks / Ticks; cell * Ticks < end.UtcTicks; cell++)
        {
            yield return cell;
        }
    }

    /// <summary>The name of the document that says who has claimed a cell.</summary>
    public static string Name(string rep, long cell) => string.Create(CultureInfo.InvariantCulture, $"cell/{cell}/{rep}");
}
