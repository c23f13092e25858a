using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

/// <summary>Times as seen from Wednesday, 11 March 2026, 9:30.</summary>
public sealed class TimeTests
{
    [Theory]
    [InlineData("tomorrow", "2026-03-12 00:00..2026-03-13 00:00 Day")]
    [InlineData("tomorrow at 3pm", "2026-03-12 15:00..2026-03-12 16:00 Hour")]
    [InlineData("Tuesday afternoon", "2026-03-17 12:00..2026-03-17 16:00 Hour")]
    [InlineData("next Friday", "2026-03-20 00:00..2026-03-21 00:00 Day")]
    [InlineData("this Friday at 10:30", "2026-03-13 10:30..2026-03-13 10:31 Minute")]
    [InlineData("Friday the 13th", "2026-03-13 00:00..2026-03-14 00:00 Day")]
    [InlineData("on the 20th", "2026-03-20 00:00..2026-03-21 00:00 Day")]
    [InlineData("March 3rd", "2027-03-03 00:00..2027-03-04 00:00 Day")]
    [InlineData("the third of June 2026", "2026-06-03 00:00..2026-06-04 00:00 Day")]
    [InlineData("6/15", "2026-06-15 00:00..2026-06-16 00:00 Day")]
    [InlineData("2026-07-01", "2026-07-01 00:00..2026-07-02 00:00 Day")]
    [InlineData("in two weeks", "2026-03-25 00:00..2026-03-26 00:00 Day")]
    [InlineData("half past nine tomorrow morning", "2026-03-12 09:30..2026-03-12 09:31 Minute")]
    [InlineData("Monday between 9 and 11", "2026-03-16 09:00..2026-03-16 11:00 Hour")]
    [InlineData("Monday 2-4pm", "2026-03-16 14:00..2026-03-16 16:00 Hour")]
    [InlineData("Thursday next week", "2026-03-19 00:00..2026-03-20 00:00 Day")]
    [InlineData("next week on Tuesday", "2026-03-17 00:00..2026-03-18 00:00 Day")]
    [InlineData("the first Monday of April", "2026-04-06 00:00..2026-04-07 00:00 Day")]
    [InlineData("last week", "2026-03-02 00:00..2026-03-09 00:00 Week")]
    [InlineData("Easter Monday", "2026-04-06 00:00..2026-04-07 00:00 Day")]
    [InlineData("toomorrow", "2026-03-12 00:00..2026-03-13 00:00 Day")]
    public void A_meeting_time_is_read(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Time));

    [Theory]
    [InlineData("next quarter", "2026-04-01..2026-07-01")]
    [InlineData("by end of March", "..2026-04-01")]
    [InlineData("in 2-3 weeks", "2026-03-25..2026-04-02")]
    [InlineData("Q3", "2026-07-01..2026-10-01")]
    [InlineData("Q1 2027", "2027-01-01..2027-04-01")]
    [InlineData("early next year", "2027-01-01..2027-04-01")]
    [InlineData("after June", "2026-07-01..")]
    [InlineData("from May to July", "2026-05-01..2026-08-01")]
    [InlineData("when our contract with the old vendor runs out in May", "2026-05-01..2026-06-01")]
    [InlineData("asap", "Asap")]
    [InlineData("as soon as possible", "Asap")]
    [InlineData("no rush", "NoRush")]
    [InlineData("we're just looking around", "NoRush")]
    [InlineData("once we are funded", "Event")]
    [InlineData("no idea", "Unknown")]
    [InlineData("I'd rather not say", "Declined")]
    public void A_timeline_asked_for_is_read(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Timeframe));

    [Theory]
    [InlineData("we want to start in April", "2026-04-01..2026-05-01")]
    [InlineData("it should go live by summer", "..2026-06-21")]
    [InlineData("I met them in April", "-")]
    public void Unasked_a_date_is_a_timeline_only_near_words_of_starting(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Timeframe, asked: false));

    [Theory]
    [InlineData("this may take a while")]
    [InlineData("we sell 2000 units")]
    [InlineData("our March Group colleagues")]
    [InlineData("room A4")]
    [InlineData("the second option is fine")]
    [InlineData("one step back")]
    [InlineData("on second thought, no")]
    [InlineData("the 4th floor")]
    public void Words_that_only_look_like_times_are_none(string text) => Assert.Equal("-", Read.Best(text, SlotType.Time, asked: false));

    [Theory]
    [InlineData("for 3 weeks", "1814400")]
    [InlineData("half an hour", "1800")]
    [InlineData("an hour and a half", "5400")]
    [InlineData("2 years and 3 months", "69984000")]
    public void A_length_of_time_is_read(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Duration));

    [Theory]
    [InlineData("de", "übermorgen um 15 Uhr", "2026-03-13 15:00..2026-03-13 16:00 Hour")]
    [InlineData("de", "Dienstagnachmittag", "2026-03-17 12:00..2026-03-17 16:00 Hour")]
    [InlineData("de", "am Freitag um halb drei", "2026-03-13 14:30..2026-03-13 14:31 Minute")]
    [InlineData("fr", "lundi prochain à 10h", "2026-03-16 10:00..2026-03-16 11:00 Hour")]
    [InlineData("fr", "la semaine prochaine", "2026-03-16 00:00..2026-03-23 00:00 Week")]
    [InlineData("es", "mañana a las cuatro de la tarde", "2026-03-12 16:00..2026-03-12 17:00 Hour")]
    [InlineData("es", "el 20 de abril", "2026-04-20 00:00..2026-04-21 00:00 Day")]
    [InlineData("pt", "sexta-feira às 9h", "2026-03-13 09:00..2026-03-13 10:00 Hour")]
    [InlineData("pt", "daqui a 3 dias", "2026-03-14 00:00..2026-03-15 00:00 Day")]
    public void Times_are_read_in_each_language(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Time));
}
