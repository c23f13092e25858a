using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

/// <summary>What was asked for tells what bare figures and idle words mean.</summary>
public sealed class AskedForTests
{
    [Theory]
    [InlineData("we've got something like forty thousand", "40000..40000")]
    [InlineData("we have got about 12,000", "12000..12000")]
    [InlineData("somewhere between fifteen hundred and twenty-five hundred a month", "1500..2500  Month")]
    [InlineData("between 1500 and 2500", "1500..2500")]
    [InlineData("from 1500 to 2500 a month", "1500..2500  Month")]
    [InlineData("fifty, maybe sixty thousand", "50000..60000")]
    [InlineData("one hundred and two thousand", "102000..102000")]
    [InlineData("there's a small one, about six thousand a year", "6000..6000  Year")]
    [InlineData("two, maybe three thousand", "2000..3000")]
    [InlineData("we don't have one at all", "None")]
    [InlineData("there's a spending freeze", "None")]
    [InlineData("all investments are on hold", "None")]
    [InlineData("there's nothing set aside", "None")]
    public void Asked_for_money_bare_figures_are_sums(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Money));

    [Theory]
    [InlineData("we've got about 40 people", "40..40")]
    [InlineData("between 1500 and 2500", "1500..2500")]
    public void Asked_for_people_they_are_people(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Headcount));

    [Theory]
    [InlineData("de", "Wir haben eine Haushaltssperre", "None")]
    [InlineData("fr", "les budgets sont gelés", "None")]
    [InlineData("fr", "il y a un gel des dépenses", "None")]
    [InlineData("es", "hay una congelación de gastos", "None")]
    [InlineData("pt", "há um congelamento de gastos", "None")]
    public void Frozen_spending_is_no_money(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Money));

    [Theory]
    [InlineData("en", "maybe some day", "NoRush")]
    [InlineData("en", "one day, perhaps", "NoRush")]
    [InlineData("en", "in one day", "2026-03-12..2026-03-13")]
    [InlineData("fr", "un jour peut-être", "NoRush")]
    [InlineData("fr", "dans un jour", "2026-03-12..2026-03-13")]
    [InlineData("pt", "um dia, quem sabe", "NoRush")]
    public void Some_day_is_no_date(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Timeframe));

    [Theory]
    [InlineData("there's no problem we need to solve", false)]
    [InlineData("there is no real problem", false)]
    [InlineData("nothing's broken", false)]
    [InlineData("the problem is that we need weeks for it", true)]
    public void A_problem_that_is_not_there_is_none(string text, bool present) =>
        Assert.StartsWith($"{present} | ", Read.Best(text, SlotType.Need), StringComparison.Ordinal);
}
