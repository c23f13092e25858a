using QualifyBot.Bot;
using QualifyBot.Tests.Deciding;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

public sealed class SpinTalkTests : IDisposable
{
    private readonly TempFolder folder = new();

    public SpinTalkTests()
    {
        foreach (var file in new[] { "playbooks/meddic.yaml", "texts/en.yaml" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(file))!);
            File.Copy(Path.Combine(Shipped.Folder, file), folder.File(file));
        }

        File.WriteAllText(folder.File("playbooks/meddic.yaml"), SpinTests.InSpinText("meddic"));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_talk_goes_from_the_situation_to_the_payoff_and_the_lead_quotes_the_answers()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await StartAsync();
        var visitor = new Visitor(channel, host.Http);
        (await visitor.JoinAsync()).EndsWith("spin.situation.ask");
        (await visitor.SayAsync("two reps answer mails with templates")).EndsWith("spin.problem.ask");
        (await visitor.SayAsync("why do you ask?")).Says("meddic.pain.why", "spin.problem.ask");
        (await visitor.SayAsync("our replies take too long")).EndsWith("spin.implication.ask");
        (await visitor.SayAsync("why?")).Says("spin.implication.why", "spin.implication.ask");
        (await visitor.SayAsync("we lose about 40k a year in deals")).EndsWith("spin.need_payoff.ask");
        (await visitor.SayAsync("more deals with the same people")).EndsWith("meddic.headcount.ask");
        var answers = (await host.LeadAsync(visitor)).GetProperty("answers").EnumerateArray().ToDictionary(
            answer => answer.GetProperty("slot").GetString()!, answer => answer.GetProperty("evidence").GetProperty("quote").GetString()!, StringComparer.Ordinal);
        Assert.Equal("two reps answer mails with templates", answers["situation"]);
        Assert.Equal("we lose about 40k a year in deals", answers["implication"]);
        Assert.Equal("more deals with the same people", answers["need_payoff"]);
        Assert.False(answers.ContainsKey("budget"));
    }

    [Fact]
    public async Task Who_opens_with_the_problem_is_asked_only_for_what_comes_of_it_and_may_refuse()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await StartAsync();
        var visitor = new Visitor(channel, host.Http);
        (await visitor.JoinAsync()).EndsWith("spin.situation.ask");
        (await visitor.SayAsync("Our onboarding takes too long")).EndsWith("spin.implication.ask");
        (await visitor.SayAsync("I'd rather not say")).EndsWith("meddic.headcount.ask");
    }

    [Fact]
    public async Task A_text_that_the_style_needs_is_missed_at_the_style()
    {
        var texts = folder.File("texts/en.yaml");
        await File.WriteAllTextAsync(texts, (await File.ReadAllTextAsync(texts)).Replace("spin.implication.ask:", "spin.implications.ask:", StringComparison.Ordinal));
        var refused = await Assert.ThrowsAsync<StartException>(() => StartAsync());
        var line = SpinTests.InSpinText("meddic").Split("style: spin")[0].Count(letter => letter == '\n') + 1;
        Assert.Contains($"meddic.yaml:{line}:8: The text 'spin.implication.ask' is missing.", refused.Message, StringComparison.Ordinal);
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(["--Talk:Dialogs", folder.Root, "--Talk:Playbook", "meddic"]);
}
