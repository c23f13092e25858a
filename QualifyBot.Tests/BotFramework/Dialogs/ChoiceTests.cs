using QualifyBot.BotFramework.Dialogs.Choices;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.BotFramework.Dialogs;

public sealed class ChoiceTests
{
    private static readonly Choice[] When =
    [
        new("This quarter") { Synonyms = ["now", "asap"] },
        new("Next quarter"),
        new("In December"),
        new("No rush") { Synonyms = ["just looking", "someday"] },
        new("Later") { Action = CardAction.ImBack("Some other time", "Later") },
    ];

    [Theory]
    [InlineData("This quarter", 0)]
    [InlineData("  THIS   quarter! ", 0)]
    [InlineData("asap", 0)]
    [InlineData("2", 1)]
    [InlineData("2.", 1)]
    [InlineData("#2", 1)]
    [InlineData("(2)", 1)]
    [InlineData("2️⃣", 1)]
    [InlineData("2nd", 1)]
    [InlineData("two", 1)]
    [InlineData("number two please", 1)]
    [InlineData("the second one", 1)]
    [InlineData("I'd take the 2nd option, thanks", 1)]
    [InlineData("one", 0)]
    [InlineData("option one", 0)]
    [InlineData("the last one", 4)]
    [InlineData("the middle one", 2)]
    [InlineData("december", 2)]
    [InlineData("dec", 2)]
    [InlineData("decembre", 2)]
    [InlineData("nxet quater", 1)]
    [InlineData("I guess it would be next quarter", 1)]
    [InlineData("we're just looking around", 3)]
    [InlineData("no rush at all", 3)]
    [InlineData("rush", 3)]
    [InlineData("Some other time", 4)]
    [InlineData("later, I think", 4)]
    [InlineData("0", null)]
    [InlineData("6", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("sixth", null)]
    [InlineData("that one", null)]
    [InlineData("quarter", null)]
    [InlineData("this quarter or next quarter", null)]
    [InlineData("not next quarter", null)]
    [InlineData("whenever", null)]
    [InlineData("the", null)]
    [InlineData("?!", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_choice_is_found_however_it_is_put(string? said, int? index)
    {
        var found = ChoiceRecognizer.Recognize(said, When);

        Assert.Equal(index, found?.Index);
        Assert.Equal(index is { } at ? When[at].Value : null, found?.Value);
    }

    [Theory]
    [InlineData("10", 1)]
    [InlineData("2", 0)]
    [InlineData("c", 2)]
    [InlineData("C++", 3)]
    [InlineData("about 50 people", 4)]
    [InlineData("half past nine", null)]
    public void A_choices_own_words_come_before_its_number(string said, int? index)
    {
        Choice[] choices = [new("2"), new("10"), new("C"), new("C++"), new("50 people"), new("")];

        Assert.Equal(index, ChoiceRecognizer.Recognize(said, choices)?.Index);
    }

    [Fact]
    public void No_choices_and_endless_messages_find_nothing()
    {
        Assert.Null(ChoiceRecognizer.Recognize("1", []));
        Assert.Null(ChoiceRecognizer.Recognize(string.Concat(Enumerable.Repeat("later or now ", 100_000)), When));
        Assert.Null(ConfirmRecognizer.Recognize(new string('y', 1_000_000), new Choice("Yes"), new Choice("No")));
    }

    [Theory]
    [InlineData(ChannelIds.Directline, 3, "buttons")]
    [InlineData(ChannelIds.Webchat, 3, "buttons")]
    [InlineData(ChannelIds.Emulator, 3, "buttons")]
    [InlineData(ChannelIds.Msteams, 3, "card")]
    [InlineData(ChannelIds.Slack, 3, "card")]
    [InlineData(ChannelIds.Facebook, 13, "buttons")]
    [InlineData(ChannelIds.Facebook, 14, "list")]
    [InlineData(ChannelIds.Sms, 3, "list")]
    [InlineData("unheard-of", 3, "list")]
    [InlineData(null, 3, "list")]
    public void Channels_without_buttons_get_a_numbered_list(string? channel, int count, string expected)
    {
        var question = new Activity { Type = ActivityTypes.Message, Text = "Which?" };
        var choices = ChoiceFactory.ToChoices(Enumerable.Range(1, count).Select(i => $"choice {i}"));

        var shown = ChoiceFactory.AppendChoices(question, choices, ListStyle.Auto, new Activity { ChannelId = channel });

        Assert.Equal(expected, shown.SuggestedActions is not null ? "buttons" : shown.Attachments is not null ? "card" : "list");
        Assert.Equal(expected == "card" ? null : "Which?", shown.Text?.Split('\n')[0]);
        Assert.Equal(expected == "list", shown.Text?.Contains("\n2. choice 2", StringComparison.Ordinal) ?? false);
        Assert.Equal("expectingInput", shown.InputHint);
        Assert.Equal(("Which?", null, null), (question.Text, question.SuggestedActions, question.Attachments));
    }

    [Theory]
    [InlineData(ListStyle.None, "Which?")]
    [InlineData(ListStyle.Inline, "Which? (1) Red, (2) Dark blue")]
    [InlineData(ListStyle.List, "Which?\n\n1. Red\n2. Dark blue")]
    public void Styles_can_be_chosen(ListStyle style, string expected)
    {
        Choice[] choices = [new("Red"), new("Blue") { Action = CardAction.ImBack("Dark blue", "Blue") }];

        var shown = ChoiceFactory.AppendChoices(new Activity { Text = "Which?" }, choices, style, new Activity { ChannelId = ChannelIds.Webchat });

        Assert.Equal(expected, shown.Text);
    }
}
