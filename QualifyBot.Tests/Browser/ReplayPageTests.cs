using System.Text.Json;
using Microsoft.Playwright;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Browser;

/// <summary>The page that replay writes, as a browser shows it.</summary>
[Collection(Chromium.Collection)]
public sealed class ReplayPageTests(Chromium chromium)
{
    private const string Hostile = "</title><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">";

    [Theory]
    [InlineData("desktop", ColorScheme.Light)]
    [InlineData("phone", ColorScheme.Dark)]
    public async Task It_is_accessible_fits_the_screen_and_runs_nothing_that_visitors_wrote(string width, ColorScheme scheme)
    {
        using var folder = new TempFolder();
        var page = await WriteAsync(folder);
        await using var surfer = await chromium.NewSurferAsync(width, scheme);
        var tab = await surfer.Context.NewPageAsync();
        await tab.GotoAsync(new Uri(page).AbsoluteUri);
        Assert.StartsWith("Replay under BANT", await tab.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await tab.Locator("img, script").CountAsync());
        Assert.True(await tab.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page is wider than the screen.");
        await tab.EvaluateAsync(AccessibilityTests.Axe.Value);
        var faults = await tab.EvaluateAsync<string[]>("async () => (await axe.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`))");
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    private static async Task<string> WriteAsync(TempFolder folder)
    {
        var texts = Shipped.Catalog.Texts["en"];
        string[] asked = ["bant.need.ask", "bant.headcount.ask", "bant.timeline.ask", "bant.authority.ask", "bant.budget.ask"];
        var turns = asked.Zip(Talks.Of("bant booked")).SelectMany(pair => new[] { new { speaker = "bot", text = texts.Get(pair.First) }, new { speaker = "lead", text = pair.Second.Says + Hostile } });
        await File.WriteAllTextAsync(folder.File("talks.jsonl"), JsonSerializer.Serialize(new { id = Hostile, turns }));
        var bant = await File.ReadAllTextAsync(Path.Combine(Shipped.Folder, "playbooks", "bant.yaml"));
        await File.WriteAllTextAsync(folder.File("bant.yaml"), bant.Replace("sql: 80", "sql: 500", StringComparison.Ordinal));
        var page = folder.File("report.html");
        var (code, output, errors) = await HostProcess.RunAsync(["replay", "--Storage:Path", ":memory:", "--playbook", folder.File("bant.yaml"), "--transcripts", folder.File("talks.jsonl"), "--html", page]);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("1 flip ", output, StringComparison.Ordinal);
        return page;
    }
}
