using System.Collections.Immutable;
using QualifyBot.Bot.Extraction;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;
using QualifyBot.Tests.Playbooks;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Extraction;

public sealed class SlotFillingTests
{
    private static readonly Candidate FortyK = new(SlotType.Money, Money(40_000), 0, 3, "money");
    private static readonly Candidate SixtyK = new(SlotType.Money, Money(60_000), 4, 3, "money");

    [Fact]
    public void A_span_feeds_one_answer()
    {
        var filling = Fill(Lead.Empty, "headcount", [new(SlotType.Headcount, People(40_000), 0, 3, "headcount"), FortyK]);
        Assert.Equal(["headcount"], filling.Added.Select(answer => answer.Slot));
    }

    [Fact]
    public void An_answer_quotes_the_words_of_its_span_in_its_message()
    {
        var evidence = Assert.Single(Fill(Lead.Empty, null, [SixtyK]).Added).Evidence;
        Assert.Equal(new Evidence("m1", 4, 3, "60k", "money"), evidence);
    }

    [Theory]
    [InlineData(false, false, "40k 60k, others told us about theirs", 40_000)]
    [InlineData(true, false, "40k 60k, others told us about theirs", 60_000)]
    [InlineData(false, true, "40k 60k, others told us about theirs", 60_000)]
    [InlineData(false, false, "40k 60k", 60_000)]
    [InlineData(false, false, "40k 60k?", 40_000)]
    public void An_older_answer_gives_way_to_the_open_question_a_correction_or_words_that_say_nothing_else(bool asked, bool corrected, string text, int budget)
    {
        var reading = new MessageReading([SixtyK], corrected ? [Act.Change] : [], []);
        var filling = new SlotFilling(Shipped.Bant, new IncomingMessage("m1", text, Monday)).Fill(Of(("budget", Money(40_000))), new Heard(reading), asked ? "budget" : "headcount", insisted: false);
        Assert.Equal(Money(budget), filling.Lead.Find("budget")!.Value);
        Assert.Equal(budget == 60_000, filling.Changed.Length == 1);
    }

    [Fact]
    public void Silence_fills_nothing()
    {
        var lead = Of(("budget", Money(40_000)));
        var filling = Fill(lead, "headcount", []);
        Assert.True(filling.IsEmpty);
        Assert.Equal(lead, filling.Lead);
    }

    [Theory]
    [InlineData(Act.DeclineToAnswer, WithheldReason.Declined)]
    [InlineData(Act.Unsure, WithheldReason.Unknown)]
    public void A_refusal_withholds_the_open_slot_alone(Act act, WithheldReason reason)
    {
        var filling = Fill(Of(("need", Need())), "headcount", [], [act]);
        Assert.Equal(Withheld(reason), filling.Lead.Find("headcount")!.Value);
        Assert.Equal(2, filling.Lead.Answers.Length);
        Assert.True(Fill(Lead.Empty, null, [], [act]).IsEmpty);
    }

    [Fact]
    public void An_answer_beside_a_refusal_wins()
    {
        var filling = Fill(Lead.Empty, "budget", [FortyK], [Act.Unsure]);
        Assert.Equal(Money(40_000), filling.Lead.Find("budget")!.Value);
    }

    [Fact]
    public void What_was_withheld_is_filled_when_it_is_told_after_all()
    {
        var filling = Fill(Of(("budget", Withheld())), "headcount", [FortyK]);
        Assert.Equal("budget", Assert.Single(filling.Added).Slot);
        Assert.Empty(filling.Changed);
    }

    [Fact]
    public void An_answer_that_is_taken_back_is_gone()
    {
        var reading = new MessageReading([], [], [new Correction(SlotType.Money, "40k", null, 0, 3)]);
        var filling = new SlotFilling(Shipped.Bant, new IncomingMessage("m1", "not 40k", Monday)).Fill(Of(("budget", Money(40_000))), new Heard(reading), "headcount", insisted: false);
        Assert.Equal("budget", Assert.Single(filling.Removed));
        Assert.Null(filling.Lead.Find("budget"));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void What_settles_little_is_taken_only_when_it_was_asked_before(bool insisted, bool taken)
    {
        var vague = new MessageReading([new(SlotType.Money, Money(MoneyStatus.Vague), 0, 3, "money")], [], []);
        var filling = new SlotFilling(Shipped.Bant, new IncomingMessage("m1", "40k 60k", Monday)).Fill(Lead.Empty, new Heard(vague), "budget", insisted);
        Assert.Equal(taken, !filling.IsEmpty);
    }

    private static DateTimeOffset Monday => new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero);

    private static Filling Fill(Lead lead, string? open, ImmutableArray<Candidate> candidates, params ImmutableArray<Act> acts) =>
        new SlotFilling(Shipped.Bant, new IncomingMessage("m1", "40k 60k", Monday)).Fill(lead, new Heard(new MessageReading(candidates, acts, [])), open, insisted: false);
}
