namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>When demos can be had and with whom: the configuration section "Booking".</summary>
public sealed class BookingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Booking";

    /// <summary>IANA id of the zone in which <see cref="WorkingHours"/> and <see cref="Holidays"/> are meant.</summary>
    public string TimeZone { get; set; } = "Europe/Berlin";

    /// <summary>Who gives demos; none given = one, named "Sales".</summary>
    public List<RepOptions> Reps { get; } = [];

    /// <summary>
    /// Stretches of a day by its English name: Monday = "09:00-12:00, 13:00-17:00". None given = those, Monday to Friday;
    /// once a day is given, only the days given are worked.
    /// </summary>
    public Dictionary<string, string> WorkingHours { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Length of a demo in minutes: 5 to 480, a multiple of 5.</summary>
    public int SlotMinutes { get; set; } = 30;

    /// <summary>Minutes kept free between two demos of one representative: 0 to 240, a multiple of 5.</summary>
    public int BufferMinutes { get; set; }

    /// <summary>Hours from now to the earliest demo: 0 to 720.</summary>
    public int NoticeHours { get; set; } = 4;

    /// <summary>Days from now to the latest demo: 1 to 365.</summary>
    public int HorizonDays { get; set; } = 21;

    /// <summary>Days off, as 2026-12-24.</summary>
    public List<string> Holidays { get; } = [];

    /// <summary>What the calendar entry is called.</summary>
    public string Title { get; set; } = "Product demo";

    /// <summary>Where it takes place, or null.</summary>
    public string? Location { get; set; }

    /// <summary>An http or https address where it takes place, or null.</summary>
    public string? MeetingUrl { get; set; }

    /// <summary>The representatives, or the one who stands in where none is given.</summary>
    internal IReadOnlyList<RepOptions> RepsOrDefault => Reps.Count > 0 ? Reps : [new RepOptions { Name = "Sales" }];
}

/// <summary>Someone who gives demos.</summary>
public sealed class RepOptions
{
    /// <summary>The name that visitors see, 1 to 100 characters; no two are the same.</summary>
    public string Name { get; set; } = "";

    /// <summary>The e-mail address of their calendar, or null.</summary>
    public string? Email { get; set; }
}
