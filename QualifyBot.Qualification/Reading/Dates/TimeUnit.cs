namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Units of time that people count in.</summary>
internal enum TimeUnit
{
    Once, Second, Minute, Hour, Day, WorkDay, Weekend, WorkWeek, Week, Fortnight, Month, Quarter, HalfYear, Year, Decade, Century,
}

/// <summary>Parts of a day.</summary>
internal enum DayPart
{
    Dawn, EarlyMorning, Morning, LateMorning, Midday, Lunch, Afternoon, EarlyAfternoon, LateAfternoon, Evening, Tonight, LateTonight, Night, AfterWork, Breakfast, Dinner, BusinessHours,
}

/// <summary>Seasons of the northern year.</summary>
internal enum Season
{
    Spring, Summer, Autumn, Winter,

    /// <summary>Said without a name: "this season".</summary>
    Any,
}
