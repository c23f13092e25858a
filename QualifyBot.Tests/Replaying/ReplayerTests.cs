using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Replaying;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Scoring;
using static QualifyBot.Tests.Scoring.Leads;
using Any = QualifyBot.Tests.Scoring.Any;
using Outcome = QualifyBot.Qualification.Playbooks.Outcome;

namespace QualifyBot.Tests.Replaying;

/// <summary>Leads under a changed rulebook.</summary>
public sealed class ReplayerTests
{
    private static readonly ScoreRule Rich = new("rich", Axis.Intent, null, 20, new Condition.MoneyWithin("money", 20_000, null));
    private static readonly ScoreRule Big = new("big", Axis.Fit, null, 10, new Condition.CountWithin("headcount", 100, null));
    private static readonly RouteRule Ready = new("ready", Outcome.BookDemo, new Condition.StageIs([Stage.Sql]));
    private static readonly RouteRule Rest = new("rest", Outcome.Nurture, null);

    // Its only question is answered, so that every talk is decided.
    private static readonly PlaybookDraft Old = Drafts.Plain with { Slots = [.. Drafts.Plain.Slots.Where(slot => slot.Id is "money" or "headcount")], Questions = [.. Drafts.Plain.Questions.Where(question => question.Id == "money")], Needs = [], Rules = [Rich, Big], Routes = [Ready, Rest] };
    private static readonly Lead Buyer = Of(("money", Money(50_000)), ("headcount", People(500)));

    [Fact]
    public void The_same_rulebook_flips_nobody_and_moves_no_point() => Any.Check(1_000, any =>
    {
        var playbook = any.Playbook();
        var played = PlayOne(any.Lead(playbook), playbook, playbook);
        Assert.False(played.IsFlip);
        Assert.Empty(played.Moved);
        Assert.Empty(RulebookChanges.Between(playbook, playbook));
    });

    [Theory]
    [MemberData(nameof(Shipped.Ids), MemberType = typeof(Shipped))]
    public void A_shipped_playbook_read_twice_differs_in_nothing_and_flips_nobody(string id)
    {
        var (one, other) = (Shipped.Catalog.Playbooks[id], QualifyBot.Bot.Playbooks.PlaybookLoader.Parse("again", Shipped.Catalog.Sources[Shipped.Catalog.Playbooks[id].Hash]).Playbook!);
        Assert.Empty(RulebookChanges.Between(one, other));
        var replayer = new Replayer(one, other);
        Any.Check(100, any =>
        {
            var lead = any.Lead(one);
            var played = replayer.Play(new ReplayCase("lead", lead, lead, Today));
            Assert.False(played.IsFlip);
            Assert.Empty(played.Moved);
        });
    }

    [Fact]
    public void The_rule_that_was_changed_is_named_and_the_points_that_it_moved()
    {
        var played = Play(Old with { Rules = [Rich with { Points = 12 }, Big] });
        Assert.Equal((Outcome.BookDemo, Outcome.Nurture), (played.Before.Outcome, played.After.Outcome));
        Assert.Equal([new MovedPoints("rich", 20, 12)], played.Moved.AsEnumerable());
        Assert.True(played.IsEachEnough);
        Assert.Equal(("rule rich", "+20 intent where money of at least 20,000 USD a year -> +12 intent where money of at least 20,000 USD a year"), Cause(played));
    }

    [Fact]
    public void Each_change_that_would_have_been_enough_alone_is_named()
    {
        var played = Play(Old with { Rules = [Rich, Big with { Points = 1 }], Stages = new StageThresholds(10, 20, 50) });
        Assert.True(played.IsEachEnough);
        Assert.Equal(["rule big", "threshold sql"], played.Causes.Select(cause => cause.Name));
    }

    [Fact]
    public void Changes_that_flip_only_together_are_named_together_and_none_too_many()
    {
        // 30 points are needed and there. Neither 5 points less nor 34 needed is alone what flips it once 5 points came from elsewhere.
        var both = new Condition.All([Rich.When, Big.When]);
        var (need, extra) = (new StageThresholds(10, 20, 34), new ScoreRule("extra", Axis.Fit, null, 5, both));
        var old = Old with { Rules = [Rich, Big, extra] };
        var played = PlayOne(Buyer, Playbook.From(old), Playbook.From(old with { Rules = [Rich with { Points = 18 }, Big, extra, Rich with { Id = "none", Points = 1, When = new Condition.MoneyWithin("money", null, 10) }], Stages = need }));
        Assert.True(played.IsFlip);
        Assert.False(played.IsEachEnough);
        Assert.Equal(["rule rich", "threshold sql"], played.Causes.Select(cause => cause.Name));
    }

