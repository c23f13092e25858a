using System.Text.Json.Serialization;

namespace QualifyBot.Qualification.Answers;

/// <summary>What was said about money.</summary>
[JsonConverter(typeof(SnakeCaseEnum<MoneyStatus>))]
public enum MoneyStatus
{
    /// <summary>An amount, a range or a bound.</summary>
    Amount,

    /// <summary>There is no money for it.</summary>
    None,

    /// <summary>Not decided or not known yet.</summary>
    Undecided,

    /// <summary>The visitor would rather not say.</summary>
    Declined,

    /// <summary>Whatever it takes.</summary>
    Unlimited,

    /// <summary>Something about money, but no amount ("enough", "a bit").</summary>
    Vague,
}

/// <summary>How often an amount is due.</summary>
[JsonConverter(typeof(SnakeCaseEnum<Period>))]
public enum Period
{
    /// <summary>One time.</summary>
    Once,

    /// <summary>Each hour.</summary>
    Hour,

    /// <summary>Each day.</summary>
    Day,

    /// <summary>Each week.</summary>
    Week,

    /// <summary>Each month.</summary>
    Month,

    /// <summary>Each quarter.</summary>
    Quarter,

    /// <summary>Each year.</summary>
    Year,
}

/// <summary>How exactly a time was said.</summary>
[JsonConverter(typeof(SnakeCaseEnum<Grain>))]
public enum Grain
{
    /// <summary>To the second.</summary>
    Second,

    /// <summary>To the minute.</summary>
    Minute,

    /// <summary>To the hour, or a part of a day.</summary>
    Hour,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A week or weekend.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A quarter or season.</summary>
    Quarter,

    /// <summary>A year.</summary>
    Year,

    /// <summary>A time of day without a date.</summary>
    Time,
}

/// <summary>What was said about the buying timeline.</summary>
[JsonConverter(typeof(SnakeCaseEnum<TimeframeClass>))]
public enum TimeframeClass
{
    /// <summary>A date or a stretch of days.</summary>
    Dated,

    /// <summary>As soon as possible.</summary>
    Asap,

    /// <summary>No hurry, someday, just looking.</summary>
    NoRush,

    /// <summary>Hangs on an event without a date ("when we are funded").</summary>
    Event,

    /// <summary>The visitor doesn't know.</summary>
    Unknown,

    /// <summary>The visitor would rather not say.</summary>
    Declined,
}

/// <summary>A person's part in the purchase decision.</summary>
[JsonConverter(typeof(SnakeCaseEnum<AuthorityClass>))]
public enum AuthorityClass
{
    /// <summary>Decides alone.</summary>
    Sole,

    /// <summary>Decides together with others.</summary>
    Joint,

    /// <summary>Leads the purchase, somebody else approves.</summary>
    NeedsApproval,

    /// <summary>Advises those who decide.</summary>
    Influencer,

    /// <summary>Has no part in it.</summary>
    None,

    /// <summary>Said something about it that does not settle it.</summary>
    Unclear,
}

/// <summary>Levels of a job title.</summary>
[JsonConverter(typeof(SnakeCaseEnum<TitleLevel>))]
public enum TitleLevel
{
    /// <summary>Any other.</summary>
    Other,

    /// <summary>Manager, team lead.</summary>
    Manager,

    /// <summary>Director, head of.</summary>
    Director,

    /// <summary>Vice president.</summary>
    Vp,

    /// <summary>Chief officer, owner, founder, managing director.</summary>
    CSuite,
}

/// <summary>An answer to a yes-or-no question.</summary>
[JsonConverter(typeof(SnakeCaseEnum<YesNoClass>))]
public enum YesNoClass
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>Perhaps, not sure.</summary>
    Unsure,
}

/// <summary>Why an answer will not come.</summary>
[JsonConverter(typeof(SnakeCaseEnum<WithheldReason>))]
public enum WithheldReason
{
    /// <summary>The visitor would rather not say, or skipped the question.</summary>
    Declined,

    /// <summary>The visitor doesn't know.</summary>
    Unknown,

    /// <summary>Asked twice and not understood.</summary>
    NotUnderstood,
}
