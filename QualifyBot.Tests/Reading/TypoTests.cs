using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

/// <summary>One slip in a longer word is understood; another word is not taken for it.</summary>
public sealed class TypoTests
{
    [Theory]
    [InlineData("immediatly", "Asap")]
    [InlineData("immmediately", "Asap")]
    [InlineData("immedaitely", "Asap")]
    [InlineData("immediates", "-")]
    [InlineData("Fabricam Immediatly", "-")]
    public void A_timeframe_is_read_with_one_slip(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Timeframe));

    [Theory]
    [InlineData("office assitant", "office assitant")]
    [InlineData("purchasing speciallist", "purchasing speciallist")]
    public void A_title_stays_as_it_was_written(string text, string expected) => Assert.StartsWith(expected + " | Other", Read.Best(text, SlotType.Title), StringComparison.Ordinal);
}
