using QualifyBot.Bot.Calibration;

namespace QualifyBot.Tests.Calibration;

public sealed class LogisticTests
{
    [Theory]
    [InlineData(300, 200, 150, 350)]
    [InlineData(900, 100, 500, 500)]
    [InlineData(250, 750, 250, 750)]
    public void One_column_gives_the_log_odds_ratio_and_its_error_of_a_table_of_two_by_two(double wonWith, double lostWith, double wonWithout, double lostWithout)
    {
        var fit = Logistic.Fit([new Observation([1], wonWith, lostWith), new Observation([0], wonWithout, lostWithout)], 1);
        var expected = Math.Log(wonWith * lostWithout / (lostWith * wonWithout));
        Assert.Equal(expected, fit.Coefficients[0], 0.005);
        Assert.Equal(Math.Sqrt((1 / wonWith) + (1 / lostWith) + (1 / wonWithout) + (1 / lostWithout)), fit.Errors[0], 0.001);
        Assert.Equal(Math.Log(wonWithout / lostWithout), fit.Intercept, 0.005);
    }

    [Fact]
    public void A_column_that_parts_won_from_lost_without_error_stays_finite()
    {
        var fit = Logistic.Fit([new Observation([1], 500, 0), new Observation([0], 0, 500)], 1);
        Assert.InRange(fit.Coefficients[0], 3, 50);
        Assert.True(double.IsFinite(fit.Errors[0]));
    }

    [Fact]
    public void Two_columns_that_are_one_share_its_effect()
    {
        var one = Logistic.Fit([new Observation([1], 300, 200), new Observation([0], 150, 350)], 1);
        var two = Logistic.Fit([new Observation([1, 1], 300, 200), new Observation([0, 0], 150, 350)], 2);
        Assert.Equal(two.Coefficients[0], two.Coefficients[1], 1e-6);
        Assert.Equal(one.Coefficients[0], two.Coefficients[0] + two.Coefficients[1], 0.01);
    }

    [Fact]
    public void No_columns_give_the_rate_of_all()
    {
        var fit = Logistic.Fit([new Observation([], 30, 70)], 0);
        Assert.Equal(0.3, fit.Predict([]), 1e-6);
    }
}
