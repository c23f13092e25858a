using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

/// <summary>Holidays as seen from Wednesday, 11 March 2026: each row is a class of rules, with days that almanacs give.</summary>
public sealed class HolidayTests
{
    [Theory]
    [InlineData("Boxing Day 2027", "2027-12-26")]
    [InlineData("Labour Day 2026", "2026-09-07")]
    [InlineData("the late May bank holiday", "2026-05-25")]
    [InlineData("Good Friday 2027", "2027-03-26")]
    [InlineData("Ascension Day", "2026-05-14")]
    [InlineData("orthodox Easter 2024", "2024-05-05")]
    [InlineData("Clean Monday 2025", "2025-03-03")]
    [InlineData("Yom Kippur 2025", "2025-10-01")]
    [InlineData("Pesach 2026", "2026-04-01")]
    [InlineData("Purim 2024", "2024-03-23")]
    [InlineData("Yom HaAtzmaut 2021", "2021-04-14")]
    [InlineData("Eid al-Fitr 2026", "2026-03-20")]
    [InlineData("Ashura 2025", "2025-07-05")]
    [InlineData("Lunar New Year 2027", "2027-02-06")]
    [InlineData("Mid-Autumn Festival 2025", "2025-10-06")]
    [InlineData("Chuseok 2026", "2026-09-25")]
    [InlineData("Diwali 2025", "2025-10-20")]
    [InlineData("Holi 2025", "2025-03-14")]
    [InlineData("Raksha Bandhan 2024", "2024-08-19")]
    [InlineData("Maha Shivaratri 2025", "2025-02-26")]
    [InlineData("Makar Sankranti 2024", "2024-01-15")]
    [InlineData("Onam 2024", "2024-09-15")]
    [InlineData("Nowruz 2026", "2026-03-21")]
    [InlineData("the winter solstice 2026", "2026-12-21")]
    [InlineData("tax day 2023", "2023-04-18")]
    [InlineData("King's Day of the Netherlands", "2026-04-27")]
    [InlineData("Super Bowl 2027", "2027-02-14")]
    [InlineData("Black Friday", "2026-11-27")]
    [InlineData("Singles' Day", "2026-11-11")]
    [InlineData("Administrative Professionals' Day 2025", "2025-04-23")]
    public void A_holiday_is_a_day(string text, string day) => Assert.StartsWith(day, Read.Best(text, SlotType.Time), StringComparison.Ordinal);

    [Theory]
    [InlineData("Ramadan 2027", "2027-02-08 00:00..2027-03-09 00:00 Day")]
    [InlineData("Hanukkah 2026", "2026-12-04 00:00..2026-12-12 00:00 Day")]
    [InlineData("Oktoberfest 2026", "2026-09-19 00:00..2026-10-05 00:00 Day")]
    [InlineData("Memorial Day weekend", "2026-05-23 00:00..2026-05-26 00:00 Day")]
    [InlineData("the week after Easter", "2026-04-06 00:00..2026-04-13 00:00 Week")]
    public void A_feast_of_several_days_is_a_stretch(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Time));

    [Theory]
    [InlineData("Halloween of last year", "2025-10-31")]
    [InlineData("last Easter", "2025-04-20")]
    [InlineData("next Juneteenth", "2026-06-19")]
    [InlineData("Diwali in two years", "2028-10-17")]
    [InlineData("the day before Thanksgiving", "2026-11-25")]
    [InlineData("the day after Midsummer Day", "2026-06-25")]
    [InlineData("the second Easter after 2027", "2029-04-01")]
    [InlineData("the Friday closest to Halloween", "2026-10-30")]
    [InlineData("the closest Friday to Halloween", "2026-10-30")]
    [InlineData("since last Christmas", "2025-12-25")]
    public void A_holiday_can_be_counted_from(string text, string day) => Assert.StartsWith(day, Read.Best(text, SlotType.Time), StringComparison.Ordinal);

    [Theory]
    [InlineData("de", "Pessach 2026", "2026-04-01")]
    [InlineData("de", "Zuckerfest 2026", "2026-03-20")]
    [InlineData("de", "Diwali 2025", "2025-10-20")]
    [InlineData("fr", "nouvel an chinois 2027", "2027-02-06")]
    [InlineData("es", "Ramadán 2027", "2027-02-08")]
    [InlineData("pt", "Yom Kippur 2025", "2025-10-01")]
    public void Feasts_of_the_world_are_known_in_every_language(string language, string text, string day) => Assert.StartsWith(day, Read.Best(language, text, SlotType.Time), StringComparison.Ordinal);

    [Theory]
    [InlineData("they lent us a hand")]
    [InlineData("our carnival software")]
    [InlineData("hola, who are you?")]
    public void A_word_that_is_also_a_holiday_is_none_in_passing(string text) => Assert.Equal("-", Read.Best(text, SlotType.Time, asked: false));
}
