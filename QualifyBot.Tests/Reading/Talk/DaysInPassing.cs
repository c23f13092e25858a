using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading.Talk;

/// <summary>A day that a courtesy names is no answer, whatever was asked; a day that answers is one, courtesies around it or not.</summary>
public sealed class DaysInPassingTests
{
    private static readonly SlotType[] Asked = [SlotType.Timeframe, SlotType.Need, SlotType.Money];

    [Theory]
    [InlineData("en", "how are you today?", Act.Greet)]
    [InlineData("en", "happy Thursday!", Act.Greet)]
    [InlineData("en", "I hope you had a great weekend", Act.Greet)]
    [InlineData("en", "talk to you tomorrow", Act.Goodbye)]
    [InlineData("en", "see you in March", Act.Goodbye)]
    [InlineData("en", "have a nice weekend", Act.Goodbye)]
    [InlineData("en", "I'll get back to you next week", Act.Goodbye)]
    [InlineData("en", "we will come back to you on Monday", Act.Goodbye)]
    [InlineData("en", "I'll get back to you", Act.Wait)]
    [InlineData("en", "thanks for your time today", Act.Thanks)]
    [InlineData("en", "what a lovely morning", Act.SmallTalk)]
    [InlineData("en", "how was your summer?", Act.SmallTalk)]
    [InlineData("de", "wie geht es Ihnen heute?", Act.Greet)]
    [InlineData("de", "bis nächste Woche", Act.Goodbye)]
    [InlineData("de", "schönes Wochenende", Act.Goodbye)]
    [InlineData("de", "ich melde mich nächste Woche", Act.Goodbye)]
    [InlineData("de", "schönes Wetter heute", Act.SmallTalk)]
    [InlineData("de", "danke für heute", Act.Thanks)]
    [InlineData("fr", "comment allez-vous aujourd'hui ?", Act.Greet)]
    [InlineData("fr", "on se rappelle la semaine prochaine", Act.Goodbye)]
    [InlineData("fr", "je reviens vers vous demain matin", Act.Goodbye)]
    [InlineData("fr", "il fait beau aujourd'hui", Act.SmallTalk)]
    [InlineData("es", "¿cómo estás hoy?", Act.Greet)]
    [InlineData("es", "hablamos la semana que viene", Act.Goodbye)]
    [InlineData("es", "le respondo la semana que viene", Act.Goodbye)]
    [InlineData("es", "gracias por hoy", Act.Thanks)]
    [InlineData("pt", "tudo bem hoje?", Act.Greet)]
    [InlineData("pt", "a gente se fala na semana que vem", Act.Goodbye)]
    [InlineData("pt", "eu retorno na semana que vem", Act.Goodbye)]
    [InlineData("pt", "que dia lindo hoje", Act.SmallTalk)]
    public void A_day_in_passing_answers_nothing(string language, string words, Act act)
    {
        foreach (var asked in Asked)
        {
            var reading = Read(language, asked, words);
            Assert.Contains(act, reading.Acts);
            Assert.DoesNotContain(reading.Candidates, static candidate => candidate.Type is SlotType.Timeframe or SlotType.Need or SlotType.Money);
        }
    }

    [Theory]
    [InlineData("en", "hi, next month")]
    [InlineData("en", "thanks next month")]
    [InlineData("en", "Hello there, we want to start in March")]
    [InlineData("en", "thank you, by the end of May")]
    [InlineData("en", "until March")]
    [InlineData("de", "danke, nächsten Monat")]
    [InlineData("de", "bis März")]
    [InlineData("fr", "bonjour, le mois prochain")]
    [InlineData("es", "gracias, en marzo")]
    [InlineData("pt", "obrigado, no mês que vem")]
    public void A_day_that_answers_is_an_answer(string language, string words) =>
        Assert.Contains(Read(language, SlotType.Timeframe, words).Candidates, static candidate => candidate.Value is AnswerValue.Timeframe { Class: TimeframeClass.Dated });

    [Theory]
    [InlineData("en", "second half of the year", "2027-07-01")]
    [InlineData("de", "im zweiten Halbjahr", "2027-07-01")]
    [InlineData("fr", "au second semestre", "2027-07-01")]
    [InlineData("es", "en el segundo semestre", "2027-07-01")]
    [InlineData("pt", "no segundo semestre", "2027-07-01")]
    [InlineData("en", "in the second half of this year", "2026-07-01")]
    [InlineData("en", "H2 2026", "2026-07-01")]
    public void Half_a_year_that_is_almost_over_is_the_next_one(string language, string words, string from)
    {
        var reading = RuleReader.Read(words, new ReadingContext { Now = new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Unspecified), Language = language, Requested = [SlotType.Timeframe] });
        Assert.Equal(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), Assert.IsType<AnswerValue.Timeframe>(reading.Candidates[0].Value).From);
    }

    private static MessageReading Read(string language, SlotType asked, string words) =>
        RuleReader.Read(words, new ReadingContext { Now = new DateTime(2026, 1, 12, 10, 0, 0, DateTimeKind.Unspecified), Language = language, Requested = [asked] });
}
