using System.Text;
using System.Text.Json;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Replaying;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>What a replay tells: tables or JSON lines on standard output, and a page where one is wanted.</summary>
internal sealed class ReplayReport : IAsyncDisposable
{
    private readonly Playbook after;
    private readonly bool json;
    private readonly StreamWriter? page;
    private readonly Dictionary<Replayed, Playbook?> versions = new(ReferenceEqualityComparer.Instance);

    /// <summary>Opens the page first, so that nothing is played in vain where it cannot be written.</summary>
    public ReplayReport(bool json, string? pagePath, Playbook after)
    {
        (this.json, this.after) = (json, after);
        page = pagePath is null ? null : new StreamWriter(pagePath, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>What it adds up to so far.</summary>
    public ReplayTotals Totals { get; } = new();

    /// <summary>Takes in a lead.</summary>
    public void Add(Replayed lead, Playbook? before)
    {
        Totals.Add(lead);
        if (page is not null && lead.IsFlip && Totals.Flips <= ReplayTotals.MostShown)
        {
            versions[lead] = before;
        }

        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(ReplayLine.Of(lead), ReplayJsonContext.Readable.ReplayLine));
        }
    }

    /// <summary>Writes what stands at the end.</summary>
    public async Task EndAsync(string? exceeded)
    {
        if (json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new TotalsLine(TotalsOf.Of(Totals, exceeded)), ReplayJsonContext.Readable.TotalsLine));
        }
        else
        {
            ReplayTables.OnOutput().Write(Totals);
        }

        if (page is not null)
        {
            await page.WriteAsync(new ReplayPage(after, Totals, exceeded).Write(versions));
            await page.FlushAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (page is not null)
        {
            await page.DisposeAsync();
        }
    }
}
