namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>
/// Places of the sun and the moon, in degrees along the ecliptic, after Meeus, "Astronomical Algorithms", chapters 25 and 47, with the larger terms only:
/// a few hundredths of a degree, or minutes of time. Times are days since 2000-01-01 12:00 UTC.
/// </summary>
internal static class Sky
{
    private const double DaysOfCentury = 36525;
    private const double SunADay = 0.9856474;
    private const double MoonADay = 13.1763966;

    // Factors of the moon's elongation, the sun's anomaly, the moon's anomaly and its distance from the node; the sine's weight.
    private static readonly (int D, int M, int A, int F, double Weight)[] MoonTerms =
    [
        (0, 0, 1, 0, 6.288774), (2, 0, -1, 0, 1.274027), (2, 0, 0, 0, 0.658314), (0, 0, 2, 0, 0.213618), (0, 1, 0, 0, -0.185116),
        (0, 0, 0, 2, -0.114332), (2, 0, -2, 0, 0.058793), (2, -1, -1, 0, 0.057066), (2, 0, 1, 0, 0.053322), (2, -1, 0, 0, 0.045758),
        (0, 1, -1, 0, -0.040923), (1, 0, 0, 0, -0.034720), (0, 1, 1, 0, -0.030383), (2, 0, 0, -2, 0.015327), (0, 0, 1, 2, -0.012528),
        (0, 0, 1, -2, 0.010980), (4, 0, -1, 0, 0.010675), (0, 0, 3, 0, 0.010034), (4, 0, -2, 0, 0.008548), (2, 1, -1, 0, -0.007888),
        (2, 1, 0, 0, -0.006766), (1, 0, -1, 0, -0.005163),
    ];

    private static readonly DateTime Epoch = new(2000, 1, 1, 12, 0, 0, DateTimeKind.Unspecified);

    public static double DaysOf(DateTime utc) => (utc - Epoch).TotalDays;

    public static DateTime TimeOf(double days) => Epoch.AddDays(days);

    /// <summary>The next time from a day on that the sun reaches a longitude, measured from the equinox or, sidereal, from the Indian zero point.</summary>
    public static double SunAt(double degrees, double from, bool sidereal)
    {
        var time = from + (Turn(degrees - Sun(from, sidereal)) / SunADay);
        for (var i = 0; i < 4; i++)
        {
            time += Near(degrees - Sun(time, sidereal)) / SunADay;
        }

        return time;
    }

    /// <summary>The time around a day at which the moon is so many degrees ahead of the sun.</summary>
    public static double PhaseAt(double degrees, double around)
    {
        var time = around;
        for (var i = 0; i < 5; i++)
        {
            time += Near(degrees - Phase(time)) / (MoonADay - SunADay);
        }

        return time;
    }

    /// <summary>The last time before a day that the moon was new.</summary>
    public static double NewMoonBefore(double day) => PhaseAt(0, day - (Turn(Phase(day)) / (MoonADay - SunADay)));

    /// <summary>The last time before a day that the moon reached a sidereal longitude.</summary>
    public static double MoonBefore(double degrees, double day)
    {
        var time = day - (Turn(Moon(day) - Precession(day) - degrees) / MoonADay);
        for (var i = 0; i < 5; i++)
        {
            time += Near(degrees - Moon(time) + Precession(time)) / MoonADay;
        }

        return time;
    }

    private static double Phase(double day) => Moon(day) - Sun(day, sidereal: false);

    private static double Sun(double day, bool sidereal)
    {
        var t = day / DaysOfCentury;
        var anomaly = Radians(357.52911 + (35999.05029 * t));
        var centre = ((1.914602 - (0.004817 * t)) * Math.Sin(anomaly)) + (0.019993 * Math.Sin(2 * anomaly)) + (0.000289 * Math.Sin(3 * anomaly));
        var nutation = 0.00478 * Math.Sin(Radians(125.04 - (1934.136 * t)));
        var longitude = 280.46646 + (36000.76983 * t) + centre - 0.00569 - nutation;
        return sidereal ? longitude - Precession(day) : longitude;
    }

    private static double Moon(double day)
    {
        var t = day / DaysOfCentury;
        var (d, m) = (Radians(297.8501921 + (445267.1114034 * t)), Radians(357.5291092 + (35999.0502909 * t)));
        var (a, f) = (Radians(134.9633964 + (477198.8675055 * t)), Radians(93.2720950 + (483202.0175233 * t)));
        var longitude = 218.3164477 + (481267.88123421 * t) - (0.00478 * Math.Sin(Radians(125.04 - (1934.136 * t))));
        foreach (var term in MoonTerms)
        {
            longitude += term.Weight * Math.Sin((term.D * d) + (term.M * m) + (term.A * a) + (term.F * f));
        }

        return longitude;
    }

    // The Indian zero point (Lahiri) lay 23.853 degrees from the equinox in 2000 and moves on by 50.29 seconds of arc a year.
    private static double Precession(double day) => 23.853 + (0.013969 * day / 365.25);

    private static double Radians(double degrees) => Turn(degrees) * Math.PI / 180;

    // An angle from 0 to 360.
    private static double Turn(double degrees) => degrees - (360 * Math.Floor(degrees / 360));

    // An angle from -180 to 180.
    private static double Near(double degrees) => Turn(degrees + 180) - 180;
}
