using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

public sealed class IndustryTests
{
    [Theory]
    [InlineData("en", "we make medical devices", "medical_devices")]
    [InlineData("en", "We run three hotels in Spain", "hospitality")]
    [InlineData("en", "we're a SaaS company", "software")]
    [InlineData("en", "we're in retail", "retail")]
    [InlineData("en", "our industry is logistics", "transport_logistics")]
    [InlineData("en", "we manufacture high-end machine tools", "machinery")]
    [InlineData("en", "we are a small law firm", "legal_services")]
    [InlineData("en", "I work in marketing", "-")]
    [InlineData("en", "we have a software problem", "-")]
    [InlineData("en", "our software is slow", "-")]
    [InlineData("en", "we make it easier for hospitals", "-")]
    [InlineData("en", "send it to the bank", "-")]
    [InlineData("de", "wir sind ein Maschinenbauunternehmen", "machinery")]
    [InlineData("de", "wir betreiben drei Hotels", "hospitality")]
    [InlineData("de", "wir kommen aus der Automobilindustrie", "automotive")]
    [InlineData("fr", "nous fabriquons des dispositifs médicaux", "medical_devices")]
    [InlineData("fr", "nous sommes une agence de publicité", "marketing_advertising")]
    [InlineData("es", "vendemos ropa", "fashion")]
    [InlineData("es", "nos dedicamos a la construcción", "construction")]
    [InlineData("pt", "somos uma construtora", "construction")]
    [InlineData("pt", "trabalhamos com logística", "transport_logistics")]
    public void An_industry_takes_words_that_lead_to_it(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Industry, asked: false));

    [Theory]
    [InlineData("en", "banking", "banking")]
    [InlineData("en", "Oil & Gas", "energy")]
    [InlineData("en", "we sell shoes online", "fashion")]
    [InlineData("en", "non-profit", "nonprofit")]
    [InlineData("en", "no idea", "-")]
    [InlineData("de", "Maschinenbau", "machinery")]
    [InlineData("de", "öffentlicher Dienst", "public_sector")]
    [InlineData("fr", "le bâtiment", "construction")]
    [InlineData("es", "sector salud", "healthcare")]
    [InlineData("pt", "agronegócio", "agriculture")]
    public void An_industry_asked_for_is_read(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Industry, asked: true));
}
