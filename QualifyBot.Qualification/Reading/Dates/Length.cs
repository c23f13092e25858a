namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>A length of time as it was said; End is the term behind it, 0 where nothing was read.</summary>
internal struct Length
{
    public int End;

    /// <summary>The first term.</summary>
    public int Start;

    /// <summary>Months, with years as twelve of them.</summary>
    public decimal Months;

    /// <summary>Everything shorter, in seconds.</summary>
    public decimal Seconds;

    /// <summary>Working days.</summary>
    public int WorkDays;

    /// <summary>Extra days that make a year 365, a quarter 91 and a weekend 2 days when the length itself is the answer.</summary>
    public decimal ExtraDays;

    /// <summary>The smallest unit said.</summary>
    public TimeUnit Unit;

    /// <summary>How many of the unit.</summary>
    public decimal Count;

    /// <summary>Said without a number ("a week", "week").</summary>
    public bool Article;

    public readonly bool Exists => End > 0;

    public readonly decimal TotalDays => (Months * 30) + (Seconds / 86400) + (WorkDays * 1.5m);

    /// <summary>The length in seconds, a month of 30 days, a year of 365.</summary>
    public readonly decimal TotalSeconds => (((Months * 30) + ExtraDays + WorkDays) * 86400) + Seconds;

    public static Length Of(decimal count, TimeUnit unit, int end)
    {
        var length = new Length { End = end, Unit = unit, Count = count };
        switch (unit)
        {
            case TimeUnit.Second: length.Seconds = count; break;
            case TimeUnit.Minute: length.Seconds = count * 60; break;
            case TimeUnit.Hour: length.Seconds = count * 3600; break;
            case TimeUnit.Day: length.Seconds = count * 86400; break;
            case TimeUnit.WorkDay: length.WorkDays = (int)Math.Min(count, 10000); break;
            case TimeUnit.Week: length.Seconds = count * 7 * 86400; break;
            case TimeUnit.Weekend: (length.Seconds, length.ExtraDays) = (count * 7 * 86400, count * -5); break;
            case TimeUnit.WorkWeek: (length.Seconds, length.ExtraDays) = (count * 7 * 86400, count * -2); break;
            case TimeUnit.Fortnight: length.Seconds = count * 14 * 86400; break;
            case TimeUnit.Month: length.Months = count; break;
            case TimeUnit.Quarter: (length.Months, length.ExtraDays) = (count * 3, count); break;
            case TimeUnit.HalfYear: (length.Months, length.ExtraDays) = (count * 6, count * 2); break;
            case TimeUnit.Year: (length.Months, length.ExtraDays) = (count * 12, count * 5); break;
            case TimeUnit.Decade: (length.Months, length.ExtraDays) = (count * 120, count * 50); break;
            default: (length.Months, length.ExtraDays) = (count * 1200, count * 500); break;
        }

        return length;
    }

    /// <summary>This length and another one behind it.</summary>
    public readonly Length Plus(Length other) => other with
    {
        Months = Months + other.Months,
        Seconds = Seconds + other.Seconds,
        WorkDays = WorkDays + other.WorkDays,
        ExtraDays = other.Months > 0 ? 0 : ExtraDays + other.ExtraDays,
        Article = false,
    };
}
