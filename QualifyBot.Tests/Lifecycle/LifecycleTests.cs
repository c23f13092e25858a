using System.Collections.Immutable;
using QualifyBot.Qualification.Lifecycle;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Scoring;
using Outcome = QualifyBot.Qualification.Playbooks.Outcome;

namespace QualifyBot.Tests.Lifecycle;

public sealed class LifecycleTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Circumstances Warm = new() { Scored = Stage.Mql, Points = [new("need", 30, []), new("pricing", 20, ["s1", "s2"])], DecisionHash = "abc" };

    [Fact]
    public void Events_come_with_changes_alone_replay_to_the_stage_and_come_once() => Any.Check(300, any =>
    {
        var (state, before) = (LeadLifecycle.Start, Circumstances.None);
        for (var step = 0; step < 70; step++)
        {
            var (now, happening) = (Of(any), HappeningOf(any));
            var next = state.Advance(before, now, happening, Start.AddHours(step));
            Assert.Equal(now.Stage, next.Stage);
            Assert.Equal(state.Changes + (now.Stage == state.Stage ? 0 : 1), next.Changes);
            Assert.Same(next, next.Advance(now, now, happening, Start.AddHours(step)));
            (state, before) = (next, now);
        }

        Assert.Equal(Math.Min(LeadLifecycle.Kept, state.Changes), state.Events.Length);
        Assert.Equal(state.Changes == 0 ? null : state.Events[^1].At, state.Since);
        Assert.All(state.Events, change => Assert.NotEqual(change.From, change.To));
        Assert.All(state.Events.Skip(1).Zip(state.Events), pair => Assert.Equal(pair.Second.To, pair.First.From));
        Assert.Equal(state.Stage, LeadLifecycle.Replay(state.Events.IsEmpty ? LeadStage.Unqualified : state.Events[0].From, state.Events));
        Assert.All(state.Events, change => Assert.NotEmpty(change.Cause.Id));
    });

    [Theory]
    [InlineData(Stage.Unqualified, LeadStage.Unqualified)]
    [InlineData(Stage.Iql, LeadStage.InformationQualified)]
    [InlineData(Stage.Mql, LeadStage.MarketingQualified)]
    [InlineData(Stage.Pql, LeadStage.ProductQualified)]
    [InlineData(Stage.Sql, LeadStage.SalesQualified)]
    [InlineData(Stage.Disqualified, LeadStage.Disqualified)]
    public void Without_deeds_the_points_give_the_stage(Stage scored, LeadStage stage) => Assert.Equal(stage, new Circumstances { Scored = scored }.Stage);

    [Fact]
    public void What_people_did_goes_before_what_the_points_say()
    {
        var lead = Warm with { Outcome = Outcome.Nurture, Reason = "not_yet" };
        Assert.Equal(LeadStage.MarketingQualified, lead.Stage);
        Assert.Equal(LeadStage.Nurturing, (lead with { Agreed = true }).Stage);
        Assert.Equal(LeadStage.MarketingQualified, (lead with { Agreed = true, Outcome = Outcome.BookDemo }).Stage);
        Assert.Equal(LeadStage.Opportunity, (lead with { Agreed = true, Demo = true }).Stage);
        Assert.Equal(LeadStage.Disqualified, (lead with { Demo = true, Outcome = Outcome.Disqualify }).Stage);
        Assert.Equal(LeadStage.Opportunity, (lead with { Deal = DealStatus.Open, Outcome = Outcome.Disqualify }).Stage);
        Assert.Equal(LeadStage.Opportunity, (lead with { Deal = DealStatus.Won }).Stage);
        Assert.Equal(LeadStage.Nurturing, (lead with { Deal = DealStatus.Lost, Demo = true }).Stage);
        Assert.Equal(LeadStage.MarketingQualified, (lead with { Deal = DealStatus.Lost, Demo = true, Reopened = true }).Stage);
    }

    [Fact]
    public void A_rule_is_named_where_the_talk_moved_the_points() =>
        AssertCause(new Cause(CauseKind.Rule, "need"), Circumstances.None, Warm, new Happening.Talked());

    [Fact]
    public void A_signal_is_named_with_the_rule_through_which_it_worked()
    {
        var before = Warm with { Scored = Stage.Iql, Points = [new("need", 30, [])] };
        AssertCause(new Cause(CauseKind.Signal, "s2", "pricing"), before, Warm, new Happening.Signalled(["s0", "s2"]));
        AssertCause(new Cause(CauseKind.Signal, "s0", "pricing"), before, Warm, new Happening.Signalled(["s0"]));
    }

    [Fact]
    public void Days_are_named_with_the_rule_that_faded_most()
    {
        var after = Warm with { Scored = Stage.Iql, Points = [new("need", 30, [])] };
        AssertCause(new Cause(CauseKind.Time, "2026-03-05", "pricing"), Warm, after, new Happening.DaysPassed(new DateOnly(2026, 3, 5)));
        AssertCause(new Cause(CauseKind.Playbook, "f00", "pricing"), Warm, after, new Happening.RulebookChanged("f00"));
    }

    [Fact]
    public void A_disqualifier_is_named_and_the_route_that_takes_it_back()
    {
        var spoilt = Warm with { Outcome = Outcome.Disqualify, Reason = "too_small" };
        var mended = Warm with { Outcome = Outcome.Nurture, Reason = "not_yet" };
        AssertCause(new Cause(CauseKind.Disqualifier, "too_small"), Warm, spoilt, new Happening.Talked());
        AssertCause(new Cause(CauseKind.Signal, "s9", "too_small"), Warm, spoilt, new Happening.Signalled(["s9"]));
        AssertCause(new Cause(CauseKind.Route, "not_yet"), spoilt, mended, new Happening.Talked());
        AssertCause(new Cause(CauseKind.Signal, "s9", "too_small"), Warm, spoilt with { Points = [new("need", 90, [])] }, new Happening.Signalled(["s9"]));
        AssertCause(new Cause(CauseKind.Signal, "s9", "not_yet"), spoilt, mended with { Points = [new("need", 90, [])] }, new Happening.Signalled(["s9"]));
    }

    [Fact]
    public void Deeds_are_named_whatever_moved_with_them()
    {
        AssertCause(new Cause(CauseKind.Outcome, "demo_booked"), Circumstances.None, Warm with { Demo = true }, new Happening.Talked());
        AssertCause(new Cause(CauseKind.Outcome, "demo_called_off"), Warm with { Demo = true }, Warm, new Happening.Talked());
        AssertCause(new Cause(CauseKind.Outcome, "follow_up_agreed"), Warm, Warm with { Agreed = true, Outcome = Outcome.Nurture }, new Happening.Talked());
        AssertCause(new Cause(CauseKind.Outcome, "deal_open"), Warm, Warm with { Deal = DealStatus.Open }, new Happening.ResultTold());
        AssertCause(new Cause(CauseKind.Outcome, "deal_lost"), Warm with { Deal = DealStatus.Open }, Warm with { Deal = DealStatus.Lost }, new Happening.ResultTold());
        AssertCause(new Cause(CauseKind.Outcome, "deal_won"), Warm, Warm with { Deal = DealStatus.Won }, new Happening.ResultTold());
        AssertCause(new Cause(CauseKind.StartedOver, "restart"), Warm, Circumstances.None, new Happening.StartedOver());
    }

    [Fact]
    public void Of_rules_that_moved_alike_the_first_is_named_and_without_any_the_reason()
    {
        var before = Warm with { Scored = Stage.Iql, Reason = "way", Points = [new("a", 10, []), new("b", 5, []), new("c", 5, []), new("d", 9, [])] };
        AssertCause(new Cause(CauseKind.Rule, "b"), before, before with { Scored = Stage.Mql, Points = [new("a", 10, []), new("b", 15, []), new("c", 15, []), new("d", 1, [])] }, new Happening.Talked());
        AssertCause(new Cause(CauseKind.Rule, "d"), before, before with { Scored = Stage.Unqualified, Points = [new("a", 10, []), new("b", 6, []), new("c", 4, []), new("d", 1, [])] }, new Happening.Talked());
        AssertCause(new Cause(CauseKind.Rule, "way"), before, before with { Scored = Stage.Mql }, new Happening.Talked());
        AssertCause(new Cause(CauseKind.Rule, "b"), before, before with { Scored = Stage.Mql, Points = [new("a", 5, []), new("b", 10, []), new("c", 5, []), new("d", 9, [])] }, new Happening.Talked());
        AssertCause(new Cause(CauseKind.Signal, "s1", "way"), before, before with { Scored = Stage.Mql }, new Happening.Signalled(["s1", "s2"]));
        AssertCause(new Cause(CauseKind.Rule, "score"), before with { Reason = null }, before with { Reason = null, Scored = Stage.Mql }, new Happening.Talked());
        AssertCause(new Cause(CauseKind.Signal, "s1", "product_qualified"), before, before with { Scored = Stage.Pql }, new Happening.Signalled(["s1", "s2"]));
        AssertCause(new Cause(CauseKind.Signal, "s1", "b"), before with { Scored = Stage.Pql }, before with { Scored = Stage.Sql, Points = [new("a", 10, []), new("b", 25, [])] }, new Happening.Signalled(["s1", "s2"]));
        AssertCause(new Cause(CauseKind.Rule, "b"), before, before with { Scored = Stage.Mql, Points = [new("a", 10, []), new("b", 25, ["s1"])] }, new Happening.ResultTold());
    }

    private static void AssertCause(Cause cause, Circumstances before, Circumstances after, Happening happening)
    {
        var state = LeadLifecycle.Start with { Stage = before.Stage };
        var change = Assert.Single(state.Advance(before, after, happening, Start).Events);
        Assert.Equal(new StageEvent(before.Stage, after.Stage, Start, cause, after.DecisionHash), change);
    }

    private static Circumstances Of(Any any) => new()
    {
        Scored = any.OneOf<Stage>(),
        Points = [.. Enumerable.Range(0, 3).Where(_ => any.Chance(60)).Select(index => new RulePoints($"rule{index}", any.One(-5, 0, 10, 20), any.Chance(50) ? [] : ["s1", "s2"]))],
        Outcome = any.Chance(30) ? null : any.OneOf<Outcome>(),
        Reason = any.One<string?>(null, "way0", "spoilt"),
        DecisionHash = any.One<string?>(null, "abc"),
        Agreed = any.Chance(40),
        Demo = any.Chance(30),
        Deal = any.Chance(60) ? null : any.OneOf<DealStatus>(),
        Reopened = any.Chance(30),
    };

    private static Happening HappeningOf(Any any) => any.One<Happening>(
        new Happening.Talked(), new Happening.StartedOver(), new Happening.Signalled(["s2"]), new Happening.ResultTold(),
        new Happening.DaysPassed(Leads.Today), new Happening.RulebookChanged("f00"));
}
