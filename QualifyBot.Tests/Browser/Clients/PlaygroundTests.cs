using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser.Clients;

/// <summary>The real Agents Playground, without credentials, holds talks with the host by its messages endpoint.</summary>
[Collection(Chromium.Clients)]
public sealed class PlaygroundTests(Chromium chromium)
{
    private static readonly (string Says, string Hears)[] Talk =
    [
        ("We copy and paste everything by hand", "How many people"),
        ("300 people", "When would you like to start"),
        ("next month", "Who makes the decision"),
        ("I decide that myself", "Is there a budget"),
        ("about $40k a year", "What I understood"),
        ("anna@acme.example", "When would it suit you"),
        ("the second one", "Your demo is booked"),
    ];

    [Theory]
    [InlineData("emulator")]
    [InlineData("msteams")]
    public async Task A_whole_talk_ends_with_a_booked_demo(string channel)
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        await using var playground = await Playground.StartAsync(surfer, host.Http.BaseAddress!, channel);
        await Expect(playground.Body).ToContainTextAsync("What problem would you like to solve?");
        foreach (var (says, hears) in Talk)
        {
            await playground.SayAsync(says, hears);
        }

        await Expect(playground.Page.GetByText("not supported")).ToHaveCountAsync(channel == "msteams" ? 0 : 1);
        var lead = Assert.Single((await host.LeadsAsync()).EnumerateArray());
        Assert.Equal(("booked", channel), (lead.GetProperty("status").GetString(), lead.GetProperty("channel").GetString()));
        Assert.Empty((await host.GetAsync("/api/outbox")).GetProperty("undelivered").EnumerateArray());
    }

    [Fact]
    public async Task A_colleague_reaches_who_talks_there()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        await using var playground = await Playground.StartAsync(surfer, host.Http.BaseAddress!, "msteams");
        await playground.SayAsync("We copy and paste everything by hand", "How many people");
        await playground.SayAsync("I want to talk to a human", "How can they reach you");
        var lead = Assert.Single((await host.LeadsAsync()).EnumerateArray()).GetProperty("id").GetString();
        using var answer = await host.Http.PostAsync($"/api/leads/{lead}/messages", new StringContent("""{"text":"I am here.","name":"Ines"}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.Contains("\"sent\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Expect(playground.Body).ToContainTextAsync("Ines from our team writes: I am here.");
    }
}
