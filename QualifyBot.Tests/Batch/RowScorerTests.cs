using System.Collections.Immutable;
using QualifyBot.Bot.Batch;
using QualifyBot.Bot.Extraction;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Scoring;

namespace QualifyBot.Tests.Batch;

public sealed class RowScorerTests
{
    [Theory]
    [InlineData("need", "Everything is done by hand", "timeline", "next month", "authority", "I decide", "budget", "50k", "headcount", "250 employees")]
    [InlineData("need", "we lose customers", "timeline", "2027-03-01", "authority", "my boss decides", "budget", "$20,000 per year", "title", "VP Sales")]
    [InlineData("need", "no problems", "timeline", "no rush", "authority", "we decide together", "budget", "no budget", "email", "ann@acme.example")]
    public void A_row_has_the_hash_of_a_talk_with_the_same_answers(params string[] pairs)
    {
        var (lead, headers, cells) = (Lead.Empty, new List<string>(), new List<string>());
        foreach (var pair in pairs.Chunk(2))
        {
            var slot = Shipped.Bant.FindSlot(pair[0])!;
            var context = new ReadingContext { Now = Leads.Today.ToDateTime(new TimeOnly(12, 0)), Requested = [slot.Type], Needs = Shipped.Bant.Needs, Currency = Shipped.Bant.Currency };
            var message = new IncomingMessage(pair[0], pair[1], DateTimeOffset.UnixEpoch);
            lead = new SlotFilling(Shipped.Bant, message).Fill(lead, new Heard(RuleReader.Read(pair[1], context)), slot.Id, insisted: true).Lead;
            headers.Add(pair[0]);
            cells.Add(pair[1]);
        }

        Assert.Equal(Decider.AsItStands(lead, Shipped.Bant, Leads.Today).Hash, Score(headers, cells).Decision.Hash);
    }

    [Theory]
    [InlineData("Annual Budget", "1500", 1500)]
    [InlineData("Budget ($)", "2000", 2000)]
    [InlineData("amount", "$1,250,000.00", 1250000)]
    public void A_figure_in_a_column_of_money_is_money(string header, string cell, int amount) =>
        Assert.Equal(amount, Assert.IsType<AnswerValue.Money>(Score([header], [cell]).Lead.Find("budget")!.Value).Min);

    [Fact]
    public void A_bare_figure_is_what_the_reader_makes_of_it() => Assert.All(new[] { "7", "119500", "3000", "45" }, static figure =>
    {
        foreach (var slot in new[] { "budget", "headcount" })
        {
            var known = Shipped.Bant.FindSlot(slot)!;
            var reading = RuleReader.Read(figure, new ReadingContext { Now = Leads.Today.ToDateTime(default), Requested = [known.Type], Currency = Shipped.Bant.Currency });
            Assert.Equal(reading.Candidates[0].Value, Score([slot], [figure]).Lead.Find(slot)!.Value);
        }
    });

    [Theory]
    [InlineData("gibberish qwerty")]
    [InlineData("=1+1")]
    public void A_cell_that_says_nothing_is_unanswered_and_counted(string cell)
    {
        var row = Score(["timeline"], [cell]);
        Assert.Empty(row.Lead.Answers);
        Assert.Equal(0, Assert.Single(row.NotUnderstood));
    }

    [Theory]
    [InlineData("")]
    [InlineData("n/a")]
    [InlineData(" - ")]
    public void An_empty_cell_is_unanswered_and_not_counted(string cell) => Assert.Empty(Score(["timeline"], [cell]).NotUnderstood);

    [Fact]
    public void What_is_settled_is_said_and_else_the_next_question()
    {
        var open = Score(["budget"], ["15k"]);
        Assert.Equal("need", open.Next?.Id);
        Assert.Null(Score(["headcount", "need"], ["2000", "by hand"]).Next);
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("2026-11-01; 2026-11-20", 2)]
    [InlineData("yes", 1)]
    [InlineData("0", 0)]
    [InlineData("", 0)]
    public void A_signal_s_column_counts_or_dates_it(string cell, int times)
    {
        var playbook = Playbook.From(Drafts.Plain with { Signals = [new SignalKind("demo", "Demo asked for")] });
        var (map, _) = ColumnMap.Of(["Demo asked for"], playbook, []);
        Assert.Equal(times, new RowScorer(map!, playbook, Leads.Today).Score([cell]).Lead.Signals.Length);
    }

    [Theory]
    [InlineData("Budgt=budget", "There is no column 'Budgt'. Did you mean 'Budget'?")]
    [InlineData("Budget=budgets", "no slot or signal 'budgets'")]
    [InlineData("Budget", "maps nothing")]
    public void A_wrong_map_is_told(string pair, string problem)
    {
        var (map, told) = ColumnMap.Of(["Budget"], Shipped.Bant, [pair]);
        Assert.Null(map);
        Assert.Contains(problem, told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_from_the_command_line_goes_before_names()
    {
        var (map, _) = ColumnMap.Of(["Budget", "Spend", "Notes"], Shipped.Bant, ["Spend=budget", "Notes=need"]);
        Assert.Equal("Spend -> budget, Notes -> need", map!.Describe());
    }

    private static ScoredRow Score(IEnumerable<string> headers, IEnumerable<string> cells)
    {
        var (map, problem) = ColumnMap.Of([.. headers], Shipped.Bant, ImmutableArray<string>.Empty);
        Assert.Null(problem);
        return new RowScorer(map!, Shipped.Bant, Leads.Today).Score([.. cells]);
    }
}
