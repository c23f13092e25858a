using System.Text.Json.Nodes;
using QualifyBot.BotFramework.Dialogs;
using QualifyBot.BotFramework.Dialogs.Choices;
using QualifyBot.BotFramework.Dialogs.Prompts;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Testing;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Tests.BotFramework.Dialogs;

public sealed class PromptTests
{
    [Fact]
    public async Task A_validator_counts_attempts_keeps_state_speaks_for_itself_and_sets_the_value()
    {
        var prompt = new TextPrompt("p", async (p, cancellation) =>
        {
            var seen = (p.State["seen"]?.GetValue<string>() ?? "") + p.Recognized.Value;
            p.State["seen"] = seen;
            p.Recognized.Value = seen;
            if (p.AttemptCount == 2)
            {
                await p.Context.SendActivityAsync($"Not {p.Options.Validations}.", cancellationToken: cancellation);
            }

            return p.AttemptCount == 3;
        });
        var client = new DialogTestClient(ChannelIds.Test, prompt, new PromptOptions { Prompt = MessageFactory.Text("Q?"), Validations = JsonValue.Create("yet") });

        await Talk.PlayAsync(client, ("hi", "Q?"), ("a", "Q?"), ("b", "Not yet."), ("c", ""));

        Assert.Equal(new DialogTurnResult(DialogTurnStatus.Complete, "abc"), client.DialogTurnResult);
    }

    [Fact]
    public async Task Buttons_are_offered_where_there_are_buttons_and_the_button_or_words_choose()
    {
        var options = new PromptOptions
        {
            Prompt = new Activity { Type = ActivityTypes.Message, Text = "When?" },
            RetryPrompt = new Activity { Type = ActivityTypes.Message, Text = "One of these, please." },
            Choices = [new Choice("Monday 10:00") { Synonyms = ["early"] }, new Choice("Monday 14:00")],
        };
        var client = new DialogTestClient(ChannelIds.Webchat, new ChoicePrompt("p"), options);

        var question = await client.SendActivityAsync("hi");
        Assert.Equal(["Monday 10:00", "Monday 14:00"], question!.SuggestedActions!.Actions!.Select(a => a.Value?.GetString()));
        Assert.Equal(("When?", "expectingInput"), (question.Text, question.InputHint));

        var retry = await client.SendActivityAsync("monday");
        Assert.Equal(("One of these, please.", 2), (retry!.Text, retry.SuggestedActions?.Actions?.Count));

        Assert.Null(await client.SendActivityAsync("the early one"));
        var chosen = Assert.IsType<FoundChoice>(client.DialogTurnResult?.Result);
        Assert.Equal(("Monday 10:00", 0, "early"), (chosen.Value, chosen.Index, chosen.Synonym));
    }

    [Fact]
    public async Task A_text_may_not_be_empty()
    {
        var client = new DialogTestClient(ChannelIds.Test, new TextPrompt("p"), new PromptOptions { Prompt = MessageFactory.Text("Q?") });

        await Talk.PlayAsync(client, ("hi", "Q?"), ("", "Q?"), ("  ", "Q?"), ("x", ""));

        Assert.Equal("x", client.DialogTurnResult?.Result);
    }

    [Fact]
    public async Task A_prompt_without_prompt_options_is_told_at_once() =>
        await Assert.ThrowsAsync<ArgumentException>(() => new DialogTestClient(ChannelIds.Test, new TextPrompt("p")).SendActivityAsync("hi"));
}
