using System.Globalization;
using QualifyBot.Bot.Calibration;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Turns;
using QualifyBot.Qualification.Lifecycle;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Commands;

/// <summary>Stored leads whose result is known.</summary>
internal static class StoredResults
{
    /// <summary>The leads of a playbook that are won or lost, each scored on the day on which it was decided.</summary>
    public static async Task<(Sample? Sample, int Code)> ReadAsync(Playbook playbook, IReadOnlyList<string> settings, TextWriter errors)
    {
        await using var app = await QualifyBotHost.BuildAsync([.. settings, "--Logging:LogLevel:Default=Warning"]);
        var leads = app.Services.GetRequiredService<StoredLeads>();
        var (sample, others) = (new Sample(playbook), 0L);
        await foreach (var found in leads.AllAsync(CancellationToken.None))
        {
            if (found.Lead is { Result: { Status: DealStatus.Won or DealStatus.Lost } result } lead && string.Equals(lead.Playbook, playbook.Id, StringComparison.Ordinal))
            {
                sample.Add(Scorer.Score(lead.Known, playbook, DayOf(lead)), result.Status == DealStatus.Won);
            }
            else
            {
                others++;
            }
        }

        await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{sample.Won + sample.Lost} stored leads of {playbook.Id} have a result, {others} others were left out."));
        return (sample, ExitCode.Done);
    }

    private static DateOnly DayOf(LeadRecord lead) => lead.Decision?.Day ?? DateOnly.FromDateTime((lead.Decision?.At ?? lead.UpdatedAt).UtcDateTime);
}
