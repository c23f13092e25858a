using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Turns;

/// <summary>What a page tells of a visit, as it comes with what the visitor writes and after it.</summary>
public sealed class VisitTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Need = "Our onboarding of new hires takes too long";

    private const string Visit =
        """
        {"arrival":{"page":"/landing?token=secret","referrer":"WWW.Google.com","utm":{"source":"newsletter","medium":"email","id":"7"}},
         "pages":[{"path":"/landing","seconds":12},{"path":"/pricing/teams#faq","seconds":40.7}],"returned":true,
         "events":[{"name":"demo_requested","properties":{"plan":"team","seats":12,"nested":{}}},{"name":"usage_threshold"}]}
        """;

    [Fact]
    public async Task It_counts_in_the_turn_it_came_with_and_the_receipts_say_where_from()
    {
        var visitor = shared.NewVisitor();
        await PostAsync(visitor, Message(visitor, Need, Visit));
        var lead = await shared.LeadAsync(visitor);
        Assert.Equal(["demo_requested", "pricing_page", "return_visit"], Kinds(lead));
        var receipt = lead.GetProperty("score").GetProperty("receipts").EnumerateArray().Single(one => one.GetProperty("rule").GetString() == "saw_pricing");
        Assert.Equal(10, receipt.GetProperty("points").GetInt32() + receipt.GetProperty("cut").GetInt32());
        Assert.Contains("pricing page seen (widget, 12 January 2026)", receipt.GetProperty("words").GetString(), StringComparison.Ordinal);
        var visit = lead.GetProperty("visit");
        Assert.Equal("""{"on":"2026-01-12","page":"/landing","referrer":"www.google.com","utm":{"source":"newsletter","medium":"email"}}""", JsonSerializer.Serialize(visit.GetProperty("first")));
        Assert.Equal(["/landing 12", "/pricing/teams 40"], visit.GetProperty("pages").EnumerateArray().Select(page => $"{page.GetProperty("path")} {page.GetProperty("seconds")}"));
        Assert.Equal("""[{"name":"demo_requested","properties":{"plan":"team","seats":"12"},"on":"2026-01-12"}]""", JsonSerializer.Serialize(visit.GetProperty("events")));
        Assert.Single(lead.GetProperty("answers").EnumerateArray());
    }

    [Fact]
    public async Task However_often_it_is_claimed_a_kind_counts_once_a_day()
    {
        var visitor = shared.NewVisitor();
        await PostAsync(visitor, Message(visitor, Need, Visit));
        var first = await shared.LeadAsync(visitor);
        for (var count = 0; count < 5; count++)
        {
            await PostAsync(visitor, Event(visitor, Visit));
        }

        var lead = await shared.LeadAsync(visitor);
        Assert.Equal(Kinds(first), Kinds(lead));
        Assert.Equal(first.GetProperty("score").GetRawText(), lead.GetProperty("score").GetRawText());
        Assert.Equal(6 * 40, lead.GetProperty("visit").GetProperty("pages")[1].GetProperty("seconds").GetInt32());
    }

    [Fact]
    public async Task An_event_after_the_end_opens_the_lead_again_and_who_has_said_nothing_is_no_lead()
    {
        await using var host = await TestHost.StartAsync(["--Talk:Playbook", "faint"]);
        var silent = new Visitor(shared.Channel, host.Http);
        await PostAsync(silent, Event(silent, Visit));
        Assert.Empty((await host.LeadsAsync()).EnumerateArray());

        var visitor = await Desk.Told.NurturedAsync(shared.Channel, host);
        await PostAsync(visitor, Event(visitor, """{"events":[{"name":"demo_requested"}]}"""));
        var lead = await host.LeadAsync(visitor);
        Assert.Equal(["demo_requested"], Kinds(lead));
        var change = lead.GetProperty("course").GetProperty("events").EnumerateArray().Last();
        Assert.Equal("signal widget-demo_requested-2026-01-12 through requested_demo", Desk.Told.Cause(change.GetProperty("cause")));
        Assert.Equal("book_demo", lead.GetProperty("outcome").GetString());
        Assert.True(lead.TryGetProperty("reopened", out _));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"pricing\"")]
    [InlineData("[[]]")]
    [InlineData("""{"pages":{"path":"/pricing"}}""")]
    [InlineData("""{"pages":["/pricing",{"path":7},{"path":"pricing"},{"path":""},{"path":"javascript:alert(1)"},{"seconds":9}]}""")]
    [InlineData("""{"pages":[{"path":"\ud800/pricing"}]}""")]
    [InlineData("""{"pages":[{"\ud800":1,"path":"/x"}],"events":[{"name":"demo_\ud800","properties":{"\ud800":"x"}}]}""")]
    [InlineData("""{"events":[{"name":"nobody_listed"},{"name":["demo_requested"]},{"name":"usage_threshold"}]}""")]
    [InlineData("""{"arrival":{"referrer":"<script>","utm":[]},"returned":"yes"}""")]
    [InlineData("""{"arrival":{"referrer":"10.0.0.1","utm":{"source":{}}},"returned":1}""")]
    [InlineData("""{"signals":[{"id":"a","kind":"pricing_page"}],"pages":[{"path":"/","seconds":-1e999}]}""")]
    public async Task What_is_broken_or_made_up_makes_no_signal_and_the_message_is_answered(string visit)
    {
        var visitor = shared.NewVisitor();
        await PostAsync(visitor, Message(visitor, Need, visit));
        var lead = await shared.LeadAsync(visitor);
        Assert.Empty(Kinds(lead));
        Assert.Single(lead.GetProperty("answers").EnumerateArray());
        shared.AssertNothingBroke();
    }

    [Fact]
    public async Task It_is_bounded_and_stays_out_of_the_transcript()
    {
        var pages = string.Join(',', Enumerable.Range(0, 100).Select(page => $$"""{"path":"/{{page}}{{new string('x', 300)}}","seconds":1}"""));
        var properties = string.Join(',', Enumerable.Range(0, 50).Select(one => $"\"k{one}\":\"{new string('v', 900)}\""));
        var visitor = shared.NewVisitor();
        await PostAsync(visitor, Message(visitor, Need, $$"""{"pages":[{{pages}}],"events":[{"name":"demo_requested","properties":{ {{properties}} } }]}"""));
        var lead = await shared.LeadAsync(visitor);
        var visit = lead.GetProperty("visit");
        Assert.Equal(20, visit.GetProperty("pages").GetArrayLength());
        Assert.All(visit.GetProperty("pages").EnumerateArray(), page => Assert.Equal(200, page.GetProperty("path").GetString()!.Length));
        Assert.Equal(10, visit.GetProperty("events")[0].GetProperty("properties").EnumerateObject().Count());
        var log = await shared.Host.Store.ReadAsync(new(visitor.Key.Partition, visitor.Key.Log), 0, 10, CancellationToken.None);
        Assert.Equal("""{"kept":"as it is"}""", JsonElement.Parse(log[0].Data.Span).GetProperty("channelData").GetRawText());
    }

    private static IEnumerable<string?> Kinds(JsonElement lead) =>
        lead.GetProperty("course").GetProperty("signals").EnumerateArray().Select(signal => signal.GetProperty("kind").GetString()).Order(StringComparer.Ordinal);

    // As text: some of it is nothing that a JSON library would write.
    private static string Message(Visitor visitor, string text, string visit)
    {
        var message = visitor.Message(text);
        message["channelData"] = new JsonObject { ["kept"] = "as it is", ["visit"] = "?" };
        return message.ToJsonString().Replace("\"?\"", visit, StringComparison.Ordinal);
    }

    private static string Event(Visitor visitor, string visit)
    {
        var activity = visitor.Activity("event");
        (activity["name"], activity["value"]) = ("qualifybot/visit", "?");
        return activity.ToJsonString().Replace("\"?\"", visit, StringComparison.Ordinal);
    }

    private static async Task PostAsync(Visitor visitor, string activity)
    {
        using var response = await visitor.SendAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
