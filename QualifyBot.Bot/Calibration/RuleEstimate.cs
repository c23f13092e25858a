namespace QualifyBot.Bot.Calibration;

/// <summary>How a rule's points compare with what it predicted.</summary>
public enum RuleVerdict
{
    /// <summary>The points lie within the interval.</summary>
    AsExpected,

    /// <summary>They lie above it.</summary>
    TooHigh,

    /// <summary>They lie below it.</summary>
    TooLow,

    /// <summary>It lies on the other side of 0 as a whole.</summary>
    WrongSign,

    /// <summary>The rule counted too seldom, or nearly always, to say.</summary>
    TooLittleData,
}

/// <summary>What was found about a rule.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Points">The points that the playbook gives.</param>
/// <param name="With">Leads on whom it counted.</param>
/// <param name="RateWith">Part of those that bought, 0 to 1; NaN where there are none.</param>
/// <param name="RateWithout">Part of the others that bought, 0 to 1; NaN where there are none.</param>
/// <param name="Coefficient">Log-odds that it adds, all else equal, with its interval of 95 %; null where it was left out.</param>
/// <param name="Suggested">Points in proportion to that, with their interval; null where it was left out or there is too little data.</param>
/// <param name="Verdict">The comparison.</param>
/// <param name="Note">Why it was left out, or null.</param>
public sealed record RuleEstimate(
    string Rule, int Points, long With, double RateWith, double RateWithout, Interval? Coefficient, Interval? Suggested, RuleVerdict Verdict, string? Note);

/// <summary>A number and where it lies with a chance of 95 %.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="Middle">The number.</param>
/// <param name="High">Upper end.</param>
public sealed record Interval(double Low, double Middle, double High)
{
    private const double Normal95 = 1.959964;

    /// <summary>The interval of a normal estimate.</summary>
    public static Interval Of(double middle, double error) => new(middle - (Normal95 * error), middle, middle + (Normal95 * error));

    /// <summary>The interval of this many times the number.</summary>
    public Interval Times(double factor) => new(Low * factor, Middle * factor, High * factor);
}
