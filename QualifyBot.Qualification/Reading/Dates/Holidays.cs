using System.Collections.Concurrent;
using System.Collections.Immutable;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Days of holidays, kept once they are known: those of the moon take a while to find.</summary>
internal static class Holidays
{
    /// <summary>Only these years are kept, so that no message can fill the memory.</summary>
    private const int FirstKept = 1900;
    private const int LastKept = 2100;

    /// <summary>Some holidays come once in four years.</summary>
    private const int FarthestInYears = 13;

    private static readonly ConcurrentDictionary<int, ImmutableArray<string>> Rules = [];
    private static readonly ConcurrentDictionary<long, HolidayDays?> Known = [];

    /// <summary>The days of a holiday in a year, or null where it has none.</summary>
    public static HolidayDays? Find(int holiday, int year)
    {
        if (year is < FirstKept or > LastKept)
        {
            return Cal.IsYear(year) ? FindNew(holiday, year) : null;
        }

        var key = ((long)holiday << 16) | (uint)year;
        return Known.TryGetValue(key, out var known) ? known : Known[key] = FindNew(holiday, year);
    }

    /// <summary>The nearest holiday that is not past on a day, or null.</summary>
    public static HolidayDays? Next(int holiday, DateTime day)
    {
        for (var year = day.Year - 1; year < day.Year + FarthestInYears; year++)
        {
            if (Find(holiday, year) is { } found && found.To > day)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The nearest holiday that is over before a day, or null.</summary>
    public static HolidayDays? Last(int holiday, DateTime day)
    {
        for (var year = day.Year; year > day.Year - FarthestInYears; year--)
        {
            if (Find(holiday, year) is { } found && found.To <= day)
            {
                return found;
            }
        }

        return null;
    }

    // Rules parted by ";" hold in turn: the first that has a day in the year.
    private static HolidayDays? FindNew(int holiday, int year)
    {
        foreach (var rule in Rules.GetOrAdd(holiday, static id => [.. Names.TextOf(id).Split(';')]))
        {
            if (HolidayRule.Find(rule, year) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
