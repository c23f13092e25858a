using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace QualifyBot.Qualification.Answers;

/// <summary>A typed answer: a closed union, one case for each kind of slot and one for an answer withheld.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Money), "money")]
[JsonDerivedType(typeof(Time), "time")]
[JsonDerivedType(typeof(Timeframe), "timeframe")]
[JsonDerivedType(typeof(Duration), "duration")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Headcount), "headcount")]
[JsonDerivedType(typeof(Authority), "authority")]
[JsonDerivedType(typeof(Title), "title")]
[JsonDerivedType(typeof(YesNo), "yesno")]
[JsonDerivedType(typeof(Need), "need")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Withheld), "withheld")]
public abstract record AnswerValue
{
    private AnswerValue()
    {
    }

    /// <summary>Money. One amount has Min = Max; a bound leaves the other side null; both are null unless Status is Amount.</summary>
    /// <param name="Status">An amount, or what was said instead of one.</param>
    /// <param name="Min">Lower bound, inclusive, 0 or more.</param>
    /// <param name="Max">Upper bound, inclusive, not below Min.</param>
    /// <param name="Currency">ISO 4217 code, or null where none was given or implied.</param>
    /// <param name="Period">How often the amount is due, or null where not said.</param>
    public sealed record Money(MoneyStatus Status, decimal? Min = null, decimal? Max = null, string? Currency = null, Period? Period = null) : AnswerValue;

    /// <summary>Calendar or clock time, in the visitor's local wall time.</summary>
    /// <param name="From">Start, inclusive; null where open. For <see cref="Grain.Time"/> only the time of day counts.</param>
    /// <param name="To">End, exclusive; null where open.</param>
    /// <param name="Grain">How exactly it was said.</param>
    /// <param name="Zone">The zone that was said with it, whose clock the ends then show: an IANA id, "UTC+02:00", or "business" for the company's own; null where none was.</param>
    /// <param name="Except">A time that does not suit ("any day but Friday"): it says nothing of the others.</param>
    public sealed record Time(DateTime? From, DateTime? To, Grain Grain, string? Zone = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Except = false) : AnswerValue;

    /// <summary>The buying timeline.</summary>
    /// <param name="Class">Dated, or what was said instead of a date.</param>
    /// <param name="From">First day, inclusive; null where open.</param>
    /// <param name="To">The day after the last, exclusive; null where open.</param>
    public sealed record Timeframe(TimeframeClass Class, DateOnly? From = null, DateOnly? To = null) : AnswerValue;

    /// <summary>A length of time in seconds; a month counts 30 days, a year 365.</summary>
    public sealed record Duration(long Seconds) : AnswerValue;

    /// <summary>A number; one number has Min = Max, a bound leaves the other side null.</summary>
    public sealed record Number(decimal? Min, decimal? Max) : AnswerValue;

    /// <summary>A number of people; one number has Min = Max, a bound leaves the other side null.</summary>
    public sealed record Headcount(long? Min, long? Max) : AnswerValue;

    /// <summary>Who decides.</summary>
    /// <param name="Class">The speaker's own part.</param>
    /// <param name="Others">Who else is named as taking part, in the visitor's words.</param>
    public sealed record Authority(AuthorityClass Class, ImmutableArray<string> Others) : AnswerValue
    {
        /// <inheritdoc/>
        public bool Equals(Authority? other) =>
            other is not null && Class == other.Class && Others.AsSpan().SequenceEqual(other.Others.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Class, Others.Length);
    }

    /// <summary>A job title.</summary>
    /// <param name="Name">The title in the visitor's words.</param>
    /// <param name="Level">Its place in the hierarchy.</param>
    /// <param name="Seniority">junior, senior, lead ... or null where not said.</param>
    /// <param name="Department">it, sales, marketing ... or null where not said.</param>
    public sealed record Title(string Name, TitleLevel Level, string? Seniority = null, string? Department = null) : AnswerValue;

    /// <summary>Yes, no or unsure.</summary>
    public sealed record YesNo(YesNoClass Class) : AnswerValue;

    /// <summary>A problem, challenge or goal.</summary>
    /// <param name="Present">False where the visitor says that there is none.</param>
    /// <param name="Category">A category of the playbook, or null where none fits.</param>
    /// <param name="Words">What the visitor wrote about it.</param>
    public sealed record Need(bool Present, string? Category, string Words) : AnswerValue;

    /// <summary>An e-mail address, phone number, name or phrase.</summary>
    public sealed record Text(string Value) : AnswerValue;

    /// <summary>An answer that will not come: it is never asked for again, and the playbook says what it scores.</summary>
    public sealed record Withheld(WithheldReason Reason) : AnswerValue;
}
