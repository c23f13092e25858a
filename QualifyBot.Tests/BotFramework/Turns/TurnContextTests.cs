using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Testing;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Tests.BotFramework.Turns;

public sealed class TurnContextTests
{
    private readonly TestAdapter _adapter = new();

    [Fact]
    public Task Messages_accept_input_unless_they_say_otherwise() => Run(async turn =>
    {
        await turn.SendActivityAsync("one");
        await turn.SendActivityAsync("two", speak: "deux", inputHint: InputHints.ExpectingInput);
        await turn.SendActivityAsync(Activity.CreateTypingActivity());
        await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Message, Text = "three" });

        Assert.Equal(
            [("one", null, "acceptingInput"), ("two", "deux", "expectingInput"), (null, null, null), ("three", null, "acceptingInput")],
            _adapter.ActiveQueue.Select(a => (a.Text, a.Speak, a.InputHint)));
        Assert.All(_adapter.ActiveQueue, a => Assert.Equal(turn.Activity.Id, a.ReplyToId));
    });

    [Fact]
    public Task A_trace_alone_is_no_response() => Run(async turn =>
    {
        await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Trace });
        Assert.False(turn.Responded);
        await turn.SendActivityAsync("hi");
        Assert.True(turn.Responded);
    });

    [Fact]
    public Task Handlers_change_or_hold_back_what_is_sent_in_their_order() => Run(async turn =>
    {
        turn.OnSendActivities((_, activities, next) =>
        {
            activities.RemoveAll(a => a.Text == "secret");
            return activities.Count > 0 ? next() : Task.FromResult<ResourceResponse[]>([]);
        });
        turn.OnSendActivities((_, activities, next) =>
        {
            activities.ForEach(a => a.Text += "!");
            return next();
        });

        Assert.Null(await turn.SendActivityAsync("secret"));
        Assert.False(turn.Responded);
        Assert.NotNull(await turn.SendActivityAsync("hello"));
        Assert.Equal(["hello!"], _adapter.ActiveQueue.Select(a => a.Text));
    });

    [Fact]
    public Task What_was_sent_can_be_changed_and_taken_back() => Run(async turn =>
    {
        var first = await turn.SendActivityAsync("first");
        var second = await turn.SendActivityAsync("second");

        var update = MessageFactory.Text("better");
        update.Id = first?.Id;
        await turn.UpdateActivityAsync(update);
        await turn.DeleteActivityAsync(second?.Id!);

        Assert.Equal(["better"], _adapter.ActiveQueue.Select(a => a.Text));
    });

    [Fact]
    public Task The_turn_keeps_one_thing_of_each_type() => Run(turn =>
    {
        Assert.Null(turn.TurnState.Get<string>());
        turn.TurnState.Set("a");
        turn.TurnState.Set("b");
        turn.TurnState.Set<object>(turn);
        Assert.Equal("b", turn.TurnState.Get<string>());
        return Task.CompletedTask;
    });

    private Task Run(Func<ITurnContext, Task> turn) => _adapter.SendTextToBotAsync("hi", (context, _) => turn(context));
}
