using System.Text.Json.Nodes;
using QualifyBot.BotFramework.Dialogs;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Testing;

namespace QualifyBot.Tests.BotFramework.Dialogs;

public sealed class WaterfallTests
{
    [Fact]
    public async Task A_step_put_in_before_the_current_one_changes_nothing_for_those_in_it()
    {
        var client = new DialogTestClient(ChannelIds.Test, new WaterfallDialog("w", [AskA, AskB, AskC]));
        await Talk.PlayAsync(client, ("hi", "A?"), ("a", "a. B?"));

        client.TargetDialog = new WaterfallDialog("w", [AskNew, AskA, AskNew2, AskB, AskC]);

        await Talk.PlayAsync(client, ("b", "b. C?"), ("c", ""), ("hi again", "New?"));
    }

    [Fact]
    public async Task Steps_moved_or_put_in_behind_the_current_one_take_part()
    {
        var client = new DialogTestClient(ChannelIds.Test, new WaterfallDialog("w", [AskA, AskB]));
        await Talk.PlayAsync(client, ("hi", "A?"));

        client.TargetDialog = new WaterfallDialog("w", [AskB, AskA, AskC]);

        await Talk.PlayAsync(client, ("a", "a. C?"));
    }

    [Fact]
    public async Task A_waterfall_whose_current_step_is_gone_starts_anew()
    {
        var client = new DialogTestClient(ChannelIds.Test, new WaterfallDialog("w", [AskA, AskB]));
        await Talk.PlayAsync(client, ("hi", "A?"), ("a", "a. B?"));

        client.TargetDialog = new WaterfallDialog("w", [AskC, AskA]);

        await Talk.PlayAsync(client, ("b", ". C?"), ("c", "A?"));
    }

    [Theory]
    [InlineData("""{"dialogStack":[{"id":"w","state":{"step":7}}]}""")]
    [InlineData("""{"dialogStack":[{"id":"w","state":{"step":null,"values":[]}}]}""")]
    [InlineData("""{"dialogStack":[{"id":"w","state":{}}]}""")]
    public Task A_damaged_position_starts_anew(string stored) =>
        Talk.PlayAsync(new DialogTestClient(ChannelIds.Test, new WaterfallDialog("w", [AskA, AskB])) { StoredState = stored }, ("x", "A?"), ("a", "a. B?"));

    [Fact]
    public async Task Steps_are_named_by_their_methods_and_lambdas_by_the_named_step_before_them()
    {
        Task<DialogTurnResult> Local(WaterfallStepContext step, CancellationToken cancellation) => Ask(step, "local");
        var waterfall = new WaterfallDialog("w", [(s, _) => Ask(s, "1"), AskA, (s, _) => Ask(s, "2"), (s, _) => Ask(s, "3"), Local])
            .AddStep("own name", (s, _) => Ask(s, "4"));
        var client = new DialogTestClient(ChannelIds.Test, waterfall);

        foreach (var name in (string[])["+1", "AskA", "AskA+1", "AskA+2", "Local", "own name"])
        {
            await client.SendActivityAsync("x");
            Assert.Equal(name, JsonNode.Parse(client.StoredState)?["dialogStack"]?[0]?["state"]?["step"]?.GetValue<string>());
        }
    }

    [Fact]
    public async Task Steps_share_values_know_their_options_and_may_pass_on_at_once()
    {
        var waterfall = new WaterfallDialog("w")
            .AddStep("one", (s, c) =>
            {
                s.Values["sum"] = s.Options!["start"]!.GetValue<int>();
                return s.NextAsync(5, c);
            })
            .AddStep("two", async (s, c) =>
            {
                Assert.Equal(DialogReason.NextCalled, s.Reason);
                s.Values["sum"] = s.Values["sum"]!.GetValue<int>() + (int)s.Result!;
                await s.Context.SendActivityAsync($"So far {s.Values["sum"]}", cancellationToken: c);
                return Dialog.EndOfTurn;
            })
            .AddStep("three", (s, c) => s.EndDialogAsync($"{s.Values["sum"]} {s.Options!["start"]} {s.Result} {s.Reason} {s.Index}", c));
        var client = new DialogTestClient(ChannelIds.Test, waterfall, new JsonObject { ["start"] = 3 });

        await Talk.PlayAsync(client, ("hi", "So far 8"), ("go", ""));

        Assert.Equal("8 3 go ContinueCalled 2", client.DialogTurnResult?.Result);
    }

    [Fact]
    public async Task Misuse_is_told_at_once()
    {
        var twice = new WaterfallDialog("w").AddStep("one", async (s, c) =>
        {
            await s.NextAsync(null, c);
            return await s.NextAsync(null, c);
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => new DialogTestClient(ChannelIds.Test, twice).SendActivityAsync("hi"));
        await Assert.ThrowsAsync<ArgumentException>(() => new DialogTestClient(ChannelIds.Test, new WaterfallDialog("w", [AskA]), new object()).SendActivityAsync("hi"));
        Assert.Throws<ArgumentException>(() => new WaterfallDialog("w", [AskA, AskA]));
    }

    private static Task<DialogTurnResult> AskNew(WaterfallStepContext step, CancellationToken cancellation) => Ask(step, "New?");

    private static Task<DialogTurnResult> AskNew2(WaterfallStepContext step, CancellationToken cancellation) => Ask(step, "New2?");

    private static Task<DialogTurnResult> AskA(WaterfallStepContext step, CancellationToken cancellation) => Ask(step, "A?");

    private static Task<DialogTurnResult> AskB(WaterfallStepContext step, CancellationToken cancellation) => Ask(step, $"{step.Result}. B?");

    private static Task<DialogTurnResult> AskC(WaterfallStepContext step, CancellationToken cancellation) => Ask(step, $"{step.Result}. C?");

    private static async Task<DialogTurnResult> Ask(WaterfallStepContext step, string question)
    {
        await step.Context.SendActivityAsync(question);
        return Dialog.EndOfTurn;
    }
}
