using QualifyBot.Bot.Calibration;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Scoring;

namespace QualifyBot.Tests.Calibration;

public sealed class CalibratorTests
{
    private static readonly (string Rule, int Points, double Truth)[] Known = [("a", 20, 1.0), ("b", 20, 2.0), ("c", 20, -1.0), ("d", -10, -0.5), ("e", 20, 0)];

    private static readonly Playbook Five = Playbook.From(Drafts.Plain with
    {
        Slots = [.. Drafts.Plain.Slots, .. Known.Select(static known => new Slot($"slot_{known.Rule}", SlotType.YesNo, Drafts.Plain.Criteria[0].Id))],
        Rules = [.. Known.Select(static known => new ScoreRule(known.Rule, Axis.Intent, null, known.Points, new Condition.YesNoIs($"slot_{known.Rule}", [YesNoClass.Yes])))],
        Caps = [],
    });

    [Fact]
    public void Weights_that_made_the_leads_are_found_within_their_intervals()
    {
        var result = Calibrator.Compare(Leads(8000));
        Assert.Empty(result.Warnings);
        foreach (var (rule, _, truth) in Known)
        {
            var found = result.Rules.First(estimate => estimate.Rule == rule).Coefficient!;
            Assert.InRange(truth, found.Middle - (1.5 * (found.Middle - found.Low)), found.Middle + (1.5 * (found.High - found.Middle)));
        }

        Assert.Equal(
            ["a AsExpected", "b TooLow", "c WrongSign", "d AsExpected", "e TooHigh"],
            result.Rules.Select(static rule => $"{rule.Rule} {rule.Verdict}"));
        Assert.Equal(Known.Sum(static known => Math.Abs(known.Points)), result.Rules.Sum(static rule => Math.Abs(rule.Suggested!.Middle)), 1e-6);
        Assert.InRange(result.Reliability.Auc, 0.5, 1);
        Assert.Equal(8000, result.Reliability.Bins.Sum(static bin => bin.Leads));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(99)]
    public void Too_little_data_is_said_first_and_no_points_are_suggested(int leads)
    {
        var result = Calibrator.Compare(Leads(leads));
        Assert.NotEmpty(result.Warnings);
        Assert.All(result.Rules, static rule => Assert.Null(rule.Suggested));
        Assert.Contains("Too little data", CalibrationTable.Of(result).Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_tell_nothing_by_themselves_are_left_out_and_it_is_said_why()
    {
        var sample = new Sample(Five);
        for (var index = 0; index < 400; index++)
        {
            var first = index % 2 == 0;
            sample.Add(ScoreOf(("a", true), ("b", first), ("c", first), ("d", !first)), index % 3 == 0);
        }

        var notes = Calibrator.Compare(sample).Rules.Select(static rule => rule.Note);
        Assert.Equal(["counted on every lead alike", null, "counted on the same leads as b", "counted exactly where b did not", "counted on no lead"], notes);
    }

    [Fact]
    public void One_result_alone_cannot_be_compared()
    {
        var sample = new Sample(Five);
        sample.Add(ScoreOf(("a", true)), won: true);
        Assert.Throws<ArgumentException>(() => Calibrator.Compare(sample));
    }

    [Fact]
    public void The_same_leads_give_the_same_report_and_the_page_escapes_its_texts()
    {
        var hostile = Playbook.From(Drafts.Plain with { Name = "<script>alert(1)</script>" });
        var sample = new Sample(hostile);
        sample.Add(Scorer.Score(Lead.Empty, hostile, Scoring.Leads.Today), won: true);
        sample.Add(Scorer.Score(Lead.Empty, hostile, Scoring.Leads.Today), won: false);
        Assert.DoesNotContain("<script", CalibrationPage.Of(Calibrator.Compare(sample)), StringComparison.Ordinal);
        Assert.Equal(CalibrationPage.Of(Calibrator.Compare(Leads(300))), CalibrationPage.Of(Calibrator.Compare(Leads(300))));
    }

    private static Sample Leads(int count)
    {
        var (random, sample) = (new Random(20261122), new Sample(Five));
        for (var index = 0; index < count; index++)
        {
            var answers = Known.Select(known => (known.Rule, Yes: random.Next(2) == 0)).ToArray();
            var odds = -0.7 + Known.Zip(answers, static (known, answer) => answer.Yes ? known.Truth : 0).Sum();
            sample.Add(ScoreOf(answers), random.NextDouble() < 1 / (1 + Math.Exp(-odds)));
        }

        return sample;
    }

    private static Score ScoreOf(params (string Rule, bool Yes)[] answers) => Scorer.Score(
        answers.Aggregate(Lead.Empty, static (lead, answer) => lead.With(Scoring.Leads.AnswerFor($"slot_{answer.Rule}", new AnswerValue.YesNo(answer.Yes ? YesNoClass.Yes : YesNoClass.No)))),
        Five,
        Scoring.Leads.Today);
}