    [Theory]
    [InlineData("route")]
    [InlineData("order")]
    [InlineData("disqualifier")]
    [InlineData("cap")]
    public void Whatever_part_was_changed_is_named(string part)
    {
        var early = new RouteRule("early", Outcome.HandOff, new Condition.MoneyWithin("money", 40_000, null));
        var (old, fresh, name) = part switch
        {
            "route" => (Old, Old with { Routes = [early, Ready, Rest] }, "route early"),
            "order" => (Old with { Routes = [Ready, early, Rest] }, Old with { Routes = [early, Ready, Rest] }, "order of routes"),
            "disqualifier" => (Old, Old with { Disqualifiers = [new Disqualifier("huge", Big.When)] }, "disqualifier huge"),
            _ => (Old with { Rules = [Rich with { Group = "g" }, Big with { Axis = Axis.Intent, Group = "g" }], Caps = [new GroupCap("g", 30)] }, Old with { Rules = [Rich with { Group = "g" }, Big with { Axis = Axis.Intent, Group = "g" }], Caps = [new GroupCap("g", 29)] }, "cap g"),
        };
        var played = PlayOne(Buyer, Playbook.From(old), Playbook.From(fresh));
        Assert.True(played.IsFlip);
        Assert.Contains(name, played.Causes.Select(cause => cause.Name));
    }

    [Fact]
    public void A_cause_is_no_guess_whatever_the_two_rulebooks_are() => Any.Check(600, any =>
    {
        var (old, fresh) = (any.Playbook(), any.Playbook());
        var played = PlayOne(any.Lead(old), old, fresh);
        Assert.True(played.Causes.IsEmpty || played.IsFlip);
        Assert.Equal(played.Causes.Length, played.Causes.Select(cause => cause.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Before(played) - After(played), played.Moved.Sum(moved => moved.Before - moved.After));
    });

    [Fact]
    public void A_talk_that_goes_on_under_both_is_no_flip_and_a_decided_lead_is_not_asked_again()
    {
        var asking = Drafts.Plain with { Rules = [Rich, Big, new ScoreRule("sole", Axis.Fit, null, 5, new Condition.AuthorityIs("authority", [AuthorityClass.Sole]))], Routes = [Ready, Rest] };
        var open = PlayOne(Lead.Empty, Playbook.From(asking), Playbook.From(asking with { Version = "2" }));
        Assert.Null(open.Before.Outcome);
        Assert.False(open.IsFlip);
        var decided = PlayOne(Buyer, Playbook.From(Old), Playbook.From(asking with { Stages = new StageThresholds(10, 20, 31) }));
        Assert.Equal(Outcome.Nurture, decided.After.Outcome);
        Assert.NotNull(decided.After.Asks);
    }

    [Fact]
    public void Answers_for_slots_that_are_gone_or_of_another_type_are_left_out()
    {
        var fresh = Playbook.From(Old with { Slots = [.. Old.Slots.Where(slot => slot.Id != "headcount")], Rules = [Rich] });
        Assert.Equal(["money"], Replayer.Kept(Buyer, fresh).Answers.Select(answer => answer.Slot));
        Assert.Equal(20, PlayOne(Buyer, Playbook.From(Old), fresh).After.Decision!.Score.Total);
    }

    private static int Before(Replayed played) => played.Before.Decision!.Score.Total;

    private static int After(Replayed played) => played.After.Decision!.Score.Total;

    private static (string Name, string Words) Cause(Replayed played) => played.Causes is [var cause] ? (cause.Name, cause.Words) : throw new InvalidOperationException($"{played.Causes.Length} causes");

    private static Replayed Play(PlaybookDraft fresh) => PlayOne(Buyer, Playbook.From(Old), Playbook.From(fresh));

    private static Replayed PlayOne(Lead lead, Playbook old, Playbook fresh) => new Replayer(old, fresh).Play(new ReplayCase("lead", lead, lead, Today));
}
