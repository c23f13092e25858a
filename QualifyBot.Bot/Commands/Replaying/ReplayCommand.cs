using QualifyBot.Bot.Playbooks;
using QualifyBot.Bot.Storage;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>"replay": plays leads under a changed rulebook, and tells which would go another way, and by which change.</summary>
internal static class ReplayCommand
{
    private const string PlaybookOption = "--playbook";
    private const string TranscriptsOption = "--transcripts";
    private const string AgainstOption = "--against";
    private const string LeadsOfOption = "--leads-of";
    private const string MaxFlipsOption = "--max-flips";
    private const string MaxPercentOption = "--max-flips-percent";
    private const string HtmlOption = "--html";
    private const string JsonOption = "--json";

    /// <summary>How it is called.</summary>
    public static readonly Command Command = new()
    {
        Name = "replay",
        Summary = "play stored leads, or transcripts, under a changed playbook, and tell which change flips which lead",
        TakesSettings = true,
        Options =
        [
            new(PlaybookOption, "FILE", "the changed playbook; it must be given"),
            new(TranscriptsOption, "FILE", "read talks from a file instead of the store; may stand more than once", Repeats: true),
            new(AgainstOption, "FILE", "with --transcripts: the playbook to compare with; without it, the one in use of the same id"),
            new(LeadsOfOption, "ID", "leads of this playbook instead of the changed one's own; 'all' takes every lead"),
            new(MaxFlipsOption, "N", "end with exit code 1 where more leads flip"),
            new(MaxPercentOption, "P", "end with exit code 1 where a larger share flips, in percent of all replayed"),
            new(HtmlOption, "FILE", "write a report with receipts before and after"),
            new(JsonOption, null, "write one JSON object a lead, and the totals last, instead of tables"),
        ],
        Notes = """
            Stored leads: their answers are scored anew for the day of their decision; answers whose slot is gone or of another type are left
            out. Transcripts: every message is read anew, with the question in view that was put before it. A line holds a talk,
            {"id": "...", "turns": [{"time": "...", "speaker": "bot" or "lead", "text": "..."}]}, or a Bot Framework activity; a .transcript
            file, a JSON array of activities, is read too. Nothing that is stored is changed.

            Exit codes: 0 done, 1 more flips than the limit, or something could not be read, 2 the command line or a playbook is wrong.
            Without a limit any number of flips is 0.
            """,
        RunAsync = static arguments => RunAsync(arguments, Console.Error),
    };

    private static async Task<int> RunAsync(Arguments arguments, TextWriter errors)
    {
        var (limits, problem) = ReplayLimits.Parse(arguments.Value(MaxFlipsOption), arguments.Value(MaxPercentOption));
        problem ??= arguments.Has(PlaybookOption) ? null : $"Name the changed playbook: 'replay {PlaybookOption} FILE'.";
        problem ??= arguments.Has(AgainstOption) && !arguments.Has(TranscriptsOption) ? $"'{AgainstOption}' goes with '{TranscriptsOption}': a stored lead is compared with the version that decided it." : null;
        problem ??= arguments.Has(LeadsOfOption) && arguments.Has(TranscriptsOption) ? $"'{LeadsOfOption}' is for stored leads; leave it out with '{TranscriptsOption}'." : null;
        if (problem is not null)
        {
            await errors.WriteLineAsync(problem);
            return ExitCode.Misused;
        }

        if (await RulebookFiles.LoadAsync([arguments.Value(PlaybookOption)!, .. arguments.Values(AgainstOption)], errors) is not { } playbooks)
        {
            return ExitCode.Misused;
        }

        return await RunAsync(arguments, limits!, playbooks[0], playbooks.ElementAtOrDefault(1), errors);
    }

    private static async Task<int> RunAsync(Arguments arguments, ReplayLimits limits, Playbook after, Playbook? against, TextWriter errors)
    {
        try
        {
            await using var app = await QualifyBotHost.BuildAsync([.. arguments.Settings, "--Logging:LogLevel:Default=Warning"]);
            await using var report = new ReplayReport(arguments.Has(JsonOption), arguments.Value(HtmlOption), after);
            var run = new ReplayRun(app.Services, after, report, errors);
            if (!arguments.Has(TranscriptsOption))
            {
                await run.PlayStoredAsync(arguments.Value(LeadsOfOption) ?? after.Id);
            }
            else if ((against ?? app.Services.GetRequiredService<PlaybookCatalog>().Playbooks.GetValueOrDefault(after.Id)) is { } before)
            {
                await run.PlayTranscriptsAsync(arguments.Values(TranscriptsOption), before);
            }
            else
            {
                await errors.WriteLineAsync($"No playbook '{after.Id}' is in use to compare with. Name the old one: {AgainstOption} FILE.");
                return ExitCode.Misused;
            }

            return await EndAsync(run, report, limits, errors);
        }
        catch (Exception problem) when (problem is StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(problem.Message);
            return ExitCode.Failed;
        }
    }

    private static async Task<int> EndAsync(ReplayRun run, ReplayReport report, ReplayLimits limits, TextWriter errors)
    {
        var exceeded = limits.Exceeded(report.Totals);
        await report.EndAsync(exceeded);
        if (exceeded is not null)
        {
            await errors.WriteLineAsync(exceeded);
        }

        return exceeded is null && run.IsWhole ? ExitCode.Done : ExitCode.Failed;
    }
}
