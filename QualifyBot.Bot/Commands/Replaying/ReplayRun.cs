using System.Collections.Immutable;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Bot.Turns;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>One replay: where leads come from, and what could not be read.</summary>
internal sealed class ReplayRun(IServiceProvider services, Playbook after, ReplayReport report, TextWriter errors)
{
    /// <summary>Whether everything could be read.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Plays the stored leads of a playbook.</summary>
    public async Task PlayStoredAsync(string ofPlaybook)
    {
        var leads = services.GetRequiredService<StoredLeads>();
        var cases = new StoredCases(leads, services.GetRequiredService<StoredPlaybooks>(), after, ofPlaybook, report.Totals);
        await ReplayProgress.RunAsync(await leads.CountAsync(CancellationToken.None), async onLead =>
        {
            await foreach (var (lead, before) in cases.PlayAsync(CancellationToken.None))
            {
                report.Add(lead, before);
                onLead();
            }
        });
        if (report.Totals.Unreadable > 0)
        {
            IsWhole = false;
            await errors.WriteLineAsync($"{report.Totals.Unreadable} stored leads cannot be read and were left out; 'verify' names them.");
        }
    }

    /// <summary>Plays the talks of files.</summary>
    public Task PlayTranscriptsAsync(ImmutableArray<string> files, Playbook before)
    {
        var catalog = services.GetRequiredService<PlaybookCatalog>();
        var questions = new AskedQuestions([before, after, .. catalog.Playbooks.Values], catalog.Texts[services.GetRequiredService<TalkOptions>().Language]);
        var cases = new TranscriptCases(before, after, questions, services.GetRequiredService<TimeProvider>().GetUtcNow());
        return ReplayProgress.RunAsync(null, async onLead =>
        {
            foreach (var (lead, problem) in files.SelectMany(cases.Play))
            {
                onLead();
                if (lead is not null)
                {
                    report.Add(lead, before);
                    continue;
                }

                IsWhole = false;
                await errors.WriteLineAsync(problem);
            }
        });
    }
}
