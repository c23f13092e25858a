using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

public sealed class PriorityTests
{
    [Theory]
    [InlineData("en", "it's number one on our list", "top")]
    [InlineData("en", "nice to have", "low")]
    [InlineData("en", "not urgent but important", "medium")]
    [InlineData("en", "this is a top priority for us", "top")]
    [InlineData("en", "high priority", "high")]
    [InlineData("en", "not a priority right now", "low")]
    [InlineData("en", "it's very high on our agenda", "high")]
    [InlineData("en", "prices are too high", "-")]
    [InlineData("en", "the first question", "-")]
    [InlineData("de", "das hat oberste Priorität", "top")]
    [InlineData("de", "das ist ein nice to have", "low")]
    [InlineData("fr", "c'est une priorité absolue", "top")]
    [InlineData("es", "es nuestra máxima prioridad", "top")]
    [InlineData("pt", "é prioridade máxima", "top")]
    public void A_priority_in_plain_words_is_read(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Priority, asked: false));

    [Theory]
    [InlineData("en", "high", "high")]
    [InlineData("en", "very important", "high")]
    [InlineData("en", "8 out of 10", "high")]
    [InlineData("en", "10/10", "top")]
    [InlineData("en", "medium", "medium")]
    [InlineData("en", "pretty low", "low")]
    [InlineData("en", "it's critical", "top")]
    [InlineData("de", "hoch", "high")]
    [InlineData("fr", "moyenne", "medium")]
    [InlineData("es", "baja", "low")]
    [InlineData("pt", "alta", "high")]
    public void A_priority_asked_for_is_read(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Priority, asked: true));
}
