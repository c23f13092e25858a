using System.Globalization;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Reading;

public sealed class NumberTests
{
    [Theory]
    [InlineData("only where it is >=45", "45..")]
    [InlineData("it must stay <=12", "..12")]
    public void A_bound_in_signs_is_read(string text, string expected) => Assert.Equal((text, expected), (text, Read.Best(text, SlotType.Number)));

    [Theory]
    [InlineData("en", "two thirds", "0.6666666666666666666666666667")]
    [InlineData("en", "four and a half", "4.5")]
    [InlineData("en", "1 3/4", "1.75")]
    [InlineData("en", "seven ninths", "0.7777777777777777777777777778")]
    [InlineData("en", "1.2e4", "12000")]
    [InlineData("en", "10^3", "1000")]
    [InlineData("en", "minus forty", "-40")]
    [InlineData("en", "eight point zero two", "8.02")]
    [InlineData("en", "point seven", "0.7")]
    [InlineData("en", ".25", "0.25")]
    [InlineData("en", "three dozen", "36")]
    [InlineData("en", "five lakh", "500000")]
    [InlineData("en", "9 million and a half", "9500000")]
    [InlineData("en", "six billion and a quarter million", "6000250000")]
    [InlineData("en", "three twenty-fifths", "0.12")]
    [InlineData("en", "one in eight", "0.125")]
    [InlineData("en", "7 over 20", "0.35")]
    [InlineData("en", "four eighty five", "485")]
    [InlineData("en", "two hundred and three quarters", "200.75")]
    [InlineData("en", "12½", "12.5")]
    [InlineData("en", "1 250 000", "1250000")]
    [InlineData("en", "fifteen k", "15000")]
    [InlineData("de", "zwei Drittel", "0.6666666666666666666666666667")]
    [InlineData("de", "7 Komma 25", "7.25")]
    [InlineData("de", "minus zwölf", "-12")]
    [InlineData("de", "drei und ein Viertel", "3.25")]
    [InlineData("de", "1.250.000,50", "1250000.50")]
    [InlineData("fr", "trois quarts", "0.75")]
    [InlineData("fr", "sept sur dix", "0.7")]
    [InlineData("fr", "trente 4", "34")]
    [InlineData("fr", "12 500,75", "12500.75")]
    [InlineData("fr", "deux virgule cinq", "2.5")]
    [InlineData("es", "tres onceavos", "0.2727272727272727272727272727")]
    [InlineData("es", "siete sobre diez", "0.7")]
    [InlineData("es", "cuarenta y 2", "42")]
    [InlineData("es", "cero seis", "6")]
    [InlineData("es", "dos coma cinco", "2.5")]
    [InlineData("es", "dosmil", "2000")]
    [InlineData("pt", "três vinte avos", "0.15")]
    [InlineData("pt", "sete sobre dez", "0.7")]
    [InlineData("pt", "dois vírgula cinco", "2.5")]
    [InlineData("pt", "mil e duzentos", "1200")]
    [InlineData("pt", "negativo quinze", "-15")]
    public void A_number_is_read_however_it_is_written(string language, string text, string expected)
    {
        var number = Assert.IsType<AnswerValue.Number>(Read.In(language, text).Candidates.First(candidate => candidate.Type == SlotType.Number).Value);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Math.Round(number.Min!.Value, 10), 9);
        Assert.Equal(number.Min, number.Max);
    }

    [Theory]
    [InlineData("en", "more than 40", "40..")]
    [InlineData("en", "less than or equal to 90", "..90")]
    [InlineData("en", "at least 5 and at most 9", "5..9")]
    [InlineData("en", "above 20 but below 70", "20..70")]
    [InlineData("en", ">= 12", "12..")]
    [InlineData("en", "<7", "..7")]
    [InlineData("en", "30 or more", "30..")]
    [InlineData("en", "no fewer than 8", "8..")]
    [InlineData("en", "between four and nine", "4..9")]
    [InlineData("en", "over half of them", "0.5..")]
    [InlineData("en", "better than the third but lower than the ninth", "3..9")]
    [InlineData("de", "mehr als 40", "40..")]
    [InlineData("de", "höchstens 12", "..12")]
    [InlineData("de", "größer oder gleich 7", "7..")]
    [InlineData("fr", "supérieur ou égal à 25", "25..")]
    [InlineData("fr", "plus de 6 et moins de 9", "6..9")]
    [InlineData("es", "mayor o igual que 25", "25..")]
    [InlineData("es", "más de 6 y menos de 9", "6..9")]
    [InlineData("es", "menores a 18", "..18")]
    [InlineData("pt", "maior ou igual a 25", "25..")]
    [InlineData("pt", "mais de 6 e menos de 9", "6..9")]
    public void Bounds_and_ranges_are_read(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Number));

    [Theory]
    [InlineData("en", "70 Norwegian kroner", "70..70 NOK")]
    [InlineData("en", "US$ 45", "45..45 USD")]
    [InlineData("en", "45 AU$", "45..45 AUD")]
    [InlineData("en", "KWD 300", "300..300 KWD")]
    [InlineData("en", "300 Thai baht", "300..300 THB")]
    [InlineData("en", "7 MEUR", "7000000..7000000 EUR")]
    [InlineData("en", "KCHF 80", "80000..80000 CHF")]
    [InlineData("en", "45 EUR million", "45000000..45000000 EUR")]
    [InlineData("en", "₭900", "900..900 LAK")]
    [InlineData("en", "6 dollars and 35 cents", "6.35..6.35 USD")]
    [InlineData("en", "80 cents", "0.8..0.8")]
    [InlineData("en", "three dimes", "0.3..0.3 USD")]
    [InlineData("en", "more than $5k and less than $9k", "5000..9000 USD")]
    [InlineData("en", "$70 CAD", "70..70 CAD")]
    [InlineData("de", "7 Millionen schwedische Kronen", "7000000..7000000 SEK")]
    [InlineData("fr", "7 millions de francs suisses", "7000000..7000000 CHF")]
    [InlineData("es", "7 millones de soles", "7000000..7000000 PEN")]
    [InlineData("pt", "7 milhões de ienes", "7000000..7000000 JPY")]
    [InlineData("pt", "8 euros com 40 centavos", "8.4..8.4 EUR")]
    public void A_sum_keeps_its_currency(string language, string text, string expected) => Assert.Equal(expected, Read.Best(language, text, SlotType.Money, asked: false));

    [Theory]
    [InlineData("the server is 10.0.17.4")]
    [InlineData("thanks <3")]
    [InlineData("we need a few")]
    public void What_is_no_number_is_none(string text) => Assert.Equal("-", Read.Best(text, SlotType.Number, asked: false));

    [Theory]
    [InlineData("call 415 555 0134 x27", "4155550134x27")]
    [InlineData("my number is +49 30 901820 ext. 55", "+4930901820x55")]
    [InlineData("1(212)555-0188", "12125550188")]
    [InlineData("5.5.5.0.1.3.4", "5550134")]
    [InlineData("the sum 12+31-245678901", "-")]
    [InlineData("part 47b-555-0134", "-")]
    public void A_phone_number_keeps_its_extension(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Phone, asked: false));
}
