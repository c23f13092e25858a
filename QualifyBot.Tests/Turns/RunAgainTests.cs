using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using QualifyBot.Bot.Extraction;
using QualifyBot.Tests.Extraction;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Turns;

/// <summary>A turn that lost the race against another host runs again, with what the model said in the first run.</summary>
public sealed class RunAgainTests
{
    private const string Slow = "everything falls over on Mondays";

    [Theory]
    [InlineData("texts", 1)]
    [InlineData("model", 2)]
    public async Task A_model_is_asked_once_for_each_purpose_of_a_turn(string phrasing, int calls)
    {
        using var box = new StoreBox("redis");
        await using var channel = await FakeChannel.StartAsync();
        await using var server = await ModelServer.StartAsync();
        string[] settings =
        [
            .. ModelHostTests.Settings(server.Options(ModelProvider.OpenAI)), "--Extraction:Mode", "always", "--Extraction:BudgetMilliseconds", "20000",
            "--Extraction:Phrasing", phrasing, .. box.Settings,
        ];
        await using var host = await TestHost.StartAsync(settings);
        await using var other = await TestHost.StartAsync([.. box.Settings]);
        var visitor = new Visitor(channel, host.Http);
        await visitor.JoinAsync();
        server.Answer = async (context, count) =>
        {
            if (count == 1)
            {
                await OvertakeAsync(visitor, other);
            }

            await SayAsync(server, context);
        };
        await visitor.SayAsync(Slow);
        Assert.Equal(calls, server.Requests.Count);
        var lead = await host.LeadAsync(visitor);
        Assert.Equal(calls, lead.GetProperty("model").GetProperty("calls").GetInt32());
        Assert.Contains("\"manual_work\"", lead.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("\"headcount\"", lead.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(host.Log.Lines, line => line.Line.Contains("the turn runs again", StringComparison.Ordinal));
    }

    // Another message of the same visitor is answered and committed by the other host meanwhile.
    private static async Task OvertakeAsync(Visitor visitor, TestHost other)
    {
        using var content = new StringContent(visitor.Message("we are 300 people").ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await other.Http.PostAsync("/api/messages", content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static Task SayAsync(ModelServer server, HttpContext context) => ModelServer.SayAsync(
        context,
        server.Requests.Last().Document.Contains("\"sentences\"", StringComparison.Ordinal) ? """{"sentences":[]}""" : Readers.Reply(("need", Slow, "manual_work")));
}
