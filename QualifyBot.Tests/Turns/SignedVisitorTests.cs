using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.Bot;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Turns;

/// <summary>Visitors whom the site's own server names by a signed token.</summary>
public sealed class SignedVisitorTests(SignedVisitorTests.SigningHost shared) : IClassFixture<SignedVisitorTests.SigningHost>
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private const string OldKey = "fedcba9876543210fedcba9876543210";
    private const string Need = "Our onboarding of new hires takes too long";
    private const string NotSigned = "no JWT signed with HS256";

    // Each test is about somebody else.
    private readonly string anna = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Who_is_signed_is_not_asked_for_an_address_and_the_seller_sees_who_it_is()
    {
        var visitor = NewVisitor();
        Assert.Null(ProblemIn(await SayAsync(visitor, Need, Sign(anna))));
        (await visitor.SayAllAsync("300 people", "next month", "I decide that myself", "about 40k a year")).EndsWith("book.offer");
        var lead = await shared.Host.LeadAsync(visitor);
        Assert.Equal(anna, lead.GetProperty("subject").GetString());
        Assert.Equal(["email anna@acme.example identity", "person Anna Berg identity"], lead.GetProperty("answers").EnumerateArray()
            .Where(answer => answer.GetProperty("evidence").GetProperty("reader").GetString() == "identity")
            .Select(answer => $"{answer.GetProperty("slot")} {answer.GetProperty("evidence").GetProperty("quote")} {answer.GetProperty("evidence").GetProperty("messageId")}"));
        Assert.Equal("acme.example", lead.GetProperty("domain").GetString());
        var log = await shared.Host.Store.ReadAsync(new(visitor.Key.Partition, visitor.Key.Log), 0, 100, CancellationToken.None);
        Assert.DoesNotContain(log, entry => Encoding.UTF8.GetString(entry.Data.Span).Contains("eyJ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_signed_again_on_another_device_is_the_same_visitor_and_nobody_else()
    {
        var phone = NewVisitor();
        await SayAsync(phone, Need, Sign(anna));
        var desk = await SayAsync(NewVisitor(), "hello", Sign(anna, OldKey));
        Assert.Contains("onboarding", TextIn(desk), StringComparison.Ordinal);
        var other = await SayAsync(NewVisitor(), "hello", Sign("u-8"));
        var nobody = await SayAsync(NewVisitor(), "hello", null);
        Assert.All([other, nobody], reply => Assert.DoesNotContain("onboarding", TextIn(reply), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_signs_in_during_a_talk_keeps_it_and_a_second_person_cannot_take_it_over()
    {
        var visitor = NewVisitor();
        await SayAsync(visitor, Need, null);
        Assert.Null(ProblemIn(await SayAsync(visitor, "300 people", Sign(anna))));
        Assert.Contains("another visitor's", ProblemIn(await SayAsync(visitor, "next month", Sign("u-8", email: "eve@evil.example"))), StringComparison.Ordinal);
        var lead = await shared.Host.LeadAsync(visitor);
        Assert.Equal((anna, "acme.example"), (lead.GetProperty("subject").GetString(), lead.GetProperty("domain").GetString()));
        Assert.Contains("onboarding", TextIn(await SayAsync(NewVisitor(), "hello", Sign(anna))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_visitor_says_of_themselves_later_counts()
    {
        var visitor = NewVisitor();
        await SayAsync(visitor, Need, Sign(anna));
        await SayAsync(visitor, "actually, my e-mail is office@other.example", null);
        var email = (await shared.Host.LeadAsync(visitor)).GetProperty("answers").EnumerateArray().Single(answer => answer.GetProperty("slot").GetString() == "email");
        Assert.Equal("office@other.example", email.GetProperty("evidence").GetProperty("quote").GetString());
    }

    [Fact]
    public async Task Who_is_erased_is_known_no_more_on_any_device()
    {
        var visitor = NewVisitor();
        await SayAsync(visitor, Need, null);
        await SayAsync(visitor, "300 people", Sign(anna));
        await SayAsync(visitor, "delete my data", null);
        await SayAsync(visitor, "yes", null);
        Assert.DoesNotContain((await shared.Host.LeadsAsync()).EnumerateArray(), lead => lead.GetProperty("id").GetString() == visitor.Key.LeadId);
        Assert.DoesNotContain("onboarding", TextIn(await SayAsync(NewVisitor(), "hello", Sign(anna))), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_token_is_refused_with_the_reason_and_the_talk_goes_on(string token, string problem)
    {
        var visitor = NewVisitor();
        var replies = await SayAsync(visitor, Need, token);
        Assert.Contains(problem, ProblemIn(replies), StringComparison.Ordinal);
        var lead = await shared.Host.LeadAsync(visitor);
        Assert.False(lead.TryGetProperty("subject", out _));
        Assert.Equal("need", Assert.Single(lead.GetProperty("answers").EnumerateArray()).GetProperty("slot").GetString());
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "", NotSigned },
        { "x.y.z", NotSigned },
        { new string('a', 5000), NotSigned },
        { Sign(key: "another key of thirty-two letters"), NotSigned },
        { Sign()[..^1], NotSigned },
        { Sign() + ".", NotSigned },
        { Sign(header: """{"alg":"none"}"""), NotSigned },
        { Sign(header: """{"alg":"HS512"}"""), NotSigned },
        { Sign(header: "[]"), NotSigned },
        { Sign(claims: "[]"), NotSigned },
        { Sign(claims: "{"), NotSigned },
        { Tokens.Unsigned(Claims("u-7")), NotSigned },
        { Sign(claims: """{"sub":"u-7","exp":1772500000}"""), "'aud'" },
        { Sign(claims: """{"sub":"u-7","exp":1772500000,"aud":["elsewhere"]}"""), "'aud'" },
        { Sign(claims: """{"sub":"u-7","aud":"qualifybot"}"""), "'exp' is missing" },
        { Sign(claims: """{"sub":"u-7","aud":"qualifybot","exp":"1772500000"}"""), "'exp' is missing" },
        { Sign(minutes: -2), "expired" },
        { Sign(minutes: 24 * 60 + 2), "more than a day ahead" },
        { Sign(claims: Claims("u-7").Replace("{", """{"nbf":1772460000,""", StringComparison.Ordinal)), "not valid yet" },
        { Sign(subject: ""), "'sub'" },
        { Sign(subject: new string('u', 129)), "'sub'" },
        { Sign(claims: Claims("u-7").Replace("u-7", "\\ud800", StringComparison.Ordinal)), NotSigned },
        { Sign(claims: Claims("u-7").Replace("{", """{"sub":"u-8",""", StringComparison.Ordinal)), NotSigned },
        { Sign(header: """{"alg":"RS256"}"""), NotSigned },
        { Sign(header: """{"alg":"hs256"}"""), NotSigned },
        { Sign(header: """{"typ":"JWT"}"""), NotSigned },
        { Sign(header: """{"alg":"dir","enc":"A128CBC-HS256"}"""), NotSigned },
        { Sign() + "..", NotSigned },
    };

    [Fact]
    public async Task Without_a_key_nobody_is_believed_and_a_short_key_does_not_start()
    {
        await using var keyless = await TestHost.StartAsync(clock: new TestClock());
        Assert.Contains("set Identity:Key", ProblemIn(await SayAsync(new Visitor(shared.Channel, keyless.Http), Need, Sign())), StringComparison.Ordinal);
        var wrong = await Assert.ThrowsAsync<StartException>(() => TestHost.StartAsync(["--Identity:Key", "too short"]));
        Assert.Contains("Identity:Key: A key that signs visitors has at least 32 characters; make one with: openssl rand -hex 32", wrong.Message, StringComparison.Ordinal);
    }

    private Visitor NewVisitor() => new(shared.Channel, shared.Host.Http);

    private static async Task<JsonArray> SayAsync(Visitor visitor, string text, string? token)
    {
        var message = visitor.Message(text);
        message["channelData"] = token is null ? null : new JsonObject { ["identity"] = token };
        return await visitor.ExpectRepliesAsync(message);
    }

    private static string? ProblemIn(JsonArray replies) => (string?)replies[^1]!["channelData"]?["identityProblem"];

    private static string TextIn(JsonArray replies) => (string)replies[^1]!["text"]!;

    private static string Sign(string subject = "u-7", string key = Key, string? claims = null, string? header = null, int minutes = 10, string email = "anna@acme.example") =>
        Tokens.Sign(key, claims ?? Claims(subject, minutes, email), header);

    private static string Claims(string subject, int minutes = 10, string email = "anna@acme.example") =>
        JsonSerializer.Serialize(new { aud = "qualifybot", sub = subject, name = "Anna Berg", email, exp = new TestClock().GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds() });

    /// <summary>A host that knows the keys, for all tests.</summary>
    public sealed class SigningHost : IAsyncLifetime
    {
        internal FakeChannel Channel { get; private set; } = null!;

        internal TestHost Host { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Channel = await FakeChannel.StartAsync();
            Host = await TestHost.StartAsync(["--Identity:Key", Key, "--Identity:PreviousKey", OldKey], new TestClock());
        }

        public async Task DisposeAsync()
        {
            await Host.DisposeAsync();
            await Channel.DisposeAsync();
        }
    }
}
