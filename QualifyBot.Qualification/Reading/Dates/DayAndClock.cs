using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>A day and the clock said right behind it are one time.</summary>
internal static class DayAndClock
{
    /// <summary>Joins "tomorrow after lunch"; of "today in an hour" the clock stays, whose day was said twice.</summary>
    public static void Join(List<FoundTime> times)
    {
        for (var i = times.Count - 1; i > 0; i--)
        {
            var (day, clock) = (times[i - 1].Node, times[i].Node);
            if (day.End != times[i].Start || clock.Except || day is not { Grain: Grain.Day, HasClock: false, OpenTo: false, OpenFrom: false, Except: false })
            {
                continue;
            }

            if (clock.ClockOnly && clock.OpenTo && clock.Zone == 0)
            {
                times[i - 1] = times[i - 1] with { Node = clock with { From = day.From.Date + clock.From.TimeOfDay, ClockOnly = false } };
                times.RemoveAt(i);
            }
            else if (clock is { ClockOnly: false, Grain: Grain.Minute or Grain.Hour } && clock.From >= day.From && clock.From < day.To)
            {
                times.RemoveAt(i - 1);
            }
        }
    }
}
