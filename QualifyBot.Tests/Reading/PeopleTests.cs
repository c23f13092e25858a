using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

public sealed class PeopleTests
{
    [Theory]
    [InlineData("15", "15..15")]
    [InlineData("about 50", "50..50")]
    [InlineData("50 to 60", "50..60")]
    [InlineData("more than 200 employees", "200..")]
    [InlineData("just me", "1..1")]
    [InlineData("a team of 12 in a company of 300", "300..300")]
    [InlineData("we're 1,200 worldwide", "1200..1200")]
    [InlineData("three hundred people", "300..300")]
    [InlineData("3 to 4 hundred", "300..400")]
    [InlineData("30 to 400", "30..400")]
    [InlineData("a sole trader", "1..1")]
    [InlineData("me and my partner", "2..2")]
    [InlineData("we sit in room 14", "-")]
    public void A_headcount_asked_for_is_read(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Headcount));

    [Theory]
    [InlineData("en", "2 adults and 3 kids", "5..5")]
    [InlineData("en", "14 engineers, 6 designers and 2 clerks", "22..22")]
    [InlineData("en", "60 employees plus 8 contractors", "68..68")]
    [InlineData("en", "200 employees, 30 sales reps", "200..200")]
    [InlineData("en", "30 people and 4 offices", "30..30")]
    [InlineData("en", "25 users, sorry, 35 users", "35..35")]
    [InlineData("de", "9 Entwickler und 4 Praktikanten", "13..13")]
    [InlineData("fr", "12 commerciaux et 3 stagiaires", "15..15")]
    [InlineData("es", "8 técnicos y 2 becarios", "10..10")]
    [InlineData("pt", "7 vendedores e 2 estagiários", "9..9")]
    public void People_who_are_no_part_of_one_another_are_added_up(string language, string text, string expected) => Assert.Equal((text, expected), (text, Read.Best(language, text, SlotType.Headcount)));

    [Theory]
    [InlineData("we have 45 staff", "45..45")]
    [InlineData("a 12-person team", "12..12")]
    [InlineData("we have 40k", "-")]
    [InlineData("in 3 weeks", "-")]
    public void Unasked_a_headcount_needs_its_noun(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Headcount, asked: false));

    [Theory]
    [InlineData("jo.miller@firm.example", "jo.miller@firm.example")]
    [InlineData("write to jo@firm.example, please", "jo@firm.example")]
    [InlineData("jo at firm dot com", "jo@firm.com")]
    [InlineData("my mail is anna-lena at web.de", "anna-lena@web.de")]
    public void An_address_is_read(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Email));

    [Theory]
    [InlineData("+49 171 5550123", "+491715550123")]
    [InlineData("(020) 7946 0958", "02079460958")]
    [InlineData("call me on 555-010-4477", "5550104477")]
    public void A_telephone_number_is_read(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Phone));

    [Theory]
    [InlineData("I'm Jane Doe from Fabrikam Ltd", "Jane Doe")]
    [InlineData("my name is otto brandt", "otto brandt")]
    [InlineData("This is Maria.", "Maria")]
    [InlineData("I'm looking for a demo", "-")]
    [InlineData("I'm fine, thanks", "-")]
    public void A_name_that_is_introduced_is_read(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Person, asked: false));

    [Theory]
    [InlineData("Jane", "Jane")]
    [InlineData("jane doe", "jane doe")]
    [InlineData("Dr. Lena Vogt", "Lena Vogt")]
    public void A_bare_name_is_read_where_it_was_asked_for(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Person));

    [Theory]
    [InlineData("I'm head of IT at Fabrikam", "Fabrikam")]
    [InlineData("I work for northwind traders", "northwind traders")]
    [InlineData("we are Contoso GmbH", "Contoso GmbH")]
    [InlineData("I'm from Germany", "-")]
    [InlineData("see you at Monday's meeting", "-")]
    public void A_company_is_read(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Company, asked: false));

    [Theory]
    [InlineData("I'm the CTO", "CTO | CSuite |  | it")]
    [InlineData("head of IT", "head of IT | Director |  | it")]
    [InlineData("senior marketing manager", "senior marketing manager | Manager | senior | marketing")]
    [InlineData("VP of Sales", "VP of Sales | Vp |  | sales")]
    [InlineData("junior developer", "junior developer | Other | junior | engineering")]
    public void A_title_is_read(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Title));

    [Theory]
    [InlineData("I'm the CTO and sign this", "Sole")]
    [InlineData("me", "Sole")]
    [InlineData("I do", "Sole")]
    [InlineData("my boss decides", "Influencer: my boss")]
    [InlineData("I choose, but the CFO has to approve it", "NeedsApproval: the CFO")]
    [InlineData("a committee", "Joint: a committee")]
    [InlineData("my co-founder and I decide together", "Joint: my co-founder")]
    [InlineData("it depends", "Unclear")]
    public void Who_decides_is_read(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Authority));
}
