using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

public sealed class WebTests
{
    [Theory]
    [InlineData("en", "our site is acme.com", "acme.com")]
    [InlineData("en", "www.acme-corp.co.uk/products.", "www.acme-corp.co.uk/products")]
    [InlineData("en", "see https://acme.io/x?y=1", "https://acme.io/x?y=1")]
    [InlineData("en", "jane@acme.com", "-")]
    [InlineData("en", "e.g. this one", "-")]
    [InlineData("en", "I paid 3.50 today", "-")]
    [InlineData("en", "done.thanks", "-")]
    [InlineData("de", "unsere Seite: contoso.de", "contoso.de")]
    public void A_web_address_is_read(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Web, asked: false));

    [Theory]
    [InlineData("en", "acme.de", "acme.de")]
    public void A_web_address_asked_for_is_read(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Web, asked: true));
}
