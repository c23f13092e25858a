namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>
/// Days of the Indian calendars, from the places of sun and moon. A lunar month (1 = Chaitra) runs from new moon to new moon and holds the sun's entry into
/// its sign; it has thirty tithis of twelve degrees each. A day belongs to what prevails at an hour of it in India.
/// </summary>
internal static class HinduCalendar
{
    private const double IndiaAheadInDays = 5.5 / 24;
    private const double DegreesOfTithi = 12;
    private const double DegreesOfMansion = 360.0 / 27;

    /// <summary>The day of a tithi (1 to 30) in a lunar month that prevails at an hour, the first of a Gregorian year; null where the year has none.</summary>
    public static DateTime? Tithi(int year, int month, int tithi, int hour)
    {
        for (var entry = year - 1; entry <= year; entry++)
        {
            var day = TithiOf(entry, month, tithi, hour);
            if (day.Year == year)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>The first day by whose hour the sun has entered a sign (0 = Mesha).</summary>
    public static DateTime Sign(int year, int sign, int hour) => DayFrom(Entry(sign < 9 ? year : year - 1, sign), hour);

    /// <summary>The last day, while the sun is in a sign, that the moon is in a mansion (1 to 27) at an hour.</summary>
    public static DateTime Mansion(int year, int sign, int mansion, int hour)
    {
        var left = Entry(year, sign + 1);
        return DayFrom(Sky.MoonBefore((mansion - 1) * DegreesOfMansion, left), hour);
    }

    private static DateTime TithiOf(int year, int month, int tithi, int hour)
    {
        var newMoon = Sky.NewMoonBefore(Entry(year, month - 1));
        var start = Sky.PhaseAt((tithi - 1) * DegreesOfTithi, newMoon + ((tithi - 1) * 0.9843));
        var end = Sky.PhaseAt(tithi * DegreesOfTithi, start + 0.9843);
        var day = DayFrom(start, hour);
        var prevails = Sky.DaysOf(day.AddHours(hour)) - IndiaAheadInDays < end;
        return prevails ? day : Sky.TimeOf(start + IndiaAheadInDays).Date;
    }

    // Signs are entered from April on; those from the tenth on lie in the next Gregorian year.
    private static double Entry(int year, int sign) => Sky.SunAt(sign * 30, Sky.DaysOf(new DateTime(year, 3, 30).AddDays((sign * 30.4) - 5)), sidereal: true);

    private static DateTime DayFrom(double time, int hour)
    {
        var local = Sky.TimeOf(time + IndiaAheadInDays);
        return local.TimeOfDay.TotalHours <= hour ? local.Date : local.Date.AddDays(1);
    }
}
