using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Desk;

public sealed class OtherwiseTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task The_desk_tells_what_would_have_been_different_for_another_outcome()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync("We copy and paste by hand", "120 people", "in ten months", "I decide that myself", "30k");
        var lead = await shared.LeadAsync(visitor);
        Assert.Equal("nurture", lead.GetProperty("outcome").GetString());
        var otherwise = lead.GetProperty("otherwise");
        Assert.Contains("start within 184 days", otherwise.GetProperty("words").GetString(), StringComparison.Ordinal);
        var change = Assert.Single(otherwise.GetProperty("ways").EnumerateArray().Single(way => way.GetProperty("outcome").GetString() == "book_demo").GetProperty("changes").EnumerateArray());
        Assert.Equal("timeline", change.GetProperty("slot").GetString());
        Assert.False((await shared.Host.LeadsAsync()).EnumerateArray().First().TryGetProperty("otherwise", out _));
    }

    [Fact]
    public async Task While_a_talk_goes_on_nothing_is_told_of_other_outcomes()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync("We copy and paste by hand");
        Assert.False((await shared.LeadAsync(visitor)).TryGetProperty("otherwise", out _));
    }
}
