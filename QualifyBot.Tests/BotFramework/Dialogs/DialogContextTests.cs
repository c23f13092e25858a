using QualifyBot.BotFramework.Dialogs;
using QualifyBot.BotFramework.Dialogs.Prompts;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Testing;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Tests.BotFramework.Dialogs;

public sealed class DialogContextTests
{
    private static readonly PromptOptions Question = new() { Prompt = MessageFactory.Text("Q?") };

    [Fact]
    public Task An_unknown_dialog_is_told_at_once_and_an_empty_stack_is_empty() => InTurn(new DialogSet(), async dc =>
    {
        await Assert.ThrowsAsync<ArgumentException>(() => dc.BeginDialogAsync("nobody"));
        Assert.Null(dc.ActiveDialog);
        Assert.Equal(DialogTurnStatus.Empty, (await dc.ContinueDialogAsync()).Status);
        Assert.Equal(DialogTurnStatus.Empty, (await dc.CancelAllDialogsAsync()).Status);
        Assert.Equal(DialogTurnStatus.Complete, (await dc.EndDialogAsync("r")).Status);
        await dc.RepromptDialogAsync();
    });

    [Fact]
    public Task A_stack_knows_its_child_and_its_parent() => InTurn(new DialogSet().Add(new Outer()), async dc =>
    {
        await dc.BeginDialogAsync("outer", Question);

        Assert.Equal("outer", dc.ActiveDialog?.Id);
        Assert.Equal("ask", dc.Child?.ActiveDialog?.Id);
        Assert.Same(dc, dc.Child?.Parent);
        Assert.Null(dc.Child?.Child);
        Assert.NotNull(dc.Child?.FindDialog("outer"));
        Assert.Null(dc.FindDialog("ask"));
    });

    [Fact]
    public Task Dialogs_learn_why_they_leave_the_stack() => InTurn(new DialogSet().Add(new Outer()).Add(new TextPrompt("other")), async dc =>
    {
        var log = new List<string>();
        dc.Context.TurnState.Set(log);

        await dc.BeginDialogAsync("outer", Question);
        await dc.ReplaceDialogAsync("outer", Question);
        await dc.BeginDialogAsync("other", Question);
        Assert.Equal(["other", "outer"], dc.Stack.Select(i => i.Id));
        Assert.Equal(DialogTurnStatus.Waiting, (await dc.EndDialogAsync()).Status);
        Assert.Equal(DialogTurnStatus.Cancelled, (await dc.CancelAllDialogsAsync()).Status);

        Assert.Equal(["ReplaceCalled", "reprompted", "CancelCalled"], log);
        Assert.Empty(dc.Stack);
    });

    [Fact]
    public Task Cancelling_may_take_the_dialogs_around_along() => InTurn(new DialogSet().Add(new Outer()), async dc =>
    {
        await dc.BeginDialogAsync("outer", Question);

        Assert.Equal(DialogTurnStatus.Cancelled, (await dc.Child!.CancelAllDialogsAsync(cancelParents: true)).Status);
        Assert.Empty(dc.Stack);
    });

    [Fact]
    public async Task A_step_may_cancel_everything_around_it()
    {
        var component = new ComponentDialog("c").AddDialog(new WaterfallDialog("w").AddStep("quit", (s, c) => s.CancelAllDialogsAsync(cancelParents: true, c)));
        var client = new DialogTestClient(ChannelIds.Test, component);

        await client.SendActivityAsync("hi");

        Assert.Equal(DialogTurnStatus.Cancelled, client.DialogTurnResult?.Status);
        Assert.Equal("""{"dialogStack":[]}""", client.StoredState);
    }

    [Fact]
    public async Task A_component_cancelled_from_inside_hands_nothing_to_the_step_that_began_it()
    {
        var inner = new ComponentDialog("inner").AddDialog(new WaterfallDialog("w").AddStep("quit", (s, c) => s.CancelAllDialogsAsync(c)));
        var outer = new ComponentDialog("outer")
            .AddDialog(new WaterfallDialog("w").AddStep("begin", (s, c) => s.BeginDialogAsync("inner", null, c)).AddStep("end", (s, c) => s.EndDialogAsync(s.Result ?? "nothing", c)))
            .AddDialog(inner);
        var client = new DialogTestClient(ChannelIds.Test, outer);

        await client.SendActivityAsync("hi");

        Assert.Equal(new DialogTurnResult(DialogTurnStatus.Complete, "nothing"), client.DialogTurnResult);
    }

    [Fact]
    public void Two_dialogs_of_one_id_are_an_error_and_the_same_one_twice_is_not()
    {
        var prompt = new TextPrompt("p");
        var set = new DialogSet().Add(prompt).Add(prompt);

        Assert.Same(prompt, set.Find("p"));
        Assert.Null(set.Find("P"));
        Assert.Throws<ArgumentException>(() => set.Add(new TextPrompt("p")));
        Assert.Throws<ArgumentException>(() => new TextPrompt(" "));
    }

    private static Task InTurn(DialogSet dialogs, Func<DialogContext, Task> test) =>
        new TestAdapter().SendTextToBotAsync("hi", (turn, _) => test(dialogs.CreateContext(turn, new DialogState())));

    private sealed class Outer : ComponentDialog
    {
        public Outer()
            : base("outer") => AddDialog(new TextPrompt("ask"));

        protected override Task OnEndDialogAsync(
            ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            context.TurnState.Get<List<string>>()?.Add(reason.ToString());
            return Task.CompletedTask;
        }

        protected override Task OnRepromptDialogAsync(
            ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
        {
            turnContext.TurnState.Get<List<string>>()?.Add("reprompted");
            return Task.CompletedTask;
        }
    }
}
