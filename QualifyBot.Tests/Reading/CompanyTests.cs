using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

public sealed class CompanyTests
{
    [Theory]
    [InlineData("K. Brandt Corporation", "K. Brandt Corporation")]
    [InlineData("sorry, it's Proseware not Prosewear", "Proseware")]
    public void Initials_belong_to_a_company_and_a_name_denied_does_not(string text, string expected) => Assert.Equal((text, expected), (text, Read.Best(text, SlotType.Company)));

    [Theory]
    [InlineData("en", "I work for northwind traders", "northwind traders")]
    [InlineData("en", "we are Contoso GmbH & Co. KG", "Contoso GmbH & Co. KG")]
    [InlineData("en", "I'm at Fabrikam", "Fabrikam")]
    [InlineData("en", "I'm head of IT at Fabrikam", "Fabrikam")]
    [InlineData("en", "our company is called Blue Yonder Airlines", "Blue Yonder Airlines")]
    [InlineData("en", "I'm from Germany", "-")]
    [InlineData("en", "see you at Monday's meeting", "-")]
    [InlineData("en", "see you at Lyonnais", "-")]
    [InlineData("en", "a restaurant named Scoop", "-")]
    [InlineData("en", "we use a tool called Foo", "-")]
    [InlineData("en", "We're March Group", "March Group")]
    [InlineData("en", "we are Summer Labs Ltd", "Summer Labs Ltd")]
    [InlineData("en", "in March", "-")]
    [InlineData("en", "I work at Best Buy", "Best Buy")]
    [InlineData("en", "I represent Müller & Söhne GmbH", "Müller & Söhne GmbH")]
    [InlineData("en", "we're Grupo Sol S.A. de C.V.", "Grupo Sol S.A. de C.V.")]
    [InlineData("en", "Acme Pty Ltd", "Acme Pty Ltd")]
    [InlineData("en", "I'm calling from Wide World Importers", "Wide World Importers")]
    [InlineData("en", "Jane Doe from Fabrikam, Inc.", "Fabrikam, Inc.")]
    [InlineData("de", "ich arbeite bei der Contoso AG", "Contoso AG")]
    [InlineData("de", "wir sind die Müller Maschinenbau GmbH", "Müller Maschinenbau GmbH")]
    [InlineData("fr", "je travaille chez Contoso SAS", "Contoso SAS")]
    [InlineData("fr", "notre société s'appelle Boulangerie Martin", "Boulangerie Martin")]
    [InlineData("es", "trabajo en Contoso S.A.", "Contoso S.A.")]
    [InlineData("es", "nuestra empresa se llama Panadería Sol", "Panadería Sol")]
    [InlineData("pt", "trabalho na Contoso Ltda", "Contoso Ltda")]
    [InlineData("pt", "minha empresa é a Litware", "Litware")]
    public void A_company_is_told_apart_from_what_is_none(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Company, asked: false));

    [Theory]
    [InlineData("en", "Acme Inc.", "Acme Inc.")]
    [InlineData("en", "3M", "3M")]
    [InlineData("en", "7-Eleven", "7-Eleven")]
    [InlineData("en", "L'Oréal", "L'Oréal")]
    [InlineData("en", "AT&T", "AT&T")]
    [InlineData("en", "we're Acme", "Acme")]
    [InlineData("en", "it's called Litware", "Litware")]
    [InlineData("en", "Nokia Oyj", "Nokia Oyj")]
    [InlineData("en", "Philips B.V.", "Philips B.V.")]
    [InlineData("en", "just me", "-")]
    [InlineData("en", "we don't have one yet", "-")]
    public void A_company_asked_for_is_read(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Company, asked: true));
}
