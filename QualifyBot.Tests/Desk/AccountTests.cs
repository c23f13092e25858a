using System.Net;
using System.Text.Json;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Desk;

public sealed class AccountTests
{
    private static readonly string[] Decider = ["We copy and paste everything by hand", "300 people", "next month", "I decide that myself", "about $40k a year"];
    private static readonly string[] Adviser = ["Our reporting takes too long, and it is all by hand", "300 people", "next month", "I only advise", "about $40k a year"];

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task Two_roles_of_one_company_make_a_committee_and_free_mail_never_joins(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(box.Settings);
        var anna = await TalkAsync(channel, host, [.. Decider, "anna@acme.co.uk"]);
        Assert.False((await AccountAsync(host, "acme.co.uk")).GetProperty("marketingQualified").GetBoolean());
        var bob = await TalkAsync(channel, host, [.. Adviser, "bob@mail.acme.co.uk"]);
        await TalkAsync(channel, host, [.. Adviser, "carl@other.co.uk"]);
        await TalkAsync(channel, host, [.. Adviser, "dora@gmail.com"]);

        var account = await AccountAsync(host, "Mail.ACME.co.uk");
        Assert.True(account.GetProperty("marketingQualified").GetBoolean());
        Assert.Equal(new[] { anna.Key.LeadId, bob.Key.LeadId }.Order(StringComparer.Ordinal), new[] { Told.Text(account.GetProperty("because"), "first"), Told.Text(account.GetProperty("because"), "second") }.Order(StringComparer.Ordinal));
        var committee = account.GetProperty("committee").EnumerateArray().ToDictionary(member => Told.Text(member, "lead")!, member => member);
        Assert.Equal(["acme.co.uk", "other.co.uk"], Domains(await host.GetAsync("/api/accounts")));
        Assert.Equal(2, account.GetProperty("leadCount").GetInt32());
        AssertRole(committee[anna.Key.LeadId], "decider", "I decide that myself");
        AssertRole(committee[bob.Key.LeadId], "influencer", "I only advise");
        Assert.Equal(account.GetRawText(), (await host.LeadAsync(bob)).GetProperty("account").GetRawText().Replace("\n  ", "\n", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task A_lead_that_cannot_be_read_hides_no_other(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(box.Settings);
        var anna = await TalkAsync(channel, host, [.. Decider, "anna@damagedcorp.example"]);
        var bob = await TalkAsync(channel, host, [.. Adviser, "bob@damagedcorp.example"]);
        Assert.True(await host.Store.CommitAsync(bob.Key.Partition, [new StoreChange.Put(bob.Key.Lead, "{"u8.ToArray(), null)], CancellationToken.None));

        Assert.Equal(anna.Key.LeadId, Told.Text(Assert.Single((await AccountAsync(host, "damagedcorp.example")).GetProperty("committee").EnumerateArray()), "lead"));
        Assert.Equal(anna.Key.LeadId, Told.Text(Assert.Single((await host.LeadsAsync()).EnumerateArray()), "id"));
    }

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task Who_is_erased_or_has_another_address_leaves_the_account(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        await using (var host = await TestHost.StartAsync(box.Settings))
        {
            var anna = await TalkAsync(channel, host, [.. Decider, "anna@erasedcorp.example"]);
            var bob = await TalkAsync(channel, host, [.. Adviser, "bob@erasedcorp.example"]);
            await host.TellAsync(bob, "signals", """{"id":"crm1","kind":"enrichment","slot":"email","value":"bob@newcorp.example","source":"crm"}""");
            Assert.Equal(anna.Key.LeadId, Told.Text(Assert.Single((await AccountAsync(host, "erasedcorp.example")).GetProperty("committee").EnumerateArray()), "lead"));
            Assert.Equal(["erasedcorp.example", "newcorp.example"], Domains(await host.GetAsync("/api/accounts")));
            await anna.SayAsync("Delete my data");
            (await anna.SayAsync("yes")).Says("erase.done");
            await bob.SayAsync("Delete my data");
            (await bob.SayAsync("yes")).Says("erase.done");
            Assert.Empty(Domains(await host.GetAsync("/api/accounts")));
            Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/api/accounts/erasedcorp.example")).StatusCode);
        }

        Assert.False(box.Holds("erasedcorp"), "The account is still stored.");
        Assert.False(box.Holds("newcorp"), "What the signal told is still stored.");
        Assert.False(box.Holds("crm1"), "The signal is still stored.");
    }

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task Signals_find_a_person_by_address_and_a_company_by_domain(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(box.Settings);
        var (anna, bob, carl) = (new Visitor(channel, host.Http), new Visitor(channel, host.Http), new Visitor(channel, host.Http));
        await anna.SayAsync("I'm Anna, anna@acme.example");
        await bob.SayAsync("I'm Bob, bob@mail.acme.example");
        await carl.SayAsync("I'm Carl, carl@gmail.com");
        const string signal = """{"id":"a1","kind":"enrichment","slot":"headcount","value":300}""";
        Assert.Equal([carl.Key.LeadId], await SignalAsync(host, $$"""{"email":"Carl@GMAIL.com","signals":{{signal}}}"""));
        Assert.Equal(new[] { anna.Key.LeadId, bob.Key.LeadId }.Order(StringComparer.Ordinal), await SignalAsync(host, $$"""{"domain":"www.acme.example","signals":[{{signal}}]}"""));
        Assert.Equal("a1", Told.Text(Assert.Single((await host.LeadAsync(bob)).GetProperty("course").GetProperty("signals").EnumerateArray()), "id"));
        await carl.SayAsync("Delete my data");
        await carl.SayAsync("yes");
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("/api/signals", $$"""{"email":"carl@gmail.com","signals":{{signal}}}""")).Status);
    }

    [Theory]
    [InlineData("""{"signals":[]}""", "email: Write either 'email' or 'domain'")]
    [InlineData("""{"email":"a@b.example","domain":"b.example","signals":[]}""", "email: Write either 'email' or 'domain'")]
    [InlineData("""{"email":"anna@acme.example"}""", "signals: This is missing.")]
    [InlineData("""{"domain":"co.uk","signals":[]}""", "domain: This is no domain of a company.")]
    [InlineData("""{"email":"anna@acme.example","signals":[{"id":"x","kind":"y"}]}""", "signals[0].kind: The playbook 'bant' reads no signals of the kind 'y'.")]
    [InlineData("""{"email":"anna@acme.example","signals":{"kind":"y"}}""", "signals.id: This is missing.")]
    public async Task What_is_wrong_with_signals_of_a_group_is_told(string body, string problem)
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync();
        await new Visitor(channel, host.Http).SayAsync("I'm Anna, anna@acme.example");
        var (status, answer) = await host.PostAsync("/api/signals", body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(problem, Told.Text(answer.GetProperty("error"), "message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_show_each_account_once_by_domain()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync();
        string[] domains = ["acme.example", "acmeone.example", "acmetwo.example", "b.example", "zebra.example", "xn--mnchen-3ya.example", "acme-1.example"];
        foreach (var domain in domains.Append("mail.acme.example"))
        {
            var visitor = new Visitor(channel, host.Http);
            await visitor.SayAsync("hi");
            await host.TellAsync(visitor, "signals", $$"""{"id":"a","kind":"enrichment","slot":"email","value":"anna@{{domain}}"}""");
        }

        var (seen, next) = (new List<string>(), "");
        while (seen.Count <= domains.Length)
        {
            var page = await host.GetAsync("/api/accounts?limit=2" + next);
            seen.AddRange(Domains(page));
            if (Told.Text(page, "next") is not { } after)
            {
                break;
            }

            next = "&after=" + Uri.EscapeDataString(after);
        }

        Assert.Equal(domains.Order(StringComparer.Ordinal), seen);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Http.GetAsync("/api/accounts?limit=0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/api/accounts/%F0%9F%98%80")).StatusCode);
    }

    [Fact]
    public async Task Accounts_are_shown_with_the_admin_key_alone()
    {
        await using var host = await TestHost.StartAsync(["--Desk:AdminKey", "a key of many characters"]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.GetAsync("/api/accounts")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.GetAsync("/api/accounts/acme.example")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("/api/signals", "{}")).Status);
    }

    private static async Task<string[]> SignalAsync(TestHost host, string body)
    {
        var (status, answer) = await host.PostAsync("/api/signals", body);
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        return [.. answer.GetProperty("changed").EnumerateArray().Select(change => Told.Text(change.GetProperty("lead"), "id")!)];
    }

    private static async Task<Visitor> TalkAsync(FakeChannel channel, TestHost host, string[] says)
    {
        var visitor = new Visitor(channel, host.Http);
        await visitor.SayAllAsync(says);
        return visitor;
    }

    private static Task<JsonElement> AccountAsync(TestHost host, string domain) => host.GetAsync("/api/accounts/" + domain);

    private static string[] Domains(JsonElement page) => [.. page.GetProperty("accounts").EnumerateArray().Select(account => Told.Text(account, "domain")!)];

    private static void AssertRole(JsonElement member, string role, string words)
    {
        Assert.Equal(role, Told.Text(member, "role"));
        Assert.Contains(Told.Text(member.GetProperty("evidence"), "quote")!, words, StringComparison.Ordinal);
        Assert.True(member.GetProperty("interested").GetBoolean());
    }
}
