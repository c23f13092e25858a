using QualifyBot.BotFramework.Dialogs;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Testing;

namespace QualifyBot.Tests.BotFramework.Dialogs;

public sealed class ConversationTests
{
    private const string Day = "Day?\n\n1. Monday\n2. Tuesday";

    [Fact]
    public async Task Components_in_components_run_to_their_end_and_hand_on_their_result()
    {
        var client = new DialogTestClient(ChannelIds.Test, new SignUp());

        await Talk.PlayAsync(client, ("hi", "Name?"), ("Kim", Day), ("the second one", "Kim on Tuesday?"), ("yes", "Booked."));

        Assert.Equal(new DialogTurnResult(DialogTurnStatus.Complete, "Tuesday"), client.DialogTurnResult);
        Assert.Equal("""{"dialogStack":[]}""", client.StoredState);
    }

    [Fact]
    public Task An_answer_that_will_not_do_is_asked_for_again() => Talk.PlayAsync(
        new SignUp(),
        ("hi", "Name?"),
        ("K", "Your name, please?"),
        ("?", "Your name, please?"),
        ("Kim", Day),
        ("Sunday", Day),
        ("tuseday", "Kim on Tuesday?"),
        ("hmm", "Kim on Tuesday?"),
        ("no thanks", "Not booked."));

    [Fact]
    public async Task Cancelling_ends_it_and_the_next_message_begins_anew()
    {
        var client = new DialogTestClient(ChannelIds.Test, new SignUp());

        await Talk.PlayAsync(client, ("hi", "Name?"), ("Kim", Day), ("cancel", "Cancelled."));
        Assert.Equal("""{"dialogStack":[]}""", client.StoredState);
        await Talk.PlayAsync(client, ("hi", "Name?"));
    }

    [Fact]
    public Task An_interruption_is_followed_by_the_open_question() => Talk.PlayAsync(
        new SignUp(),
        ("hi", "Name?"),
        ("help", "Answer the question. | Name?"),
        ("Kim", Day),
        ("help", "Answer the question. | " + Day),
        ("repeat", Day),
        ("1", "Kim on Monday?"),
        ("help", "Answer the question. | Kim on Monday?"),
        ("yes", "Booked."));

    [Fact]
    public Task A_dialog_can_take_anothers_place() => Talk.PlayAsync(
        new SignUp(),
        ("hi", "Name?"),
        ("restart", "Name?"),
        ("Kim", Day));

    [Theory]
    [InlineData(ActivityTypes.Typing)]
    [InlineData(ActivityTypes.Event)]
    [InlineData(ActivityTypes.ConversationUpdate)]
    public async Task What_is_no_message_leaves_the_question_open(string type)
    {
        var client = new DialogTestClient(ChannelIds.Test, new SignUp());
        await Talk.PlayAsync(client, ("hi", "Name?"));

        Assert.Null(await client.SendActivityAsync(new Activity { Type = type }));

        await Talk.PlayAsync(client, ("Kim", Day));
    }

    [Fact]
    public async Task A_stored_dialog_that_no_longer_exists_starts_the_talk_over()
    {
        var client = new DialogTestClient(ChannelIds.Test, new SignUp()) { StoredState = """{"dialogStack":[{"id":"gone","state":{"a":1}}]}""" };
        await Talk.PlayAsync(client, ("Kim", "Name?"));
        Assert.DoesNotContain("gone", client.StoredState, StringComparison.Ordinal);

        client.StoredState = """{"dialogStack":[{"id":"signUp","state":{},"dialogs":{"dialogStack":[{"id":"gone","state":{}}]}}]}""";
        await Talk.PlayAsync(client, ("Kim", "Name?"), ("Kim", Day));
        Assert.DoesNotContain("gone", client.StoredState, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stored_state_is_plain_json_without_type_names()
    {
        var client = new DialogTestClient(ChannelIds.Test, new SignUp());
        await Talk.PlayAsync(client, ("hi", "Name?"), ("Kim", Day));

        Assert.Equal(
            """
            {"dialogStack":[{"id":"signUp","state":{},"dialogs":{"dialogStack":[
            {"id":"day","state":{},"dialogs":{"dialogStack":[
            {"id":"dayChoice","state":{"options":{"prompt":{"type":"message","text":"Day?","inputHint":"acceptingInput"},"choices":[{"value":"Monday"},{"value":"Tuesday"}]}}},
            {"id":"dayStep","state":{"values":{},"step":"AskDay"}}]}},
            {"id":"steps","state":{"values":{"name":"Kim"},"step":"AskDay"}}]}}]}
            """.ReplaceLineEndings(""),
            client.StoredState);
    }
}
