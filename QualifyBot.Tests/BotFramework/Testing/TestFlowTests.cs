using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Testing;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Tests.BotFramework.Testing;

public sealed class TestFlowTests
{
    [Fact]
    public Task A_talk_that_goes_as_written_passes() => Flow()
        .SendConversationUpdate().AssertReply("conversationUpdate: ")
        .Test("hi", "message: hi")
        .Send("ho").AssertReplyOneOf(["other", "message: ho"])
        .Send(new Activity { Type = ActivityTypes.Event }).AssertReply(a => Assert.Equal("event: ", a.Text))
        .AssertNoReply()
        .StartTestAsync();

    [Fact]
    public async Task A_talk_that_goes_otherwise_fails()
    {
        TestFlow[] wrong = [Flow().Test("hi", "bye"), Flow().AssertReply("hi"), Flow().Send("hi").AssertNoReply()];

        foreach (var flow in wrong)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(flow.StartTestAsync);
        }
    }

    private static TestFlow Flow() => new(
        new TestAdapter(), (ITurnContext turn, CancellationToken c) => turn.SendActivityAsync($"{turn.Activity.Type}: {turn.Activity.Text}", cancellationToken: c));
}
