using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

/// <summary>The same visitor in a new conversation. What one person has told is never told to another.</summary>
public sealed class KnownVisitorTests
{
    private const string Secret = "the-secret-of-the-site";
    private const string Told = "We copy and paste by hand, we are 300 people, mail me at anna@acme.example";

    [Fact]
    public async Task Who_shows_the_token_of_an_earlier_conversation_is_welcomed_back_however_old_it_is()
    {
        var clock = new TestClock();
        await using var host = await TestHost.StartAsync(clock: clock);
        var first = await StartAsync(host, new JsonObject());
        await SayAsync(host, first, Told);
        clock.Jump(TimeSpan.FromDays(20));
        var again = await WelcomedAsync(host, new JsonObject { ["user"] = new JsonObject { ["token"] = (string)first["token"]! } });
        Assert.NotEqual((string)first["conversationId"]!, (string)again["conversationId"]!);
        var greeting = await LastAsync(host, again);
        Assert.Contains("We copy and paste by hand", greeting, StringComparison.Ordinal);
        Assert.DoesNotContain("anna@acme.example", greeting, StringComparison.Ordinal);
        Assert.Contains("When would you like to start?", await SayAsync(host, again, "yes"), StringComparison.Ordinal);
        var lead = await host.GetAsync("/api/leads/" + KeyOf(again).LeadId);
        Assert.Equal(["headcount", "need"], lead.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("slot").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_the_site_vouches_for_is_known_and_nobody_else_by_that_name_or_address()
    {
        await using var host = await TestHost.StartAsync(["--DirectLine:Secret", Secret]);
        var anna = new JsonObject { ["user"] = new JsonObject { ["id"] = "customer-17" } };
        await SayAsync(host, await StartAsync(host, anna, Secret), Told);
        await WelcomedAsync(host, anna, Secret);
        foreach (var (claim, secret) in ((JsonObject, string?)[])[(anna, null), (new JsonObject { ["user"] = new JsonObject { ["id"] = "customer-18" } }, Secret), (new JsonObject { ["user"] = new JsonObject { ["token"] = "e30.e30.e30" } }, null)])
        {
            var stranger = await StartAsync(host, claim, secret);
            Assert.DoesNotContain("copy and paste", await LastAsync(host, stranger), StringComparison.Ordinal);
            Assert.DoesNotContain("copy and paste", await SayAsync(host, stranger, "my address is anna@acme.example"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_writes_without_a_proof_on_another_channel_is_new_in_each_conversation()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync();
        await new Visitor(channel, host.Http).SayAsync(Told);
        (await new Visitor(channel, host.Http).SayAsync("Hello")).Says("talk.open", "bant.need.ask");
    }

    [Fact]
    public async Task A_damaged_lead_of_an_earlier_conversation_ends_no_talk()
    {
        await using var host = await TestHost.StartAsync(["--DirectLine:Secret", Secret]);
        var anna = new JsonObject { ["user"] = new JsonObject { ["id"] = "customer-17" } };
        var first = await StartAsync(host, anna, Secret);
        await SayAsync(host, first, Told);
        await WelcomedAsync(host, anna, Secret);
        var key = KeyOf(first);
        var stored = (await host.Store.GetAsync([new StoreKey(key.Partition, key.Lead)], default))[0]!;
        Assert.True(await host.Store.CommitAsync(key.Partition, [new StoreChange.Put(key.Lead, "{broken"u8.ToArray(), stored.Version)], default));
        var again = await StartAsync(host, anna, Secret);
        Assert.Contains("How many people", await SayAsync(host, again, "We copy and paste by hand"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_erased_is_gone_from_the_earlier_conversations_too()
    {
        await using var host = await TestHost.StartAsync(["--DirectLine:Secret", Secret]);
        var anna = new JsonObject { ["user"] = new JsonObject { ["id"] = "customer-17" } };
        var first = await StartAsync(host, anna, Secret);
        await SayAsync(host, first, Told);
        var second = await WelcomedAsync(host, anna, Secret);
        await SayAsync(host, second, "yes");
        await SayAsync(host, second, "delete my data");
        await SayAsync(host, second, "yes");
        foreach (var talk in (JsonNode[])[first, second])
        {
            await Eventually.TrueAsync(async () => (await host.Http.GetAsync("/api/leads/" + KeyOf(talk).LeadId)).StatusCode == HttpStatusCode.NotFound, "the lead is erased");
        }

        Assert.DoesNotContain("copy and paste", await LastAsync(host, await StartAsync(host, anna, Secret)), StringComparison.Ordinal);
    }

    private static ConversationKey KeyOf(JsonNode talk) => new("directline", (string)talk["conversationId"]!);

    private static async Task<JsonNode> StartAsync(TestHost host, JsonObject body, string? secret = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = secret is null ? null : new AuthenticationHeaderValue("Bearer", secret);
        using var response = await host.Http.SendAsync(request);
        return JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    // The note of who talked where is written after the turn.
    private static async Task<JsonNode> WelcomedAsync(TestHost host, JsonObject body, string? secret = null)
    {
        JsonNode talk = new JsonObject();
        await Eventually.TrueAsync(async () => (await LastAsync(host, talk = await StartAsync(host, body, secret))).Contains("copy and paste", StringComparison.Ordinal), "the visitor is welcomed back");
        return talk;
    }

    private static async Task<string> SayAsync(TestHost host, JsonNode talk, string words)
    {
        var message = new JsonObject { ["type"] = "message", ["text"] = words };
        using var response = await SendAsync(host, talk, HttpMethod.Post, message);
        response.EnsureSuccessStatusCode();
        return await LastAsync(host, talk);
    }

    private static async Task<string> LastAsync(TestHost host, JsonNode talk)
    {
        using var response = await SendAsync(host, talk, HttpMethod.Get, null);
        return (string)JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["activities"]!.AsArray()[^1]!["text"]!;
    }

    private static Task<HttpResponseMessage> SendAsync(TestHost host, JsonNode talk, HttpMethod method, JsonNode? body)
    {
        var request = new HttpRequestMessage(method, $"/v3/directline/conversations/{(string)talk["conversationId"]!}/activities") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (string)talk["token"]!);
        return host.Http.SendAsync(request);
    }
}
