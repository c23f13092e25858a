using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading;

public sealed class SpeedTests
{
    [Fact]
    public void A_typical_message_allocates_less_than_four_kilobytes()
    {
        const string Text = "we have about 40k and want to start in June";
        var context = new ReadingContext { Now = Read.Now, Requested = [SlotType.Money] };
        RuleReader.Read(Text, context);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            RuleReader.Read(Text, context);
        }

        Assert.True((GC.GetAllocatedBytesForCurrentThread() - before) / 100 < 4096);
    }

    [Fact]
    public void A_time_and_an_amount_in_pages_of_prose_are_read()
    {
        var prose = string.Concat(Enumerable.Repeat("lorem ipsum dolor sit amet ", 100));
        var reading = RuleReader.Read($"{prose}$40,000 from 3 June on {prose}", new ReadingContext { Now = Read.Now });
        Assert.Contains(reading.Candidates, candidate => candidate.Value is AnswerValue.Time { From: { Month: 6, Day: 3 } });
        Assert.Contains(reading.Candidates, candidate => candidate.Value is AnswerValue.Money { Min: 40_000, Currency: "USD" });
    }

    [Fact]
    public void A_page_of_figures_puts_little_right_of_what_the_bot_said()
    {
        var figures = string.Concat(Enumerable.Repeat("7 ", 5000));
        var context = new ReadingContext { Now = Read.Now, Question = "You want a demo for 4 people, is that right?" };
        Assert.InRange(RuleReader.Read(figures, context).Corrections.Length, 1, 100);
    }

    [Fact]
    public void A_page_of_figures_gives_no_more_than_a_few_hundred_answers()
    {
        var figures = string.Concat(Enumerable.Repeat("$5 17 3,5 ", 1000));
        Assert.InRange(RuleReader.Read(figures, new ReadingContext { Now = Read.Now, Requested = [SlotType.Money] }).Candidates.Length, 1, 400);
    }
}
