using System.Collections.Immutable;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands.Verifying;

/// <summary>"verify": recomputes stored leads from their answers, and tells what is not as stored.</summary>
internal static class VerifyCommand
{
    private const string JsonOption = "--json";
    private const string PlaybookOption = "--playbook";

    /// <summary>How it is called.</summary>
    public static readonly Command Command = new()
    {
        Name = "verify",
        Summary = "recompute stored leads from their answers, and tell what differs from what is stored",
        Operands = "[LEAD...]",
        TakesSettings = true,
        Options =
        [
            new(JsonOption, null, "write one JSON object a lead instead of a table"),
            new(PlaybookOption, "FILE", "a version of a playbook that is not kept in the store; may stand more than once", Repeats: true),
        ],
        Notes = """
            Without a LEAD (an id of 20 hexadecimal digits) all leads are checked. For each, score, receipts, outcome and decision hash are
            computed anew from its answers, the version of the playbook that scored it, and the day. The store keeps every version that it was
            used with. Quotes are looked up in the talk, as far as that is still kept.

            Exit codes: 0 all is as stored, 1 something differs or cannot be verified, 2 the command line is wrong.
            """,
        RunAsync = static arguments => RunAsync(arguments, Console.Out, Console.Error),
    };

    private static async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter errors)
    {
        if (await RulebookFiles.LoadAsync(arguments.Values(PlaybookOption), errors) is not { } given)
        {
            return ExitCode.Misused;
        }

        if (arguments.Operands.FirstOrDefault(id => ConversationKey.OfLead(id) is null) is { } wrong)
        {
            await errors.WriteLineAsync($"'{wrong}' is no id of a lead. Write its 20 hexadecimal digits, as the desk shows them.");
            return ExitCode.Misused;
        }

        await using var app = await QualifyBotHost.BuildAsync([.. arguments.Settings, "--Logging:LogLevel:Default=Warning"]);
        try
        {
            return await VerifyAsync(app.Services, arguments, given, new VerifyReport(output, arguments.Has(JsonOption)), errors);
        }
        catch (StoreUnavailableException problem)
        {
            await errors.WriteLineAsync(problem.Message);
            return ExitCode.Failed;
        }
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, Arguments arguments, ImmutableArray<Playbook> given, VerifyReport report, TextWriter errors)
    {
        var leads = services.GetRequiredService<StoredLeads>();
        var verification = new Verification(leads, services.GetRequiredService<StoredPlaybooks>(), given);
        var isWhole = true;
        report.Start();
        await foreach (var found in arguments.Operands.Count == 0 ? leads.AllAsync(CancellationToken.None) : (await leads.FindAllAsync(arguments.Operands, CancellationToken.None)).ToAsyncEnumerable())
        {
            if (found.IsStored)
            {
                report.Write(await verification.CheckAsync(found.Id, found.Lead, CancellationToken.None));
                continue;
            }

            await errors.WriteLineAsync($"There is no lead '{found.Id}' in this store. The desk lists those that there are.");
            isWhole = false;
        }

        report.End();
        return isWhole && report.IsClean ? ExitCode.Done : ExitCode.Failed;
    }
}
