using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Testing;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Tests.BotFramework.Turns;

public sealed class ActivityHandlerTests
{
    private static readonly ChannelAccount Bot = new("bot");
    private static readonly ChannelAccount Ann = new("ann");
    private static readonly ChannelAccount Ben = new("ben");

    [Theory]
    [InlineData(ActivityTypes.Message, "message")]
    [InlineData(ActivityTypes.Event, "event")]
    [InlineData(ActivityTypes.EndOfConversation, "end")]
    [InlineData(ActivityTypes.Typing, "typing")]
    [InlineData(ActivityTypes.InstallationUpdate, "installation")]
    [InlineData(ActivityTypes.MessageReaction, "unrecognized messageReaction")]
    [InlineData("somethingNew", "unrecognized somethingNew")]
    public async Task Each_type_has_its_method(string type, string expected)
    {
        Assert.Equal([expected], await Replies(new Activity { Type = type }));
    }

    [Fact]
    public async Task People_are_greeted_and_the_bot_is_not()
    {
        Assert.Equal(["hello ann", "hello ben"], await Replies(Update(added: [Bot, Ann, Ben])));
        Assert.Equal([], await Replies(Update(added: [Bot])));
        Assert.Equal([], await Replies(Update()));
        Assert.Equal(["bye ann"], await Replies(Update(removed: [Ann, Bot])));
    }

    [Fact]
    public async Task An_invoke_that_nobody_handles_is_501()
    {
        var adapter = new TestAdapter();

        await adapter.ProcessActivityAsync(new Activity { Type = ActivityTypes.Invoke }, new Handler().OnTurnAsync);

        var response = InvokeResponse.From(adapter.GetNextReply()!);
        Assert.Equal(501, response?.Status);
        Assert.Null(response?.Body);
        Assert.Null(InvokeResponse.From(MessageFactory.Text("no")));
    }

    [Fact]
    public void The_factory_makes_buttons_and_attachments()
    {
        var buttons = MessageFactory.SuggestedActions(["Yes", "No"], "Sure?");
        var file = MessageFactory.Attachment(new Attachment { Name = "demo.ics" }, "Here");

        Assert.Equal(("Sure?", "acceptingInput"), (buttons.Text, buttons.InputHint));
        Assert.Equal([("imBack", "Yes", "Yes"), ("imBack", "No", "No")], buttons.SuggestedActions!.Actions!.Select(a => (a.Type, a.Title, a.Value?.GetString())));
        Assert.Equal(("Here", "demo.ics"), (file.Text, Assert.Single(file.Attachments!).Name));
    }

    private static Activity Update(ChannelAccount[]? added = null, ChannelAccount[]? removed = null) =>
        new() { Type = ActivityTypes.ConversationUpdate, MembersAdded = added, MembersRemoved = removed };

    private static async Task<IEnumerable<string?>> Replies(Activity activity)
    {
        var adapter = new TestAdapter();
        await adapter.ProcessActivityAsync(activity, new Handler().OnTurnAsync);
        return adapter.ActiveQueue.Select(a => a.Text);
    }

    private sealed class Handler : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Say(turnContext, "message");

        protected override Task OnEventActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Say(turnContext, "event");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Say(turnContext, "end");

        protected override Task OnTypingActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Say(turnContext, "typing");

        protected override Task OnInstallationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Say(turnContext, "installation");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Say(turnContext, "unrecognized " + turnContext.Activity.Type);

        protected override async Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken)
        {
            foreach (var member in membersAdded)
            {
                await Say(turnContext, "hello " + member.Id);
            }
        }

        protected override async Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved, ITurnContext turnContext, CancellationToken cancellationToken)
        {
            foreach (var member in membersRemoved)
            {
                await Say(turnContext, "bye " + member.Id);
            }
        }

        private static Task<ResourceResponse?> Say(ITurnContext turnContext, string text) => turnContext.SendActivityAsync(text);
    }
}
