using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Playbooks;

namespace QualifyBot.Tests.Explaining;

/// <summary>Conditions as sellers read them.</summary>
public sealed class ConditionWordsTests
{
    private static readonly Playbook Rules = Playbook.From(Drafts.Plain with { Signals = [new("pricing_page", "Pricing page seen"), new("demo", "Demo requested")] });

    public static TheoryData<Condition, string> Facts => new()
    {
        { new Condition.MoneyWithin("budget", 20_000, null), "budget of at least 20,000 USD a year" },
        { new Condition.MoneyWithin("budget", null, 1_000), "budget under 1,000 USD a year" },
        { new Condition.MoneyWithin("budget", 5_000, 20_000.5m), "budget from 5,000 to under 20,000.5 USD a year" },
        { new Condition.MoneyIs("budget", [MoneyStatus.Declined, MoneyStatus.Vague]), "budget not told or left vague" },
        { new Condition.CountWithin("company_size", 50, 1000), "company size from 50 to under 1,000" },
        { new Condition.StartsWithin("timeline", 92), "start within 92 days" },
        { new Condition.StartsWithin("contract_end", 1), "contract end within 1 day" },
        { new Condition.TimeframeIs("timeline", [TimeframeClass.NoRush]), "start without hurry" },
        { new Condition.TitleAtLeast("title", TitleLevel.Director), "title director or higher" },
        { new Condition.TitleAtLeast("title", TitleLevel.CSuite), "title C-level" },
        { new Condition.AuthorityIs("authority", [AuthorityClass.Sole, AuthorityClass.Joint]), "authority: decides alone or decides with others" },
        { new Condition.NeedPresent("need", true), "need there" },
        { new Condition.NeedPresent("need", false), "no need" },
        { new Condition.NeedIn("need", ["manual_work", "growth", "cost"]), "need of kind manual work, growth or cost" },
        { new Condition.YesNoIs("priority", [YesNoClass.Yes]), "priority yes" },
        { new Condition.HasWord("title", ["student", "pupil"]), "title with the word 'student' or 'pupil'" },
        { new Condition.FreeMail("email", true), "email at a provider of free addresses" },
        { new Condition.Happened(["pricing_page"], 2, 30), "pricing page seen at least 2 times in the last 30 days" },
        { new Condition.Happened(["pricing_page", "demo"], 1, 7), "(pricing page seen or demo requested) in the last 7 days" },
        { new Condition.Happened(["demo"], 1, null), "demo requested" },
        { new Condition.StageIs([Stage.Mql, Stage.Sql]), "stage marketing-qualified or sales-qualified" },
        { new Condition.PointsAtLeast(Axis.Fit, 50), "at least 50 points of fit" },
        { new Condition.PointsAtLeast(null, 80), "at least 80 points" },
    };

    public static TheoryData<Condition, string> Opposites => new()
    {
        { new Condition.MoneyWithin("budget", 5_000, null), "budget under 5,000 USD a year" },
        { new Condition.MoneyWithin("budget", 5_000, 9_000), "budget under 5,000 USD a year or at least 9,000 USD a year" },
        { new Condition.StartsWithin("timeline", 92), "start later than in 92 days" },
        { new Condition.TitleAtLeast("title", TitleLevel.Director), "title below director" },
        { new Condition.YesNoIs("priority", [YesNoClass.Yes]), "priority other than: yes" },
        { new Condition.Answered("email", true), "email not answered" },
        { new Condition.Happened(["demo"], 1, null), "no demo requested" },
        { new Condition.Happened(["demo"], 3, 7), "demo requested fewer than 3 times in the last 7 days" },
        { new Condition.PointsAtLeast(null, 80), "fewer than 80 points" },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_reads_as_a_seller_would_say_it(Condition condition, string words) =>
        Assert.Equal(words, ConditionWords.Of(condition, Rules));

    [Theory]
    [MemberData(nameof(Opposites))]
    public void Its_opposite_is_said_as_a_fact_too(Condition condition, string words)
    {
        Assert.Equal(words, ConditionWords.Of(new Condition.Not(condition), Rules));
        Assert.Equal(words, ConditionWords.OfNot(condition, Rules));
    }

    [Fact]
    public void Nested_conditions_read_without_doubt_about_what_belongs_together()
    {
        var (need, rich, soon) = (new Condition.NeedPresent("need", true), new Condition.MoneyWithin("budget", 5_000, null), new Condition.StartsWithin("timeline", 92));
        var told = new Condition.MoneyIs("budget", [MoneyStatus.Declined, MoneyStatus.Vague]);
        Assert.Equal(
            "need there and (budget of at least 5,000 USD a year or budget not told or left vague)", ConditionWords.Of(new Condition.All([need, new Condition.Any([rich, told])]), Rules));
        Assert.Equal(
            "(need there and start within 92 days) or budget of at least 5,000 USD a year", ConditionWords.Of(new Condition.Any([new Condition.All([need, soon]), rich]), Rules));
        Assert.Equal("no need or start later than in 92 days", ConditionWords.Of(new Condition.Not(new Condition.All([need, soon])), Rules));
        Assert.Equal("need there", ConditionWords.Of(new Condition.All([need]), Rules));
    }

    [Fact]
    public void Every_condition_of_the_shipped_playbooks_has_words_of_its_own()
    {
        foreach (var playbook in Shipped.Catalog.Playbooks.Values)
        {
            var rules = playbook.Rules.Select(rule => rule.When).Concat(playbook.Routes.Select(route => route.When).OfType<Condition>()).Concat(playbook.Disqualifiers.Select(one => one.When));
            var words = rules.Distinct().Select(condition => ConditionWords.Of(condition, playbook)).ToArray();
            Assert.All(words, text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.DoesNotContain(words, text => text.Contains('_', StringComparison.Ordinal));
        }
    }
}
