using System.Globalization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Explaining;

namespace QualifyBot.Tests.Explaining;

/// <summary>Answers as sellers read them.</summary>
public sealed class ValueWordsTests
{
    public static TheoryData<string, AnswerValue, string> Values => new()
    {
        { "budget", new AnswerValue.Money(MoneyStatus.Amount, 15_000, 20_000, "USD"), "budget 15,000-20,000 USD" },
        { "budget", new AnswerValue.Money(MoneyStatus.Amount, 500, 500, "EUR", Period.Month), "budget 500 EUR a month" },
        { "budget", new AnswerValue.Money(MoneyStatus.Amount, 80, null, null, Period.Hour), "budget at least 80 an hour" },
        { "budget", new AnswerValue.Money(MoneyStatus.None), "budget none" },
        { "timeline", Dated(new(2027, 3, 1), new(2027, 4, 1)), "start between 1 and 31 March 2027" },
        { "timeline", Dated(new(2027, 3, 1), new(2027, 7, 1)), "start between 1 March and 30 June 2027" },
        { "timeline", Dated(new(2026, 12, 1), new(2027, 2, 1)), "start between 1 December 2026 and 31 January 2027" },
        { "timeline", Dated(new(2027, 3, 5), new(2027, 3, 6)), "start on 5 March 2027" },
        { "timeline", Dated(null, new(2027, 3, 6)), "start by 5 March 2027" },
        { "timeline", Dated(new(2027, 3, 5), null), "start from 5 March 2027 on" },
        { "timeline", Dated(null, DateOnly.MinValue), "start by 1 January 0001" },
        { "timeline", new AnswerValue.Timeframe(TimeframeClass.Asap), "start as soon as possible" },
        { "headcount", new AnswerValue.Headcount(250, 250), "headcount 250 people" },
        { "headcount", new AnswerValue.Headcount(1, 1), "headcount 1 person" },
        { "authority", new AnswerValue.Authority(AuthorityClass.Joint, ["our CFO"]), "authority decides with others (our CFO)" },
        { "title", new AnswerValue.Title("Head of IT", TitleLevel.Director), "title Head of IT (director)" },
        { "need", new AnswerValue.Need(true, "manual_work", "all by hand"), "need manual work" },
        { "need", new AnswerValue.Need(true, null, "all by hand"), "need 'all by hand'" },
        { "notice", new AnswerValue.Duration(30 * 86_400), "notice 30 days" },
        { "notice", new AnswerValue.Duration(5400), "notice 90 minutes" },
        { "budget", new AnswerValue.Withheld(WithheldReason.Declined), "budget not told" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_reads_the_same_in_every_culture(string slot, AnswerValue value, string words)
    {
        var before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberGroupSeparator = ".";
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.DateTimeFormat.MonthNames = odd.DateTimeFormat.MonthGenitiveNames = [.. Enumerable.Range(1, 13).Select(month => $"month{month}")];
        try
        {
            CultureInfo.CurrentCulture = odd;
            Assert.Equal(words, ValueWords.Of(slot, value));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static AnswerValue.Timeframe Dated(DateOnly? from, DateOnly? to) => new(TimeframeClass.Dated, from, to);
}
