using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

public sealed class TitleTests
{
    [Theory]
    [InlineData("en", "I'm the CTO", "CTO | CSuite |  | it")]
    [InlineData("en", "co-founder & CTO", "co-founder & CTO | CSuite |  | it")]
    [InlineData("en", "CEO/Founder", "CEO/Founder | CSuite |  | executive")]
    [InlineData("en", "VP Eng", "VP Eng | Vp |  | engineering")]
    [InlineData("en", "RevOps lead", "RevOps lead | Manager |  | sales")]
    [InlineData("en", "Sr. Software Engineer", "Sr. Software Engineer | Other | senior | engineering")]
    [InlineData("en", "acting head of finance", "acting head of finance | Director | acting | finance")]
    [InlineData("en", "Head of Growth Marketing", "Head of Growth Marketing | Director |  | marketing")]
    [InlineData("en", "Senior Vice President, Global Sales", "Senior Vice President, Global Sales | Vp | senior | sales")]
    [InlineData("en", "Director of Student Affairs", "Director of Student Affairs | Director |  | ")]
    [InlineData("en", "Chief Medical Officer", "Chief Medical Officer | CSuite |  | ")]
    [InlineData("en", "Chief Happiness Officer", "Chief Happiness Officer | CSuite |  | ")]
    [InlineData("en", "IT project manager", "IT project manager | Manager |  | it")]
    [InlineData("en", "I'm a marketing intern", "marketing intern | Other |  | marketing")]
    [InlineData("en", "assistant to the CEO", "assistant to the CEO | Other |  | ")]
    [InlineData("en", "Lead Data Scientist", "Lead Data Scientist | Other | lead | data")]
    [InlineData("en", "Principal Engineer", "Principal Engineer | Other | principal | engineering")]
    [InlineData("en", "Executive Assistant", "Executive Assistant | Other |  | ")]
    [InlineData("en", "we need a manager", "-")]
    [InlineData("en", "my manager decides", "-")]
    [InlineData("de", "Ich bin Geschäftsführer", "Geschäftsführer | CSuite |  | ")]
    [InlineData("de", "Vertriebsleiterin", "Vertriebsleiterin | Director |  | sales")]
    [InlineData("de", "Werkstudent im Marketing", "Werkstudent im Marketing | Other |  | marketing")]
    [InlineData("de", "Leiter der Softwareentwicklung", "Leiter der Softwareentwicklung | Director |  | engineering")]
    [InlineData("de", "Teamleiterin Kundenservice", "Teamleiterin Kundenservice | Manager |  | customer_success")]
    [InlineData("de", "Marketingmanagerin", "Marketingmanagerin | Manager |  | marketing")]
    [InlineData("de", "Softwareentwickler", "Softwareentwickler | Other |  | engineering")]
    [InlineData("de", "stellvertretender Leiter IT", "stellvertretender Leiter IT | Director | deputy | it")]
    [InlineData("fr", "Directeur commercial", "Directeur commercial | Director |  | sales")]
    [InlineData("fr", "Responsable des achats", "Responsable des achats | Manager |  | operations")]
    [InlineData("fr", "directrice des ressources humaines", "directrice des ressources humaines | Director |  | hr")]
    [InlineData("fr", "Ingénieur logiciel senior", "Ingénieur logiciel senior | Other | senior | engineering")]
    [InlineData("es", "Gerente de TI", "Gerente de TI | Manager |  | it")]
    [InlineData("es", "Directora de Recursos Humanos", "Directora de Recursos Humanos | Director |  | hr")]
    [InlineData("es", "jefe de ventas", "jefe de ventas | Manager |  | sales")]
    [InlineData("pt", "Diretor de Tecnologia", "Diretor de Tecnologia | CSuite |  | it")]
    [InlineData("pt", "Gerente de Marketing", "Gerente de Marketing | Manager |  | marketing")]
    [InlineData("pt", "analista de suporte pleno", "analista de suporte pleno | Other | mid | customer_success")]
    public void A_title_is_told_apart_from_what_is_none(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Title, asked: false));

    [Theory]
    [InlineData("en", "photographer", "photographer | Other |  | ")]
    [InlineData("en", "Salesforce Administrator", "Salesforce Administrator | Other |  | ")]
    public void A_title_asked_for_is_read(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Title, asked: true));
}
