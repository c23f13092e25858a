using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

public sealed class SpelledEmailTests
{
    [Theory]
    [InlineData("en", "write to jo dot miller at acme dot co dot uk", "jo.miller@acme.co.uk")]
    [InlineData("en", "look at acme.com", "-")]
    [InlineData("en", "we meet at ten", "-")]
    [InlineData("en", "asap at firm dot com", "asap@firm.com")]
    public void An_address_in_words_is_read(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Email, asked: false));

    [Theory]
    [InlineData("en", "jo underscore miller at acme dash corp dot com", "jo_miller@acme-corp.com")]
    [InlineData("en", "jo (at) acme (dot) com", "jo@acme.com")]
    [InlineData("en", "jo [at] acme [dot] com", "jo@acme.com")]
    [InlineData("en", "jo AT acme DOT com", "jo@acme.com")]
    [InlineData("en", "jane @ acme.com", "jane@acme.com")]
    [InlineData("de", "max punkt muster at firma punkt de", "max.muster@firma.de")]
    [InlineData("de", "max unterstrich muster ät firma bindestrich nord punkt de", "max_muster@firma-nord.de")]
    [InlineData("fr", "jean point dupont arobase exemple point fr", "jean.dupont@exemple.fr")]
    [InlineData("fr", "jean tiret dupont arobase exemple point fr", "jean-dupont@exemple.fr")]
    [InlineData("es", "ana punto lopez arroba ejemplo punto es", "ana.lopez@ejemplo.es")]
    [InlineData("es", "ana guion bajo lopez arroba ejemplo punto es", "ana_lopez@ejemplo.es")]
    [InlineData("pt", "rui ponto costa arroba exemplo ponto com ponto br", "rui.costa@exemplo.com.br")]
    public void An_address_asked_for_is_read_in_words(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Email, asked: true));
}
