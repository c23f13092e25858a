using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading.Talk;

public sealed class PutRightInTheTalkTests
{
    [Theory]
    [InlineData(SlotType.Money, "8k, sorry, 9k", "8k", "9k")]
    [InlineData(SlotType.Money, "15k... no, 18k", "15k", "18k")]
    [InlineData(SlotType.Headcount, "70 people. I mean 17", "70 people", "17")]
    [InlineData(SlotType.Email, "al@firm.example, correction: ali@firm.example", "al@firm.example", "ali@firm.example")]
    [InlineData(SlotType.Timeframe, "we start in August, not April", "April", "August")]
    [InlineData(SlotType.Person, "I am Anna, not Hanna", "Hanna", "Anna")]
    public void The_old_value_is_given_up_for_the_new_one(SlotType slot, string text, string old, string wanted)
    {
        var reading = Of(text, slot);
        Assert.Single(reading.Candidates, candidate => candidate.Type == slot);
        var correction = Assert.Single(reading.Corrections);
        Assert.Equal((slot, old), (correction.Type, correction.Old));
        Assert.EndsWith(wanted, correction.New, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_hour_leaves_the_day() =>
        Assert.Contains(Of("Monday at 3, actually make it 4", SlotType.Time).Candidates, candidate => candidate.Value is AnswerValue.Time { From.DayOfWeek: DayOfWeek.Monday });

    [Theory]
    [InlineData(SlotType.Money, "we're under NDA, so no")]
    [InlineData(SlotType.Company, "this is strictly confidential")]
    [InlineData(SlotType.Person, "I want to remain anonymous")]
    [InlineData(SlotType.Email, "we don't want to leave our email")]
    [InlineData(SlotType.Timeframe, "I'd rather not commit to one")]
    [InlineData(SlotType.Headcount, "must I answer that?")]
    public void An_answer_withheld_is_declined(SlotType slot, string text) => Assert.Contains(Act.DeclineToAnswer, Of(text, slot).Acts);

    [Theory]
    [InlineData("nobody can pass the internal audit", SlotType.Need)]
    [InlineData("our internal reports come too late", SlotType.Need)]
    public void What_a_need_tells_is_not_withheld(string text, SlotType slot) => Assert.DoesNotContain(Act.DeclineToAnswer, Of(text, slot).Acts);

    private static MessageReading Of(string text, SlotType slot) => Read.All(text, slot);
}
