using QualifyBot.Qualification.Accounts;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Scoring;

namespace QualifyBot.Tests.Accounts;

public sealed class AccountTests
{
    private const string Domain = "acme.example";
    private static readonly DateTimeOffset Now = new(Leads.Today.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
    private static readonly Playbook Warm = Drafts.With(new ScoreRule("need", Axis.Intent, null, 15, new Condition.NeedPresent("need", true)), new ScoreRule("size", Axis.Fit, null, 20, new Condition.CountWithin("headcount", 100, null)));
    private static readonly AnswerValue Need = new AnswerValue.Need(true, null, "slow");

    [Fact]
    public void The_order_of_the_leads_leaves_no_trace_and_points_stay_in_bounds() => Any.Check(300, any =>
    {
        var (playbook, today) = (any.Playbook(), Leads.Today);
        var leads = Some(any, playbook);
        var (account, shuffled) = (Account.Of(Domain, leads, today), Account.Of(Domain, any.Shuffled(leads), today));
        Assert.Equal(account.Committee.Select(member => member.ToString()), shuffled.Committee.Select(member => member.ToString()));
        Assert.Equal((account.Score, account.Fit, account.Qualified?.ToString()), (shuffled.Score, shuffled.Fit, shuffled.Qualified?.ToString()));
        Assert.InRange(account.Fit, 0, Account.MostPoints);
        Assert.InRange(account.Intent, 0, Account.MostPoints);
    });

    [Fact]
    public void One_more_lead_never_lowers_the_account() => Any.Check(300, any =>
    {
        var (playbook, today) = (any.Playbook(), Leads.Today);
        var leads = Some(any, playbook);
        var (less, more) = (Account.Of(Domain, leads[1..], today), Account.Of(Domain, leads, today));
        Assert.True(more.Fit >= less.Fit && more.Intent >= less.Intent);
        Assert.True(less.Qualified is null || more.Qualified is { } qualified && qualified.Since <= less.Qualified.Since);
    });

    [Fact]
    public void Roles_cite_what_the_lead_knows_and_fall_with_it() => Any.Check(500, any =>
    {
        var playbook = any.Playbook();
        var lead = any.Lead(playbook);
        if (BuyingRoles.Of(lead, playbook, Leads.Today) is not { } finding)
        {
            return;
        }

        var slot = finding.Citation switch { Citation.Words words => words.Slot, Citation.Told told => told.Slot, _ => "" };
        var without = lead.Without(slot) with { Signals = lead.Signals.RemoveAll(signal => signal.Slot == slot) };
        Assert.NotEqual(finding.ToString(), BuyingRoles.Of(without, playbook, Leads.Today)?.ToString());
    });

    [Theory]
    [InlineData(AuthorityClass.Sole, null, true, BuyingRole.Decider)]
    [InlineData(AuthorityClass.Joint, TitleLevel.Other, true, BuyingRole.Decider)]
    [InlineData(AuthorityClass.NeedsApproval, null, true, BuyingRole.Champion)]
    [InlineData(AuthorityClass.Influencer, TitleLevel.CSuite, true, BuyingRole.Influencer)]
    [InlineData(AuthorityClass.None, TitleLevel.Vp, true, BuyingRole.User)]
    [InlineData(AuthorityClass.Sole, null, false, BuyingRole.Blocker)]
    [InlineData(AuthorityClass.None, null, false, BuyingRole.User)]
    [InlineData(AuthorityClass.Unclear, TitleLevel.Vp, true, BuyingRole.Decider)]
    [InlineData(null, TitleLevel.CSuite, true, BuyingRole.Decider)]
    [InlineData(null, TitleLevel.Director, true, BuyingRole.Influencer)]
    [InlineData(null, TitleLevel.Manager, true, BuyingRole.Influencer)]
    [InlineData(null, TitleLevel.Other, true, BuyingRole.User)]
    [InlineData(null, null, true, null)]
    public void Words_about_ones_part_go_before_titles(AuthorityClass? authority, TitleLevel? title, bool need, BuyingRole? role)
    {
        var lead = Lead.Empty.With(Said("need", new AnswerValue.Need(need, null, "slow")));
        lead = authority is { } part ? lead.With(Said("authority", new AnswerValue.Authority(part, []))) : lead;
        lead = title is { } level ? lead.With(Said("title", new AnswerValue.Title("boss", level))) : lead;
        Assert.Equal(role, BuyingRoles.Of(lead, Warm, Leads.Today)?.Role);
    }

    [Fact]
    public void Who_has_a_pressing_need_is_a_champion_unless_they_decide()
    {
        var lead = Lead.Empty.With(Said("need", Need)).With(Said("priority", new AnswerValue.Text("high"))).With(Said("title", new AnswerValue.Title("nurse", TitleLevel.Other)));
        var finding = BuyingRoles.Of(lead, Warm, Leads.Today);
        Assert.Equal(BuyingRole.Champion, finding?.Role);
        Assert.Equal("priority", Assert.IsType<Citation.Words>(finding!.Citation).Slot);
        Assert.Equal(BuyingRole.Decider, BuyingRoles.Of(lead.With(Said("authority", new AnswerValue.Authority(AuthorityClass.Sole, []))), Warm, Leads.Today)?.Role);
    }

    [Theory]
    [InlineData("it", BuyingRole.Influencer)]
    [InlineData("legal", BuyingRole.Influencer)]
    [InlineData("finance", BuyingRole.Influencer)]
    [InlineData("sales", BuyingRole.User)]
    [InlineData(null, BuyingRole.User)]
    public void Who_keeps_a_gate_is_heard_whatever_the_level(string? department, BuyingRole role) =>
        Assert.Equal(role, BuyingRoles.Of(Lead.Empty.With(Said("title", new AnswerValue.Title("clerk", TitleLevel.Other, null, department))), Warm, Leads.Today)?.Role);

    [Theory]
    [InlineData("champion", YesNoClass.Yes, true, BuyingRole.Champion)]
    [InlineData("prioritization", YesNoClass.Yes, true, BuyingRole.Champion)]
    [InlineData("champion", YesNoClass.Unsure, true, null)]
    [InlineData("champion", YesNoClass.Yes, false, null)]
    [InlineData("interest", YesNoClass.Yes, true, null)]
    public void A_yes_to_the_question_for_a_champion_or_the_priority_makes_one(string criterion, YesNoClass answer, bool needs, BuyingRole? role)
    {
        var slot = new Slot("asked", SlotType.YesNo, criterion);
        var playbook = Playbook.From(Drafts.Plain with { Criteria = [.. Drafts.Plain.Criteria, new Criterion(criterion, criterion)], Slots = [.. Drafts.Plain.Slots, slot], Questions = [.. Drafts.Plain.Questions, new Question("asked", slot, null, [])] });
        var lead = Lead.Empty.With(Said("asked", new AnswerValue.YesNo(answer)));
        lead = needs ? lead.With(Said("need", Need)) : lead;
        Assert.Equal(role, BuyingRoles.Of(lead, playbook, Leads.Today)?.Role);
    }

    [Theory]
    [InlineData("top", BuyingRole.Champion)]
    [InlineData("high", BuyingRole.Champion)]
    [InlineData("medium", null)]
    public void A_pressing_priority_makes_a_champion(string priority, BuyingRole? role) =>
        Assert.Equal(role, BuyingRoles.Of(Lead.Empty.With(Said("need", Need)).With(Said("priority", new AnswerValue.Text(priority))), Warm, Leads.Today)?.Role);

    [Fact]
    public void Points_are_capped_and_never_below_nothing()
    {
        var rich = Drafts.With(new ScoreRule("need", Axis.Intent, null, 150, new Condition.NeedPresent("need", true)), new ScoreRule("size", Axis.Fit, null, 900, new Condition.CountWithin("headcount", 100, null)),
            new ScoreRule("poor", Axis.Fit, null, -50, new Condition.CountWithin("headcount", null, 100)), new ScoreRule("none", Axis.Intent, null, -50, new Condition.NeedPresent("need", false)));
        AccountLead Of(string id, bool need, long people) => new(id, Lead.Empty.With(Said("need", new AnswerValue.Need(need, null, "x"))).With(Said("headcount", new AnswerValue.Headcount(people, people))), rich, false);
        var (poor, full) = (Account.Of(Domain, [Of("a", false, 5)], Leads.Today), Account.Of(Domain, [Of("a", true, 500), Of("b", true, 5), Of("c", false, 5)], Leads.Today));
        Assert.Equal((0, 0, 0), (poor.Fit, poor.Intent, poor.Score));
        Assert.Equal((Account.MostPoints, Account.MostPoints, 2 * Account.MostPoints), (full.Fit, full.Intent, full.Score));
        Assert.Equal(["a", "b", "c"], full.Committee.Select(member => member.LeadId));
        Assert.Equal(0, Account.Of(Domain, [], Leads.Today).Score);
    }

    [Fact]
    public void The_last_interest_is_the_newest_answer_or_signal_that_has_come()
    {
        var lead = Person("a", AuthorityClass.Sole, 9, interested: true);
        Assert.Equal(Leads.Today.AddDays(-9), Member(lead).LastInterest);
        Assert.Equal(Leads.Today.AddDays(-2), Member(lead with { Known = lead.Known.With(new Signal("s", "demo", Leads.Today.AddDays(-2), "web")) }).LastInterest);
        Assert.Equal(Leads.Today.AddDays(-9), Member(lead with { Known = lead.Known.With(new Signal("s", "demo", Leads.Today.AddDays(1), "web")) }).LastInterest);
        Assert.Equal(Leads.Today, Member(lead with { Known = lead.Known.With(Said("text", new AnswerValue.Text("x"), -1)) }).LastInterest);
        Assert.Null(Member(lead with { Known = Lead.Empty }).LastInterest);
        Assert.Equal(("a", true, true, Grade.C2), (Member(lead).Person, Member(lead).Counts, Member(lead).IsInterested, Member(lead).Grade));
    }

    [Theory]
    [InlineData(AuthorityClass.Influencer, 0, true, false, true)]
    [InlineData(AuthorityClass.Influencer, 30, true, false, true)]
    [InlineData(AuthorityClass.Influencer, 31, true, false, false)]
    [InlineData(AuthorityClass.Joint, 0, true, false, false)]
    [InlineData(AuthorityClass.Influencer, 0, false, false, false)]
    [InlineData(AuthorityClass.Influencer, 0, true, true, false)]
    public void Two_roles_with_interest_at_one_time_make_the_account_marketing_qualified(AuthorityClass other, int daysApart, bool interested, bool disqualified, bool qualified)
    {
        var decider = Person("b", AuthorityClass.Sole, 0, interested: true);
        var second = Person("a", other, daysApart, interested) with { Disqualified = disqualified };
        var account = Account.Of(Domain, [decider, second], Leads.Today);
        Assert.Equal(qualified, account.Qualified is not null);
        Assert.Equal(disqualified || !interested ? 15 : 30, account.Intent);
        if (qualified)
        {
            Assert.Equal(Leads.Today, account.Qualified!.Since);
            Assert.Equal("a", account.Qualified.First.LeadId);
        }
    }

    [Fact]
    public void Two_talks_of_one_person_are_no_committee()
    {
        var email = Said("email", new AnswerValue.Text("Anna@acme.example"));
        var (one, other) = (Person("a", AuthorityClass.Sole, 0, true), Person("b", AuthorityClass.Influencer, 0, true));
        var account = Account.Of(Domain, [one with { Known = one.Known.With(email) }, other with { Known = other.Known.With(email with { Value = new AnswerValue.Text("anna@ACME.example") }) }], Leads.Today);
        Assert.Null(account.Qualified);
        Assert.Equal(15, account.Intent);
    }

    private static CommitteeMember Member(AccountLead lead) => Assert.Single(Account.Of(Domain, [lead], Leads.Today).Committee);

    private static AccountLead Person(string id, AuthorityClass authority, int daysAgo, bool interested)
    {
        var lead = Lead.Empty.With(Said("authority", new AnswerValue.Authority(authority, []), daysAgo));
        return new AccountLead(id, interested ? lead.With(Said("need", Need, daysAgo)) : lead, Warm, Disqualified: false);
    }

    private static AccountLead[] Some(Any any, Playbook playbook) =>
        [.. Enumerable.Range(0, any.One(1, 2, 3, 6)).Select(index => new AccountLead($"l{index}", any.Lead(playbook), playbook, any.Chance(15)))];

    private static Answer Said(string slot, AnswerValue value, int daysAgo = 0) => new(slot, value, new Evidence("m1", 0, 1, "x", "test"), Now.AddDays(-daysAgo));
}
