using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

public sealed class ProductTests
{
    [Theory]
    [InlineData("en", "we're on Salesforce today", "Salesforce")]
    [InlineData("en", "we use HubSpot and a few spreadsheets", "HubSpot+spreadsheets")]
    [InlineData("en", "everything in Excel", "Excel")]
    [InlineData("en", "we excel at sales", "-")]
    [InlineData("en", "word of mouth", "-")]
    [InlineData("en", "our teams are happy", "-")]
    [InlineData("en", "we currently use \"Foobar\" for that", "Foobar")]
    [InlineData("en", "our CRM is Pipedrive", "Pipedrive")]
    [InlineData("en", "we're migrating from Zoho", "Zoho")]
    [InlineData("en", "We use Blubberware", "Blubberware")]
    [InlineData("en", "the meeting is on Monday", "-")]
    [InlineData("en", "we use it every day", "-")]
    [InlineData("en", "I work at Salesforce", "-")]
    [InlineData("de", "wir nutzen SAP", "SAP")]
    [InlineData("de", "alles in Excel", "Excel")]
    [InlineData("de", "wir arbeiten mit Pipedrive", "Pipedrive")]
    [InlineData("fr", "nous utilisons Sellsy", "Sellsy")]
    [InlineData("fr", "tout est dans Excel", "Excel")]
    [InlineData("es", "usamos Salesforce", "Salesforce")]
    [InlineData("es", "todo en Excel", "Excel")]
    [InlineData("pt", "usamos o HubSpot", "HubSpot")]
    public void A_tool_takes_words_that_lead_to_it(string language, string text, string expected) => Assert.Equal(expected, Read.Every(language, text, SlotType.Technology, asked: false));

    [Theory]
    [InlineData("en", "nothing yet", "none")]
    [InlineData("en", "spreadsheets", "spreadsheets")]
    [InlineData("en", "SAP", "SAP")]
    [InlineData("en", "pen and paper", "pen and paper")]
    [InlineData("en", "Foobar CRM", "Foobar CRM")]
    [InlineData("en", "an in-house tool", "in-house")]
    [InlineData("en", "why do you ask?", "-")]
    [InlineData("pt", "planilhas", "spreadsheets")]
    public void A_tool_asked_for_is_read(string language, string text, string expected) => Assert.Equal(expected, Read.Every(language, text, SlotType.Technology, asked: true));

    [Theory]
    [InlineData("en", "we also talk to Zendesk", "Zendesk")]
    [InlineData("en", "comparing you with Intercom", "Intercom")]
    [InlineData("en", "we're also looking at Foobar and Drift", "Foobar+Drift")]
    [InlineData("en", "how do you compare to HubSpot?", "HubSpot")]
    [InlineData("en", "what's better than this?", "-")]
    [InlineData("en", "I talked to my boss", "-")]
    [InlineData("en", "we have a quote from Freshworks", "Freshsales")]
    [InlineData("de", "wir sprechen auch mit Zendesk", "Zendesk")]
    [InlineData("de", "im Vergleich zu HubSpot", "HubSpot")]
    [InlineData("fr", "nous parlons aussi avec Zendesk", "Zendesk")]
    [InlineData("es", "estamos evaluando HubSpot", "HubSpot")]
    [InlineData("pt", "estamos comparando com o Pipedrive", "Pipedrive")]
    public void A_competitor_takes_words_that_lead_to_it(string language, string text, string expected) => Assert.Equal(expected, Read.Every(language, text, SlotType.Competitor, asked: false));

    [Theory]
    [InlineData("en", "nobody else", "-")]
    [InlineData("en", "Zendesk", "Zendesk")]
    [InlineData("en", "Foobar", "Foobar")]
    public void A_competitor_asked_for_is_read(string language, string text, string expected) => Assert.Equal(expected, Read.Every(language, text, SlotType.Competitor, asked: true));
}
