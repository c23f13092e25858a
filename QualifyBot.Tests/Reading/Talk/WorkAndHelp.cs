using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading.Talk;

/// <summary>What is done by hand and what help is wanted with is a need; how many work here is none.</summary>
public sealed class WorkAndHelpTests
{
    [Theory]
    [InlineData("en", "all is done by hand")]
    [InlineData("en", "everything is still tracked on paper")]
    [InlineData("en", "Can you help us with our onboarding?")]
    [InlineData("en", "do you help companies with reporting?")]
    [InlineData("en", "we need some help with invoicing")]
    [InlineData("de", "alles läuft über Excel")]
    [InlineData("de", "Können Sie uns beim Onboarding helfen?")]
    [InlineData("fr", "tout se fait à la main")]
    [InlineData("fr", "Pouvez-vous nous aider avec la facturation ?")]
    [InlineData("es", "todo funciona a mano")]
    [InlineData("es", "¿Pueden ayudarnos con la facturación?")]
    [InlineData("pt", "tudo é feito à mão")]
    [InlineData("pt", "Vocês podem nos ajudar com o faturamento?")]
    public void It_is_a_need(string language, string words) =>
        Assert.Contains(Read(language, SlotType.Need, words).Candidates, static candidate => candidate.Value is AnswerValue.Need { Present: true });

    [Theory]
    [InlineData("en", "all is well")]
    [InlineData("de", "alles läuft")]
    [InlineData("fr", "tout fonctionne bien")]
    [InlineData("es", "todo funciona")]
    [InlineData("pt", "tudo funciona bem")]
    public void Where_all_goes_well_there_is_none(string language, string words) =>
        Assert.Contains(Read(language, SlotType.Need, words).Candidates, static candidate => candidate.Value is AnswerValue.Need { Present: false });

    [Theory]
    [InlineData("en", "three hundred people work here")]
    [InlineData("en", "we are 300 and 300 people work for us")]
    [InlineData("de", "dreihundert Leute arbeiten hier")]
    [InlineData("de", "bei uns arbeiten 300 Mitarbeiter")]
    [InlineData("fr", "trois cents personnes travaillent ici")]
    [InlineData("es", "trescientas personas trabajan aquí")]
    [InlineData("pt", "trezentas pessoas trabalham aqui")]
    public void How_many_work_here_is_no_need(string language, string words)
    {
        var read = Read(language, SlotType.Need, words).Candidates;
        Assert.Contains(read, static candidate => candidate.Value is AnswerValue.Headcount { Min: 300 });
        Assert.DoesNotContain(read, static candidate => candidate.Type == SlotType.Need);
    }

    [Theory]
    [InlineData("0 people")]
    [InlineData("zero")]
    [InlineData("0")]
    public void A_company_of_nobody_is_none(string words) =>
        Assert.DoesNotContain(Read("en", SlotType.Headcount, words).Candidates, static candidate => candidate.Type == SlotType.Headcount);

    private static MessageReading Read(string language, SlotType asked, string words) =>
        RuleReader.Read(words, new ReadingContext { Now = new DateTime(2026, 1, 12, 10, 0, 0, DateTimeKind.Unspecified), Language = language, Requested = [asked] });
}
