using System.Globalization;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Outcomes.Reminding;

/// <summary>
/// A message that a lead, as it stands, calls for at some time. It follows from the lead alone: one that the lead no longer calls for when it is
/// due is not sent, whatever the schedule says.
/// </summary>
/// <param name="Cause">What it is about, unmistakably: the same cause is sent at most once.</param>
/// <param name="Due">When.</param>
public sealed record Reminder(string Cause, DateTimeOffset Due)
{
    private const string DemoCause = "demo/";

    /// <summary>Whether it is about a booked demo; else it is a follow-up.</summary>
    public bool IsOfDemo => Cause.StartsWith(DemoCause, StringComparison.Ordinal);

    /// <summary>All that a lead calls for; none where there is no lead, or where the visitor asked not to be written to.</summary>
    public static IReadOnlyList<Reminder> Of(LeadRecord? lead, ReminderOptions options) => lead switch
    {
        null or { QuietSince: not null } => [],
        { Booking: { } booking } => [.. options.Demo.Distinct().Select(minutes => new Reminder(
            string.Create(CultureInfo.InvariantCulture, $"{DemoCause}{booking.Uid}/{booking.Sequence}/{minutes}"), booking.Slot.Start.AddMinutes(-minutes)))],
        { HandOff: null, Consent.Given: true, Decision.Outcome: Outcome.Nurture } => [.. options.FollowUp.Distinct().Select(days => new Reminder(
            string.Create(CultureInfo.InvariantCulture, $"follow_up/{lead.UpdatedAt.ToUnixTimeSeconds()}/{days}"), lead.UpdatedAt.AddDays(days)))],
        _ => [],
    };
}
