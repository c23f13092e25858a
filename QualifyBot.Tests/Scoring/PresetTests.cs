using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Scoring;

/// <summary>The tables of the two models stand here as they were published; the files must say the same.</summary>
public sealed class PresetTests
{
    private static readonly Playbook At80 = Load("mql-80.yaml");
    private static readonly Playbook At100 = Load("sales-ready-100.yaml");

    private static readonly Dictionary<string, (int Points, Lead Lead)> TableOf80 = new(StringComparer.Ordinal)
    {
        ["industry match"] = (15, Of(("industry", Text("software")))),
        ["company size in range"] = (20, Of(("headcount", People(300)))),
        ["geography"] = (10, Of(("geography", Text("DE")))),
        ["decision-maker title"] = (25, Of(("title", Title("head of IT", TitleLevel.Director)))),
        ["relevant technology"] = (10, Of(("technology", Text("HubSpot")))),
        ["pricing page"] = (30, Signals("pricing_page")),
        ["demo requested"] = (50, Signals("demo_requested")),
        ["opened 3+ e-mails"] = (15, Signals("email_opened", 3)),
        ["webinar"] = (20, Signals("webinar")),
        ["bottom-of-funnel content"] = (25, Signals("content_bottom")),
    };

    private static readonly Dictionary<string, (int Points, Lead Lead)> TableOf100 = new(StringComparer.Ordinal)
    {
        ["VP"] = (15, Of(("title", Title("VP of sales", TitleLevel.Vp)))),
        ["C-level"] = (15, Of(("title", Title("CEO", TitleLevel.CSuite)))),
        ["director"] = (10, Of(("title", Title("director of sales", TitleLevel.Director)))),
        ["manager"] = (5, Of(("title", Title("sales manager", TitleLevel.Manager)))),
        ["target industry"] = (10, Of(("industry", Text("software")))),
        ["500-5,000 employees"] = (10, Of(("headcount", People(2000)))),
        ["North America"] = (5, Of(("geography", Text("CA")))),
        ["demo requested"] = (25, Signals("demo_requested")),
        ["pricing page"] = (15, Signals("pricing_page")),
        ["case study"] = (10, Signals("case_study")),
        ["webinar"] = (10, Signals("webinar")),
        ["e-mail opened"] = (1, Signals("email_opened")),
        ["blog post"] = (2, Signals("blog_post")),
    };

    public static TheoryData<string> RowsOf80 => [.. TableOf80.Keys];

    public static TheoryData<string> RowsOf100 => [.. TableOf100.Keys];

    [Theory]
    [MemberData(nameof(RowsOf80))]
    public void A_row_of_the_model_at_80_earns_its_points_alone(string row) => Assert.Equal(TableOf80[row].Points, PointsOf(TableOf80[row].Lead, At80));

    [Theory]
    [MemberData(nameof(RowsOf100))]
    public void A_row_of_the_model_at_100_earns_its_points_alone(string row) => Assert.Equal(TableOf100[row].Points, PointsOf(TableOf100[row].Lead, At100));

    [Fact]
    public void All_rows_together_add_up()
    {
        Assert.Equal(220, PointsOf(Join(TableOf80.Values), At80));
        Assert.Equal(15 + 10 + 10 + 5 + 25 + 15 + 10 + 10 + 1 + 2, PointsOf(Join(TableOf100.Where(row => row.Key is not ("C-level" or "director" or "manager")).Select(row => row.Value)), At100));
        Assert.Equal(10, At80.Rules.Length);
        Assert.Equal(12, At100.Rules.Length);
    }

