using QualifyBot.Bot.Calls;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;

namespace QualifyBot.Tests.Calls;

public sealed class CallTests
{
    public static TheoryData<string> Names => [.. RecordedCalls.All.Select(static call => call.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_call_is_judged_as_a_careful_listener_would(string name)
    {
        var recorded = RecordedCalls.All.First(call => call.Name == name);
        var found = recorded.Read().Verdicts.ToDictionary(static one => one.Criterion, static one => one.Verdict, StringComparer.Ordinal);
        Assert.All(recorded.Expected, expected => Assert.Equal($"{expected.Criterion} {expected.Verdict}", $"{expected.Criterion} {found[expected.Criterion]}"));
    }

    [Fact]
    public void Every_receipt_quotes_a_turn_to_the_letter_and_the_points_sum_to_the_score() => Assert.All(RecordedCalls.All, static recorded =>
    {
        var result = recorded.Read();
        var words = result.Decision.Score.Receipts.SelectMany(static receipt => receipt.Citations).OfType<Citation.Words>().Select(static words => words.Evidence);
        Assert.All(words.Concat(result.Confirmations.Values), evidence =>
            Assert.Equal(evidence.Quote, result.Call.Turns[int.Parse(evidence.MessageId, null)].Text.Substring(evidence.Start, evidence.Length)));
        Assert.Equal(result.Decision.Score.Total, result.Decision.Score.Receipts.Sum(static receipt => receipt.Points));
    });

    [Fact]
    public void What_the_seller_says_counts_only_beside_words_of_the_lead_that_confirm_it() => Assert.All(RecordedCalls.All, static recorded =>
    {
        var result = recorded.Read();
        foreach (var answer in result.Lead.Answers.Where(answer => SpeakerOf(result, answer.Evidence) == Speaker.Agent))
        {
            Assert.Equal(Speaker.Lead, SpeakerOf(result, result.Confirmations[answer.Slot]));
        }
    });

    [Fact]
    public void A_seller_who_talks_alone_tells_nothing_of_the_lead() => Assert.All(RecordedCalls.All, static recorded =>
    {
        var alone = recorded.Call with { Turns = [.. recorded.Call.Turns.Where(static turn => turn.Speaker == Speaker.Agent).Select(static (turn, index) => turn with { Index = index })] };
        var result = CallReader.Read(alone, recorded.Playbook, RecordedCalls.Today);
        Assert.Empty(result.Lead.Answers);
        Assert.All(result.Verdicts, static one => Assert.Equal(Verdict.Unknown, one.Verdict));
    });

    [Fact]
    public void A_confirmed_figure_is_cited_with_the_words_of_both()
    {
        var result = Read("A: So you have about 50k set aside for this?", "L: Yes, exactly.");
        var answer = result.Lead.Find("budget")!;
        Assert.Equal(("0", "about 50k", "confirmed"), (answer.Evidence.MessageId, answer.Evidence.Quote, answer.Evidence.Reader));
        Assert.Equal(("1", "Yes, exactly."), (result.Confirmations["budget"].MessageId, result.Confirmations["budget"].Quote));
    }

    [Theory]
    [InlineData("No, more like 20.", 20_000)]
    [InlineData("Not quite, it's 45,000.", 45_000)]
    [InlineData("Yes, or maybe a bit more, say 60k.", 60_000)]
    [InlineData("Yes.", 50_000)]
    public void The_lead_s_own_figure_comes_before_the_seller_s(string reply, int amount) =>
        Assert.Equal(amount, (Read("A: So your budget is 50k?", $"L: {reply}").Lead.Find("budget")?.Value as AnswerValue.Money)?.Min);

    [Fact]
    public void A_later_answer_takes_the_place_of_an_earlier_one()
    {
        var result = Read("A: What's your budget?", "L: 20k.", "A: And when would you start?", "L: In January. Oh, and I just checked, the budget was raised to 35k.");
        Assert.Equal(35_000, Assert.IsType<AnswerValue.Money>(result.Lead.Find("budget")!.Value).Min);
    }

    [Fact]
    public void The_day_of_the_call_is_the_day_from_which_it_counts()
    {
        var call = RecordedCalls.Of("A: When do you want to start?", "L: Next month.");
        var dated = call with { Turns = [.. call.Turns.Select(static turn => turn with { Time = "2025-05-02T10:00:00Z" })] };
        var result = CallReader.Read(dated, Shipped.Bant, RecordedCalls.Today);
        Assert.Equal(new DateOnly(2025, 5, 2), result.Today);
        Assert.Equal(new DateOnly(2025, 6, 1), Assert.IsType<AnswerValue.Timeframe>(result.Lead.Find("timeline")!.Value).From);
    }

    [Fact]
    public void The_same_call_gives_the_same_line() => Assert.All(RecordedCalls.All.Take(20), static recorded =>
        Assert.Equal(CallReply.Write(recorded.Read()), CallReply.Write(recorded.Read())));

    private static CallResult Read(params string[] turns) => CallReader.Read(RecordedCalls.Of(turns), Shipped.Bant, RecordedCalls.Today);

    private static Speaker SpeakerOf(CallResult result, Evidence evidence) => result.Call.Turns[int.Parse(evidence.MessageId, null)].Speaker;
}
