using System.ComponentModel.DataAnnotations;

namespace QualifyBot.Bot.Outcomes.Reminding;

/// <summary>When visitors are written to unasked: the section "Reminders" of the settings.</summary>
public sealed class ReminderOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Reminders";

    private const int LongestDays = 365;
    private const int LongestMinutes = 30 * 24 * 60;
    private const int MostTimes = 10;

    /// <summary>Minutes before a demo at which the visitor is reminded of it, each 1 to 43,200; none given = a day and an hour before, 0 alone = never.</summary>
    public List<int> DemoMinutes { get; } = [];

    /// <summary>Days of silence after which a visitor who agreed to a follow-up is asked whether it has become more concrete, each 1 to 365; none given = 30, 0 alone = never.</summary>
    public List<int> FollowUpDays { get; } = [];

    /// <summary>Minutes for which the bot leaves a talk to a colleague who wrote in it, 0 to 1440.</summary>
    [Range(0, 1440)]
    public int ColleagueMinutes { get; set; } = 30;

    internal IReadOnlyList<int> Demo => Given(DemoMinutes, [24 * 60, 60]);

    internal IReadOnlyList<int> FollowUp => Given(FollowUpDays, [30]);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsWithin(DemoMinutes, LongestMinutes))
        {
            yield return new ValidationResult($"give at most {MostTimes} numbers of minutes from 1 to {LongestMinutes}, or 0 for none.", [nameof(DemoMinutes)]);
        }

        if (!IsWithin(FollowUpDays, LongestDays))
        {
            yield return new ValidationResult($"give at most {MostTimes} numbers of days from 1 to {LongestDays}, or 0 for none.", [nameof(FollowUpDays)]);
        }
    }

    private static bool IsWithin(List<int> given, int largest) => given.Count <= MostTimes && (given is [0] || given.TrueForAll(number => number >= 1 && number <= largest));

    private static IReadOnlyList<int> Given(List<int> given, IReadOnlyList<int> otherwise) => given switch { [] => otherwise, [0] => [], _ => given };
}
