using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("our 30k approved suppliers", "-")]
    [InlineData("we got 30k approved for this", "30000..30000")]
    [InlineData("30k approved by the board", "30000..30000")]
    public void What_is_said_of_a_budget_may_be_said_of_a_noun(string text, string expected) => Assert.Equal((text, expected), (text, Read.Best(text, SlotType.Money, asked: false)));

    [Theory]
    [InlineData("$20k a year", "20000..20000 USD Year")]
    [InlineData("between 10 and 15 thousand euros", "10000..15000 EUR")]
    [InlineData("around 15k", "15000..15000")]
    [InlineData("10-15M", "10000000..15000000")]
    [InlineData("€1,200.50 per month", "1200.5..1200.5 EUR Month")]
    [InlineData("250.000 euro", "250000..250000 EUR")]
    [InlineData("half a million dollars", "500000..500000 USD")]
    [InlineData("a couple of thousand pounds", "2000..2000 GBP")]
    [InlineData("five figures", "10000..99999")]
    [InlineData("low six figures", "100000..300000")]
    [InlineData("up to 30 thousand", "..30000")]
    [InlineData("at least 5k", "5000..")]
    [InlineData("50k+", "50000..")]
    [InlineData("less than $900", "..900 USD")]
    [InlineData("CHF 45'000", "45000..45000 CHF")]
    [InlineData("three lakh rupees", "300000..300000 INR")]
    [InlineData("2 crore", "20000000..20000000")]
    [InlineData("one and a half million", "1500000..1500000")]
    [InlineData("15 per seat per month", "15..15  Month")]
    [InlineData("12 grand", "12000..12000 USD")]
    [InlineData("15", "15..15")]
    [InlineData("not decided yet", "Undecided")]
    [InlineData("we haven't set a budget", "Undecided")]
    [InlineData("no idea yet", "Undecided")]
    [InlineData("rather not say", "Declined")]
    [InlineData("that's none of your business", "Declined")]
    [InlineData("whatever it takes", "Unlimited")]
    [InlineData("there is no budget for this", "None")]
    [InlineData("not much", "Vague")]
    public void A_budget_asked_for_is_read(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Money));

    [Theory]
    [InlineData("we have 40k and want to start in March", "40000..40000")]
    [InlineData("our budget is 12000 this year", "12000..12000")]
    [InlineData("We spend $300 a month on the old tool", "300..300 USD Month")]
    [InlineData("there are 300 people here", "-")]
    [InlineData("version 2.5 of our product", "-")]
    [InlineData("call me at +44 20 7946 0958", "-")]
    [InlineData("let's meet at 15:30", "-")]
    public void Unasked_only_what_shows_that_it_is_money_is_read(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Money, asked: false));

    [Theory]
    [InlineData("de", "etwa 20.000 Euro im Jahr", "20000..20000 EUR Year")]
    [InlineData("de", "zwischen 5 und 8 Tausend Euro", "5000..8000 EUR")]
    [InlineData("fr", "environ 15 000 euros par an", "15000..15000 EUR Year")]
    [InlineData("es", "unos 3 mil dólares al mes", "3000..3000 USD Month")]
    [InlineData("pt", "até 50 mil reais", "..50000 BRL")]
    public void Money_is_read_in_each_language(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Money));
}
