using System.Net;
using System.Text;
using System.Text.Json;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Desk;

/// <summary>Talks by FAINT, and what other systems tell of them.</summary>
internal static class Told
{
    /// <summary>Settings of a host that talks by FAINT.</summary>
    public static readonly string[] Faint = ["--Talk:Playbook", "faint"];

    /// <summary>A talk that ends in a follow-up, 15 points short of a demo.</summary>
    public static readonly string[] TooEarly = ["our help desk is a mess", "30 people", "I only advise", "not sure", "in five months", "not sure", "yes please", "anna@gmail.com"];

    public static async Task<Visitor> NurturedAsync(FakeChannel channel, TestHost host)
    {
        var visitor = new Visitor(channel, host.Http);
        await visitor.SayAsync(TooEarly[0], "faint");
        (await visitor.SayAllAsync(TooEarly[1..])).EndsWith("nurture.done");
        return visitor;
    }

    public static async Task<JsonElement> TellAsync(this TestHost host, Visitor visitor, string what, string body)
    {
        var (status, answer) = await host.PostAsync($"/api/leads/{visitor.Key.LeadId}/{what}", body);
        Assert.True(status == HttpStatusCode.OK, $"{status}: {answer}");
        return answer;
    }

    public static async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(this TestHost host, string path, string body, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await host.Http.PostAsync(path, content);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    public static string Event(string id, string kind, string? on = null) => on is null ? $$"""{"id":"{{id}}","kind":"{{kind}}"}""" : $$"""{"id":"{{id}}","kind":"{{kind}}","on":"{{on}}"}""";

    /// <summary>"from > to: cause" of changes of stage.</summary>
    public static string[] Changes(JsonElement events) =>
        [.. events.EnumerateArray().Select(change => $"{Text(change, "from")} > {Text(change, "to")}: {Cause(change.GetProperty("cause"))}")];

    public static string Cause(JsonElement cause) => $"{Text(cause, "kind")} {Text(cause, "id")}{(cause.TryGetProperty("through", out var through) ? $" through {through}" : "")}";

    public static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>Asserts that the receipts of a score sum to it.</summary>
    public static void Sums(JsonElement score) =>
        Assert.Equal(score.GetProperty("total").GetInt32(), score.GetProperty("receipts").EnumerateArray().Sum(receipt => receipt.GetProperty("points").GetInt32()));
}
