using QualifyBot.Bot.Extraction;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Extraction;

/// <summary>Two hosts that are attacked: one with a model that obeys every visitor, in each of its ways by turns, and one that reads by rules alone.</summary>
public sealed class AttackHosts : IAsyncLifetime
{
    private readonly Func<string, string?>[] ways = [.. ObedientModel.Ways.Values];

    internal ModelServer Server { get; private set; } = null!;

    internal FakeChannel Channel { get; private set; } = null!;

    internal TestHost WithModel { get; private set; } = null!;

    internal TestHost RulesAlone { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Channel = await FakeChannel.StartAsync();
        Server = await ModelServer.StartAsync();
        Server.Answer = (context, count) => ModelServer.SayAsync(context, Obey(Server.Requests.Last().Document, count) ?? "");
        WithModel = await TestHost.StartAsync(
        [
            .. ModelHostTests.Settings(Server.Options(ModelProvider.OpenAI)), "--Extraction:Mode", "always", "--Extraction:Phrasing", "model",
            "--Extraction:BudgetMilliseconds", "20000", "--Extraction:CallsPerVisitorPerDay", "100000",
        ]);
        RulesAlone = await TestHost.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await WithModel.DisposeAsync();
        await RulesAlone.DisposeAsync();
        await Server.DisposeAsync();
        await Channel.DisposeAsync();
    }

    private string? Obey(string document, int count) =>
        document.StartsWith("""{"sentences":""", StringComparison.Ordinal) ? ObedientModel.Phrases(document) : ways[count % ways.Length](document);
}
