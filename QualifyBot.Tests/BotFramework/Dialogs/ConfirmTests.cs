using QualifyBot.BotFramework.Dialogs.Choices;
using QualifyBot.BotFramework.Dialogs.Prompts;

namespace QualifyBot.Tests.BotFramework.Dialogs;

public sealed class ConfirmTests
{
    [Theory]
    [InlineData("yes", true)]
    [InlineData("YES!!", true)]
    [InlineData("y", true)]
    [InlineData("yep, please do", true)]
    [InlineData("Oh yes please", true)]
    [InlineData("of course", true)]
    [InlineData("that's right", true)]
    [InlineData("I'd say yes", true)]
    [InlineData("sounds good", true)]
    [InlineData("no problem", true)]
    [InlineData("I think so", true)]
    [InlineData("👍", true)]
    [InlineData("1", true)]
    [InlineData("the first one", true)]
    [InlineData("no", false)]
    [InlineData("No, thanks", false)]
    [InlineData("nope", false)]
    [InlineData("not now", false)]
    [InlineData("I don't think so", false)]
    [InlineData("no, that's not right", false)]
    [InlineData("👎🏽", false)]
    [InlineData("2", false)]
    [InlineData("not sure", null)]
    [InlineData("I'm not sure", null)]
    [InlineData("I don't know", null)]
    [InlineData("maybe", null)]
    [InlineData("yes and no", null)]
    [InlineData("yes, but not on Monday", null)]
    [InlineData("no, wait, yes", null)]
    [InlineData("we have 20 people", null)]
    [InlineData("yesterday", null)]
    [InlineData("3", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Yes_and_no_are_told_by_how_an_answer_begins(string? said, bool? expected)
    {
        var (yes, no) = new ConfirmPrompt("c").ConfirmChoices;

        Assert.Equal(expected, ConfirmRecognizer.Recognize(said, yes, no));
    }

    [Theory]
    [InlineData("ja gerne", true)]
    [InlineData("nein danke", false)]
    [InlineData("yes", null)]
    public void Another_language_brings_its_own_words(string said, bool? expected) =>
        Assert.Equal(expected, ConfirmRecognizer.Recognize(said, new Choice("Ja"), new Choice("Nein")));
}