    [Fact]
    public void Every_pair_of_rows_earns_the_sum_of_both()
    {
        foreach (var (one, first) in TableOf80)
        {
            foreach (var (_, second) in TableOf80.Where(row => row.Key != one))
            {
                Assert.Equal(first.Points + second.Points, PointsOf(Join([first, second]), At80));
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 15)]
    [InlineData(9, 15)]
    public void Three_emails_or_more_count_once(int opened, int points) => Assert.Equal(points, PointsOf(Signals("email_opened", opened), At80));

    [Fact]
    public void Each_email_and_each_blog_post_counts_but_a_second_demo_does_not()
    {
        Assert.Equal(7, PointsOf(Signals("email_opened", 7), At100));
        Assert.Equal(14, PointsOf(Signals("blog_post", 7), At100));
        Assert.Equal(25, PointsOf(Signals("demo_requested", 2), At100));
        Assert.Equal(50, PointsOf(Signals("demo_requested", 2), At80));
    }

    [Theory]
    [InlineData(49, 0)]
    [InlineData(50, 20)]
    [InlineData(1000, 20)]
    [InlineData(1001, 0)]
    public void The_range_of_sizes_at_80_holds_its_ends(int people, int points) => Assert.Equal(points, PointsOf(Of(("headcount", People(people))), At80));

    [Theory]
    [InlineData(499, 0)]
    [InlineData(500, 10)]
    [InlineData(5000, 10)]
    [InlineData(5001, 0)]
    public void The_range_of_sizes_at_100_holds_its_ends(int people, int points) => Assert.Equal(points, PointsOf(Of(("headcount", People(people))), At100));

    [Fact]
    public void Eighty_points_are_marketing_qualified_and_the_next_lower_total_is_not()
    {
        var at = Join([TableOf80["pricing page"], TableOf80["demo requested"]]);
        var below = Join([TableOf80["demo requested"], TableOf80["industry match"], TableOf80["geography"]]);
        Assert.Equal((80, Stage.Mql, Outcome.BookDemo), EndOf(at, At80));
        Assert.Equal((75, Stage.Iql, Outcome.Nurture), EndOf(below, At80));
    }

    [Fact]
    public void A_hundred_points_are_sales_ready_and_ninety_nine_are_not()
    {
        var ninetyFive = Join([TableOf100["director"], TableOf100["target industry"], TableOf100["500-5,000 employees"], TableOf100["North America"],
            TableOf100["demo requested"], TableOf100["pricing page"], TableOf100["case study"], TableOf100["webinar"]]);
        Assert.Equal((99, Stage.Mql, Outcome.Nurture), EndOf(Join([(0, ninetyFive), (0, Signals("email_opened", 4))]), At100));
        Assert.Equal((100, Stage.Sql, Outcome.BookDemo), EndOf(Join([(0, ninetyFive), (0, Signals("email_opened", 5))]), At100));
    }

    [Fact]
    public void A_preset_that_is_copied_among_the_playbooks_can_talk()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("texts"));
        File.Copy(Path.Combine(Shipped.Folder, "texts", "en.yaml"), folder.File("texts/en.yaml"));
        Directory.CreateDirectory(folder.File("playbooks"));
        foreach (var file in new[] { "mql-80.yaml", "sales-ready-100.yaml" })
        {
            File.Copy(Path.Combine(Shipped.Folder, "presets", file), folder.File("playbooks/" + file));
        }

        Assert.Equal(["mql_80", "sales_ready_100"], PlaybookCatalog.Load(folder.Root).Playbooks.Keys.Order(StringComparer.Ordinal));
    }

    private static (int Points, Stage Stage, Outcome Outcome) EndOf(Lead lead, Playbook playbook)
    {
        var asked = playbook.Questions.Where(question => lead.Find(question.Slot.Id) is null).Aggregate(lead, (known, question) => known.With(AnswerFor(question.Slot.Id, Withheld())));
        var decision = Assert.IsType<NextStep.Conclude>(Decider.Next(asked, playbook, Today)).Decision;
        return (decision.Score.Total, decision.Stage, decision.Outcome);
    }

    private static int PointsOf(Lead lead, Playbook playbook) => Scorer.Score(lead, playbook, Today).Total;

    private static Lead Signals(string kind, int times = 1) =>
        Enumerable.Range(0, times).Aggregate(Lead.Empty, (lead, index) => lead.With(new Signal($"{kind}-{index}", kind, Today.AddDays(-index), "website")));

    private static Lead Join(IEnumerable<(int Points, Lead Lead)> rows) => rows.Aggregate(Lead.Empty, (joined, row) =>
        row.Lead.Signals.Aggregate(row.Lead.Answers.Aggregate(joined, (lead, answer) => lead.With(answer)), (lead, signal) => lead.With(signal)));

    private static Playbook Load(string file)
    {
        var loaded = PlaybookLoader.Parse(file, File.ReadAllText(Path.Combine(Shipped.Folder, "presets", file)));
        Assert.Empty(loaded.Faults);
        return loaded.Playbook!;
    }
}
