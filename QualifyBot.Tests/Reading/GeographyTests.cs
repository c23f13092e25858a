using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

public sealed class GeographyTests
{
    [Theory]
    [InlineData("en", "we're based in Lyon", "FR")]
    [InlineData("en", "mostly the Nordics", "NORDICS")]
    [InlineData("en", "we have offices in Germany, Austria and Switzerland", "DE+AT+CH")]
    [InlineData("en", "we're a German company", "DE")]
    [InlineData("en", "Turkey sandwich", "-")]
    [InlineData("en", "a Turkey sandwich please", "-")]
    [InlineData("en", "tell us more", "-")]
    [InlineData("en", "we sell to the US", "US")]
    [InlineData("en", "my name is Paris Jones", "-")]
    [InlineData("en", "I saw you in Berlin", "-")]
    [InlineData("de", "wir sitzen in München", "DE")]
    [InlineData("de", "unsere Kunden sind in Österreich", "AT")]
    [InlineData("fr", "nous sommes basés à Bruxelles", "BE")]
    [InlineData("fr", "on est à Lyon", "FR")]
    [InlineData("es", "estamos en México", "MX")]
    [InlineData("pt", "estamos em São Paulo", "BR")]
    public void A_place_takes_words_that_lead_to_it(string language, string text, string expected) => Assert.Equal(expected, Read.Every(language, text, SlotType.Geography, asked: false));

    [Theory]
    [InlineData("en", "us", "-")]
    [InlineData("en", "the US", "US")]
    [InlineData("en", "germany", "DE")]
    [InlineData("en", "DACH", "DACH")]
    [InlineData("en", "New York", "US")]
    [InlineData("en", "UK and Ireland", "UKI")]
    [InlineData("en", "EMEA, mostly France", "EMEA+FR")]
    [InlineData("de", "DACH-Raum", "DACH")]
    [InlineData("fr", "Suisse", "CH")]
    [InlineData("es", "toda Latinoamérica", "LATAM")]
    [InlineData("pt", "Portugal e Espanha", "PT+ES")]
    public void Places_asked_for_are_read(string language, string text, string expected) => Assert.Equal(expected, Read.Every(language, text, SlotType.Geography, asked: true));
}
