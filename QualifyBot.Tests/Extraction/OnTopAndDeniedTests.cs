using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Extraction;

public sealed class OnTopAndDeniedTests
{
    [Theory]
    [InlineData("en", "another 10k")]
    [InlineData("en", "plus 10k more")]
    [InlineData("en", "an extra $10k")]
    [InlineData("de", "weitere 10k")]
    [InlineData("fr", "10k supplémentaires")]
    [InlineData("es", "10k adicionales")]
    [InlineData("pt", "mais 10k")]
    public void An_amount_on_top_is_told_from_a_new_one(string language, string words) =>
        Assert.Contains(Read(language, words).Candidates, static candidate => candidate is { Rule: MessageReading.MoreMoney, Value: AnswerValue.Money { Min: 10_000 } });

    [Theory]
    [InlineData("en", "10k")]
    [InlineData("en", "a good 10k")]
    [InlineData("en", "more than 10k")]
    [InlineData("en", "we need 10k more than last year")]
    [InlineData("de", "mehr als 10k")]
    [InlineData("fr", "plus de 10k")]
    [InlineData("es", "más de 10k")]
    [InlineData("pt", "mais de 10k")]
    public void Other_amounts_stand_for_themselves(string language, string words) =>
        Assert.DoesNotContain(Read(language, words).Candidates, static candidate => candidate.Rule == MessageReading.MoreMoney);

    [Theory]
    [InlineData("en", "actually I'm not a student", "a student")]
    [InlineData("de", "ich bin kein Student", "Student")]
    [InlineData("fr", "je ne suis pas étudiant", "étudiant")]
    [InlineData("es", "no soy estudiante", "estudiante")]
    [InlineData("pt", "não sou estudante", "estudante")]
    public void What_somebody_is_not_is_taken_back_and_no_title(string language, string words, string denied)
    {
        var reading = Read(language, words);
        Assert.Contains(reading.Corrections, correction => correction is { Type: null, New: null } && correction.Old == denied);
        Assert.DoesNotContain(reading.Candidates, static candidate => candidate.Type == SlotType.Title);
    }

    [Theory]
    [InlineData("we are not 30 people")]
    [InlineData("our reports are not right")]
    public void Other_denials_take_nothing_back(string words) =>
        Assert.DoesNotContain(Read("en", words).Corrections, static correction => correction is { Type: null, New: null });

    [Theory]
    [InlineData("reporting is done by hand, and my boss has to approve it", "my boss has to approve")]
    [InlineData("reporting takes weeks, the CFO and I decide together", "I decide together")]
    public void Who_decides_stands_in_its_own_words(string words, string quote) =>
        Assert.Contains(Read("en", words).Candidates, candidate => candidate.Type == SlotType.Authority && words.Substring(candidate.Start, candidate.Length) == quote);

    private static MessageReading Read(string language, string words) =>
        RuleReader.Read(words, new ReadingContext { Now = new DateTime(2026, 1, 12, 10, 0, 0, DateTimeKind.Unspecified), Language = language });
}
