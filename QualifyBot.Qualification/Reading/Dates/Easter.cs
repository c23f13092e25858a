namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Easter Sundays of the western and the eastern churches, as days of the Gregorian calendar.</summary>
internal static class Easter
{
    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).</summary>
    public static DateTime Western(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var days = h + l - (7 * m) + 114;
        return new DateTime(year, days / 31, (days % 31) + 1);
    }

    /// <summary>Easter Sunday of the Julian calendar (Meeus), thirteen days behind in the 20th and 21st century.</summary>
    public static DateTime Orthodox(int year)
    {
        var (a, b, c) = (year % 4, year % 7, year % 19);
        var d = ((19 * c) + 15) % 30;
        var e = ((2 * a) + (4 * b) - d + 34) % 7;
        var days = d + e + 114;
        return new DateTime(year, days / 31, (days % 31) + 1).AddDays((year / 100) - (year / 400) - 2);
    }
}
