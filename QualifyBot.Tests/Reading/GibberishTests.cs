using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading;

/// <summary>Fingers that ran over the keyboard answer no question, and what is only rare or foreign does.</summary>
public sealed class GibberishTests
{
    private static readonly string[] Tongues = ["en", "de", "fr", "es", "pt"];

    [Theory]
    [InlineData("xqzt blorp")]
    [InlineData("asdf jkl")]
    [InlineData("Asdfgh")]
    [InlineData("qwertz")]
    [InlineData("hjgkjhg")]
    [InlineData("kdjfhg ksjdhf")]
    [InlineData("fghfgh")]
    [InlineData("wklrtp vbnsdk zzq")]
    [InlineData("hm")]
    [InlineData("Hmm...")]
    [InlineData("hmmmmm")]
    [InlineData("blah blah")]
    [InlineData("lol")]
    [InlineData("xD")]
    [InlineData("zzz")]
    public void It_answers_no_question_in_any_language(string words)
    {
        foreach (var asked in (SlotType[])[SlotType.Need, SlotType.Text, SlotType.Person, SlotType.Company])
        {
            Assert.All(Tongues, language => Assert.DoesNotContain(Read(language, asked, words), candidate => candidate.Type == asked));
        }
    }

    [Theory]
    [InlineData("CRM")]
    [InlineData("crm")]
    [InlineData("HR")]
    [InlineData("ERP integration")]
    [InlineData("gdpr")]
    [InlineData("test automation")]
    [InlineData("bananas")]
    [InlineData("asdf our reports are never right")]
    [InlineData("zbyt wiele pracy ręcznej")]
    [InlineData("Angstschweiß vor Audits")]
    [InlineData("отчёты всегда неверны")]
    [InlineData("Rhythmusstörungen im Vertrieb")]
    [InlineData("te veel handwerk")]
    [InlineData("çok fazla elle yapılan iş")]
    public void A_need_in_rare_words_is_one(string words)
    {
        Assert.Contains(Read("en", SlotType.Need, words), static candidate => candidate.Type == SlotType.Need);
        Assert.Contains(Read("en", SlotType.Text, words), static candidate => candidate.Type == SlotType.Text);
    }

    [Theory]
    [InlineData("Krzysztof Brzęczyszczykiewicz")]
    [InlineData("grzegorz chrzan")]
    [InlineData("Ng")]
    [InlineData("Xhaka")]
    [InlineData("Nguyen Thi Huong")]
    [InlineData("Kjersti Sjøli")]
    [InlineData("Hlengiwe Mkhize")]
    [InlineData("Zsuzsa Szabó")]
    [InlineData("Ptolemy Wright")]
    public void A_name_from_anywhere_is_one(string name) =>
        Assert.Contains(Read("en", SlotType.Person, name), candidate => candidate.Type == SlotType.Person && candidate.Value == new AnswerValue.Text(name));

    [Theory]
    [InlineData("Xplora")]
    [InlineData("kpmg")]
    [InlineData("BRZ")]
    [InlineData("Zwack")]
    [InlineData("nginx")]
    [InlineData("Fjord & Skjold")]
    [InlineData("Thyssenkrupp")]
    public void A_firm_may_be_called_by_its_letters(string name) =>
        Assert.Contains(Read("en", SlotType.Company, name), candidate => candidate.Type == SlotType.Company && candidate.Value == new AnswerValue.Text(name));

    private static ImmutableArray<Candidate> Read(string language, SlotType asked, string words) =>
        RuleReader.Read(words, new ReadingContext { Now = new DateTime(2026, 1, 12, 10, 0, 0, DateTimeKind.Unspecified), Language = language, Requested = [asked] }).Candidates;
}
