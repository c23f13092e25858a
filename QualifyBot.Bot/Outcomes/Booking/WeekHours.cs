using System.Globalization;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>The stretches worked on each day of the week, in minutes from midnight.</summary>
internal sealed class WeekHours
{
    private static readonly string[] Workdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    private readonly Stretch[][] days = [.. Enum.GetValues<DayOfWeek>().Select(_ => Array.Empty<Stretch>())];

    /// <summary>What is worked on a day, earliest first; the stretches don't overlap.</summary>
    public IReadOnlyList<Stretch> this[DayOfWeek day] => days[(int)day];

    /// <summary>Reads the configured hours; each problem is put into words.</summary>
    public static WeekHours Read(IDictionary<string, string> configured, List<string> problems)
    {
        var hours = new WeekHours();
        var given = configured.Count > 0 ? configured : Workdays.ToDictionary(day => day, _ => "09:00-12:00, 13:00-17:00", StringComparer.Ordinal);
        foreach (var (name, text) in given)
        {
            var day = Array.FindIndex(Enum.GetNames<DayOfWeek>(), known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (day < 0)
            {
                problems.Add($"Booking:WorkingHours:{name}: no day of the week; write Monday, Tuesday, ... Sunday.");
            }
            else
            {
                hours.days[day] = ReadDay(name, text, problems);
            }
        }

        return hours;
    }

    private static Stretch[] ReadDay(string day, string text, List<string> problems)
    {
        var stretches = new List<Stretch>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadStretch(part) is { } stretch)
            {
                stretches.Add(stretch);
            }
            else
            {
                problems.Add($"Booking:WorkingHours:{day}: '{part}' is no stretch of time in steps of 5 minutes; write 09:00-12:00, or 09:00-12:00, 13:00-17:00.");
            }
        }

        stretches.Sort((a, b) => a.From.CompareTo(b.From));
        if (stretches.Zip(stretches.Skip(1)).Any(pair => pair.First.To > pair.Second.From))
        {
            problems.Add($"Booking:WorkingHours:{day}: the stretches of '{text}' overlap; let each start when the one before has ended.");
        }

        return [.. stretches];
    }

    private static Stretch? ReadStretch(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && ReadTime(text[..dash]) is { } from && ReadTime(text[(dash + 1)..]) is { } to && from < to
            ? new Stretch(from, to)
            : null;
    }

    private static int? ReadTime(string text)
    {
        if (text.AsSpan().Trim() is "24:00")
        {
            return 24 * 60;
        }

        return TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Minute % Cell.Minutes == 0
            ? (time.Hour * 60) + time.Minute
            : null;
    }

    /// <summary>From the first minute, inclusive, to the last, exclusive, counted from midnight.</summary>
    public sealed record Stretch(int From, int To);
}
