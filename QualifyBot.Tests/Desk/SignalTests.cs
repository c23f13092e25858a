using System.Net;
using System.Text.Json;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Desk;

public sealed class SignalTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task A_signal_opens_a_nurtured_lead_again_and_the_seller_sees_why(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync([.. Told.Faint, .. box.Settings]);
        var visitor = await Told.NurturedAsync(channel, host);
        Assert.Equal("nurturing", Told.Text(await host.LeadAsync(visitor), "stage"));
        Assert.Empty((await host.LeadsAsync("?reopened=true")).EnumerateArray());

        var answer = await host.TellAsync(visitor, "signals", """{"id":"w1","kind":"demo_requested","source":"website"}""");
        Assert.Equal("w1", Assert.Single(answer.GetProperty("accepted").EnumerateArray()).GetString());
        Assert.Equal(["nurturing > sales_qualified: signal w1 through requested_demo"], Told.Changes(answer.GetProperty("events")));
        var lead = Assert.Single((await host.LeadsAsync("?reopened=true")).EnumerateArray());
        Assert.Equal(("book_demo", "sales_qualified"), (Told.Text(lead, "outcome"), Told.Text(lead, "stage")));
        Assert.Equal(("nurture", "book_demo"), (Told.Text(lead.GetProperty("reopened"), "from"), Told.Text(lead.GetProperty("reopened"), "to")));
        Assert.Equal("signal w1 through requested_demo", Told.Cause(lead.GetProperty("reopened").GetProperty("cause")));
        AssertOwnReceipts((await host.LeadAsync(visitor)).GetProperty("course"));
    }

    [Fact]
    public async Task The_same_id_twice_is_one_signal()
    {
        var visitor = await Told.NurturedAsync(shared.Channel, shared.Host);
        const string value = "\"kind\":\"enrichment\",\"slot\":\"headcount\",\"value\":300";
        var first = await shared.Host.TellAsync(visitor, "signals", $$"""[{"id":"a",{{value}}},{"id":"a",{{value}}},{"id":"b",{{value}}}]""");
        Assert.Equal(["a", "b"], Strings(first.GetProperty("accepted")));
        var again = await shared.Host.TellAsync(visitor, "signals", """{"id":"a","kind":"enrichment","slot":"headcount","value":9}""");
        Assert.Empty(Strings(again.GetProperty("accepted")));
        Assert.Equal(["a"], Strings(again.GetProperty("known")));
        Assert.False(again.GetProperty("decidedAnew").GetBoolean());
        Assert.Equal(first.GetProperty("lead").GetRawText(), again.GetProperty("lead").GetRawText());
        Assert.Equal(2, again.GetProperty("lead").GetProperty("course").GetProperty("signals").GetArrayLength());
    }

    [Theory]
    [InlineData("[", "The body is no JSON: line 1")]
    [InlineData("\"x\"", "this is no object.")]
    [InlineData("[]", "The list has 0 signals.")]
    [InlineData("{}", "id: This is missing.")]
    [InlineData("""{"id":"a","kinds":"x"}""", "kinds: There is no such field. Did you mean 'kind'?")]
    [InlineData("""{"id":"a","id":"b","kind":"x"}""", "without a name twice")]
    [InlineData("""{"id":"","kind":"x"}""", "id: This is no text.")]
    [InlineData("""{"id":"a\u0000","kind":"x"}""", "id: This is no text.")]
    [InlineData("""{"id":"\ud800","kind":"x"}""", "id: This is no text.")]
    [InlineData("""{"id":7,"kind":"x"}""", "id: This is no text.")]
    [InlineData("""{"id":"a","kind":"x"}""", "kind: The playbook 'bant' reads no signals of the kind 'x'. Known are: pricing_page, demo_requested, content_downloaded, webinar, email_opened, return_visit, careers_page, activation_step, used_in_first_week, colleagues_invited, usage_threshold, enrichment (with 'slot' and 'value').")]
    [InlineData("""{"id":"a","kind":"enrichment"}""", "slot: A signal of the kind 'enrichment' tells a value.")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"budged","value":1}""", "slot: The playbook 'bant' has no slot 'budged'. Did you mean 'budget'?")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"budget"}""", "value: A slot needs the value")]
    [InlineData("""[{"id":"a","kind":"enrichment","slot":"budget","value":1},{"id":"b","kind":"enrichment","slot":"budget","value":-1}]""", "[1].value: The least is 0.")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"budget","value":{"kind":"headcount","min":1}}""", "value: This is of another kind than 'budget' holds.")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"budget","value":{"kind":"money","status":"declined"}}""", "value: A signal cannot withhold an answer")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"budget","value":{"kind":"withheld","reason":"unknown"}}""", "value: A signal cannot withhold an answer")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"budget","value":{"kind":"money","status":"amount","min":9,"max":1}}""", "value: The lower end lies above the upper one.")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"budget","value":{"kind":"money","status":"amount","min":9,"currency":"euro"}}""", "value: 'currency' is a code of three capital letters")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"budget","value":{"kind":"money","statu":"amount"}}""", "value: This is no value of 'budget'.")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"authority","value":{"kind":"authority"}}""", "value: This is no value of 'authority'.")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"authority","value":{"kind":"authority","class":"sole","others":[null]}}""", "value: ")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"headcount","value":1e99}""", "value: This is no value of 'headcount'.")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"headcount","value":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}""", "levels deep")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"email","value":"acme"}""", "value: This is no value of 'email'.")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"need","value":{"kind":"need","present":true,"category":"spead"}}""", "value: The playbook 'bant' has no category of need 'spead'.")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"budget","value":1,"on":"2026-02-30"}""", "on: This is no day. Write it as 2026-03-02.")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"budget","value":1,"on":"2026-01-14"}""", "on: The day 2026-01-14 has not come yet; here it is 2026-01-12.")]
    [InlineData("""{"id":"a","kind":"enrichment","slot":"budget","value":1,"on":"0026-01-12"}""", "on: The day 0026-01-12 is more than 3650 days ago.")]
    public async Task What_is_wrong_is_told_with_its_place_and_remedy_and_nothing_is_stored(string body, string problem)
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAsync("We copy and paste by hand");
        var (status, answer) = await shared.Host.PostAsync($"/api/leads/{visitor.Key.LeadId}/signals", body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(problem, answer.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty((await shared.LeadAsync(visitor)).GetProperty("course").GetProperty("signals").EnumerateArray());
        shared.AssertNothingBroke();
    }

    [Theory]
    [InlineData("budget", "50000", "\"min\":50000")]
    [InlineData("budget", "\"about 40k EUR a year\"", "\"currency\":\"EUR\"")]
    [InlineData("headcount", "\"200 to 500 people\"", "\"max\":500")]
    [InlineData("headcount", """{"kind":"headcount","min":1000}""", "\"min\":1000")]
    [InlineData("headcount", """{"min":1000,"kind":"headcount"}""", "\"min\":1000")]
    [InlineData("authority", """{"kind":"authority","class":"joint"}""", "\"joint\"")]
    [InlineData("authority", "\"I decide that myself\"", "\"sole\"")]
    [InlineData("title", "\"VP of Sales\"", "\"vp\"")]
    [InlineData("title", "\"Zookeeper\"", "\"Zookeeper\"")]
    [InlineData("timeline", "\"next month\"", "\"2026-02-01\"")]
    [InlineData("need", "true", "\"present\":true")]
    [InlineData("need", "\"everything is done by hand\"", "manual_work")]
    [InlineData("company", "\"Acme & Sons\"", "Acme")]
    [InlineData("email", "\"Anna <anna@acme.example>\"", "\"anna@acme.example\"")]
    public async Task Values_come_as_objects_as_plain_numbers_or_in_words(string slot, string value, string stored)
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAsync("hi");
        var answer = await shared.Host.TellAsync(visitor, "signals", $$"""{"id":"a","kind":"enrichment","slot":"{{slot}}","value":{{value}},"source":"crm"}""");
        var signal = Assert.Single(answer.GetProperty("lead").GetProperty("course").GetProperty("signals").EnumerateArray());
        Assert.Contains(stored, JsonSerializer.Serialize(signal.GetProperty("value")).Replace("\\u0026", "&", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_keeps_500_signals_and_says_so()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAsync("hi");
        var body = $"[{string.Join(',', Enumerable.Range(0, 500).Select(index => $$"""{"id":"s{{index}}","kind":"enrichment","slot":"budget","value":{{index}}}"""))}]";
        Assert.Equal(500, (await shared.Host.TellAsync(visitor, "signals", body)).GetProperty("accepted").GetArrayLength());
        Assert.Equal(500, (await shared.Host.TellAsync(visitor, "signals", body)).GetProperty("known").GetArrayLength());
        var (status, answer) = await shared.Host.PostAsync($"/api/leads/{visitor.Key.LeadId}/signals", """{"id":"more","kind":"enrichment","slot":"budget","value":1}""");
        Assert.Equal((HttpStatusCode.Conflict, "TooManySignals"), (status, Told.Text(answer.GetProperty("error"), "code")));
        await visitor.SayAsync("next month");
        Assert.Equal(500, (await shared.LeadAsync(visitor)).GetProperty("course").GetProperty("signals").GetArrayLength());
    }

    [Fact]
    public async Task Who_may_not_and_what_is_not_there_is_refused()
    {
        await using var host = await TestHost.StartAsync(["--Desk:AdminKey", "a key of many characters"]);
        foreach (var path in (string[])["/api/leads/0123456789abcdef0123/signals", "/api/leads/0123456789abcdef0123/result", "/api/leads/requalify"])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(path, "{}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await shared.Host.PostAsync("/api/leads/0123456789abcdef0123/signals", Told.Event("a", "x"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await shared.Host.PostAsync("/api/leads/nonsense/signals", Told.Event("a", "x"))).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await shared.Host.PostAsync("/api/leads/nonsense/signals", "x", "text/plain")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await shared.Host.PostAsync("/api/leads/nonsense/signals", $"\"{new string('x', 300_000)}\"")).Status);
    }

    private static void AssertOwnReceipts(JsonElement course)
    {
        var decisions = course.GetProperty("decisions").EnumerateArray().ToArray();
        Assert.Equal(decisions.Length, course.GetProperty("decisionCount").GetInt32());
        Assert.All(decisions, decision => Told.Sums(decision.GetProperty("score")));
        Assert.Equal(decisions.Length, decisions.Select(decision => Told.Text(decision, "hash")).Distinct().Count());
        Assert.Equal(("nurture", "book_demo"), (Told.Text(decisions[0], "outcome"), Told.Text(decisions[^1], "outcome")));
        var receipt = decisions[^1].GetProperty("score").GetProperty("receipts").EnumerateArray().Single(one => Told.Text(one, "rule") == "requested_demo");
        Assert.Equal("w1", Told.Text(Assert.Single(receipt.GetProperty("signals").EnumerateArray()), "id"));
    }

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
