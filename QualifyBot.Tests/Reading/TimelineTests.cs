using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading;

/// <summary>Answers to "when would you like to start?", as given on Wednesday, 11 March 2026.</summary>
public sealed class TimelineTests
{
    [Theory]
    [InlineData("not before Q3", "2026-07-01..")]
    [InlineData("no sooner than May", "2026-05-01..")]
    [InlineData("not for another four months", "2026-07-11..")]
    [InlineData("September at the earliest", "2026-09-01..")]
    [InlineData("the earliest would be June", "2026-06-01..")]
    [InlineData("once Q2 is over", "2026-07-01..")]
    [InlineData("not this year", "2027-01-01..")]
    [InlineData("at least eight weeks", "2026-05-06..")]
    [InlineData("April at the latest", "..2026-05-01")]
    [InlineData("latest end of May", "..2026-06-01")]
    [InlineData("our deadline is 20 June", "..2026-06-21")]
    [InlineData("before the end of Q2", "..2026-07-01")]
    [InlineData("before the year is out", "..2027-01-01")]
    [InlineData("by year end", "..2027-01-01")]
    [InlineData("next quarter, but not before May", "2026-04-01..2026-07-01")]
    [InlineData("just not before June", "2026-06-01..")]
    public void A_bound_is_open_on_the_other_side(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Timeframe));

    [Theory]
    [InlineData("Q2 or Q3", "2026-04-01..2026-10-01")]
    [InlineData("June/July", "2026-06-01..2026-08-01")]
    [InlineData("from May to July", "2026-05-01..2026-08-01")]
    [InlineData("four to five months", "2026-07-11..2026-08-12")]
    [InlineData("2-3 months", "2026-05-11..2026-06-12")]
    [InlineData("a week or two", "2026-03-18..2026-03-26")]
    [InlineData("in the next four months", "2026-03-11..2026-07-11")]
    [InlineData("less than 2 months", "2026-03-11..2026-05-12")]
    [InlineData("within the quarter", "2026-03-11..2026-04-01")]
    [InlineData("at the end of the year", "2026-12-01..2027-01-01")]
    [InlineData("late in the year", "2026-10-01..2027-01-01")]
    [InlineData("week 5", "2027-02-01..2027-02-08")]
    [InlineData("KW 40", "2026-09-28..2026-10-05")]
    [InlineData("beginning of the month", "2026-04-01..2026-04-11")]
    public void A_stretch_lies_ahead(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Timeframe));

    [Theory]
    [InlineData("pretty soon", "Asap")]
    [InlineData("there is no time to waste", "Asap")]
    [InlineData("just comparing vendors for now", "NoRush")]
    [InlineData("it isn't a priority right now", "NoRush")]
    [InlineData("there's plenty of time", "NoRush")]
    [InlineData("once we've moved to the new building", "Event")]
    [InlineData("that hinges on the outcome of the audit", "Event")]
    [InlineData("that has not been settled yet", "Unknown")]
    [InlineData("I'd have to ask around", "Unknown")]
    public void What_is_no_date_has_a_class(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Timeframe));

    [Theory]
    [InlineData("FY27", "2026-04-01..2027-04-01")]
    [InlineData("next fiscal year", "2026-04-01..2027-04-01")]
    [InlineData("this financial year", "2025-04-01..2026-04-01")]
    [InlineData("Q1 of our next fiscal year", "2026-04-01..2026-07-01")]
    [InlineData("fiscal Q3", "2026-10-01..2027-01-01")]
    [InlineData("H2 FY27", "2026-10-01..2027-04-01")]
    [InlineData("Q3", "2026-07-01..2026-10-01")]
    public void A_fiscal_year_starts_when_the_playbook_says(string text, string expected)
    {
        var context = new ReadingContext { Now = Read.Now, Requested = [SlotType.Timeframe], FiscalYearStart = 4 };
        Assert.Equal(expected, Read.Say(RuleReader.Read(text, context).Candidates[0].Value));
    }

    [Theory]
    [InlineData("as soon as the new CFO arrives")]
    [InlineData("when our agreement with Initech ends")]
    [InlineData("once we have hired a marketing manager")]
    public void Who_is_named_in_what_must_happen_first_is_not_the_visitor(string text) =>
        Assert.DoesNotContain(Read.All(text, SlotType.Timeframe).Candidates, static candidate => candidate.Type is SlotType.Title or SlotType.Company);

    [Theory]
    [InlineData("we set aside 30k for 2027")]
    [InlineData("no money left this year")]
    public void The_year_of_a_budget_is_no_timeline(string text) =>
        Assert.DoesNotContain(Read.All(text, SlotType.Money).Candidates, static candidate => candidate.Type == SlotType.Timeframe);

    [Theory]
    [InlineData("Tuesday doesn't work", SlotType.Time)]
    [InlineData("two years ago we paid 14k for a tool that doesn't work", SlotType.Money)]
    public void What_was_asked_for_is_no_need_as_well(string text, SlotType asked) =>
        Assert.DoesNotContain(Read.All(text, asked).Candidates, static candidate => candidate.Type == SlotType.Need);

    [Theory]
    [InlineData("2h", 7200)]
    [InlineData("2h15", 8100)]
    [InlineData("3 hrs 10 min", 11400)]
    [InlineData("an hour would be great", 3600)]
    public void Where_a_length_was_asked_for_hours_are_one(string text, int seconds)
    {
        var read = Read.All(text, SlotType.Duration).Candidates;
        Assert.Contains(read, candidate => candidate.Value is AnswerValue.Duration length && length.Seconds == seconds);
        Assert.DoesNotContain(read, static candidate => candidate.Type == SlotType.Time);
    }

    [Theory]
    [InlineData("tomorrow after lunch", "2026-03-12T14:00")]
    [InlineData("today in two hours", "2026-03-11T11:30")]
    public void A_day_and_the_clock_behind_it_are_one_time(string text, string from) =>
        Assert.Equal(from, ((AnswerValue.Time)Assert.Single(Read.All(text, SlotType.Time).Candidates, static candidate => candidate.Type == SlotType.Time).Value).From?.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
}
