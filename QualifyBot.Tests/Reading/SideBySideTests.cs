using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading;

/// <summary>What is said twice, in two halves, or against what was said before; as on Wednesday, 11 March 2026.</summary>
public sealed class SideBySideTests
{
    [Theory]
    [InlineData("see you at 3", "15:00", "03:00")]
    [InlineData("any time after 2", "14:00", "02:00")]
    [InlineData("ten to five is fine", "16:50", "04:50")]
    [InlineData("could it be before 6?", "", "06:00")]
    public void An_hour_that_may_be_of_either_half_of_the_day_is_read_in_both_the_likelier_first(string text, string first, string last)
    {
        var times = Read.All(text).Candidates.Where(static candidate => candidate.Type == SlotType.Time).ToArray();
        Assert.Equal(first, Clock(times[0]));
        Assert.Equal((last, "time.half"), (Clock(times[^1]), times[^1].Rule));
    }

    [Theory]
    [InlineData("at 3 pm")]
    [InlineData("at 15:00")]
    [InlineData("tomorrow morning")]
    [InlineData("between 2 and 4")]
    public void An_hour_whose_half_is_known_is_read_once(string text) =>
        Assert.DoesNotContain(Read.All(text).Candidates, static candidate => candidate.Rule == "time.half");

    [Theory]
    [InlineData("30, 40k perhaps", "30000..40000")]
    [InlineData("twenty, thirty thousand", "20000..30000")]
    [InlineData("two, maybe three thousand", "2000..3000")]
    [InlineData("5, 50k", "5..5")]
    public void Two_figures_side_by_side_share_what_they_count_in(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Money));

    [Theory]
    [InlineData("not this year and not in the first quarter of next year", "2027-04-01..")]
    [InlineData("but not in the next six months", "2026-09-11..")]
    [InlineData("not this month", "2026-04-01..")]
    [InlineData("the spring after next", "2027-03-21..2027-06-21")]
    [InlineData("our fiscal year starts in July", "2026-07-01..2026-08-01")]
    public void What_is_ruled_out_says_from_when(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Timeframe));

    [Theory]
    [InlineData("did we pay more than 300 dollars last month?", "300..300 USD")]
    [InlineData("was it below 2,000 euros?", "2000..2000 EUR")]
    [InlineData("we can pay more than 300 dollars", "300.. USD")]
    public void A_question_about_what_has_been_compares_and_sets_no_bound(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Money, asked: false));

    [Theory]
    [InlineData("There is a workshop in Leeds on Monday.", "Is there any in Hull?", "Hull")]
    [InlineData("The workshop costs 40 pounds.", "Can you find another one in Hull, England?", "Hull, England")]
    [InlineData("It starts at 9 am on Monday.", "Do you have any on Tuesday?", "Tuesday")]
    [InlineData("In which town are you?", "Is there any in Hull?", null)]
    public void A_new_wish_puts_a_new_value_in_the_place_of_the_old(string said, string text, string? expected) =>
        Assert.Equal(expected, RuleReader.Read(text, new ReadingContext { Now = Read.Now, Language = "en", Question = said }).Corrections.FirstOrDefault()?.New);

    [Fact]
    public void Who_would_fight_for_it_says_yes() => Assert.Equal("Yes", Read.Best("I'd fight for it", SlotType.YesNo));

    private static string Clock(Candidate candidate) => (candidate.Value as AnswerValue.Time)?.From?.ToString("HH:mm", null) ?? "";
}
