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
    [InlineData("Oct-2026-23", "2026-10-23 00:00..2026-10-24 00:00 Day")]
    [InlineData("2026/14/Aug", "2026-08-14 00:00..2026-08-15 00:00 Day")]
    [InlineData("in two weeks on Thursday", "2026-03-26 00:00..2026-03-27 00:00 Day")]
    [InlineData("in 5 days on a Monday", "2026-03-16 00:00..2026-03-17 00:00 Day")]
    [InlineData("three months from today on Friday", "2026-06-12 00:00..2026-06-13 00:00 Day")]
    [InlineData("from the 28th to the 2nd of June", "2026-05-28 00:00..2026-06-02 00:00 Day")]
    [InlineData("next working week", "2026-03-16 00:00..2026-03-21 00:00 Week")]
    [InlineData("after the start of June", "2026-06-01 00:00.. Month")]
    [InlineData("after early June", "2026-06-11 00:00.. Month")]
    [InlineData("between the end of April and the end of June", "2026-05-01 00:00..2026-07-01 00:00 Month")]
    [InlineData("from mid-May to August", "2026-05-16 00:00..2026-08-01 00:00 Month")]
    [InlineData("I paid € 12 May 4", "2026-05-04 00:00..2026-05-05 00:00 Day")]
    public void Dates_and_their_edges_are_read(string text, string expected) => Assert.Equal((text, expected), (text, Read.Best(text, SlotType.Time, asked: false)));

    [Theory]
    [InlineData("start: but not before Q3", "not before Q3")]
    [InlineData("though not before the 10th of May", "not before the 10th of May")]
    public void A_word_that_only_joins_is_no_part_of_a_bound(string text, string quoted) =>
        Assert.Contains(Read.All(text, SlotType.Timeframe).Candidates, candidate => candidate.Type == SlotType.Timeframe && text.Substring(candidate.Start, candidate.Length) == quoted);

    [Theory]
    [InlineData(SlotType.Headcount)]
    [InlineData(SlotType.Money)]
    [InlineData(SlotType.Number)]
    public void Asked_for_a_number_a_fraction_is_no_date(SlotType asked) =>
        Assert.DoesNotContain(Read.All("2/3", asked).Candidates, static candidate => candidate.Type is SlotType.Time or SlotType.Timeframe);

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
