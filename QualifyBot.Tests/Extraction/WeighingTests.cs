using System.Collections.Immutable;
using QualifyBot.Bot.Extraction;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;
using QualifyBot.Tests.Playbooks;

namespace QualifyBot.Tests.Extraction;

/// <summary>Two readers, one question: agreement fills, a conflict fills nothing until it is settled, silence fills nothing.</summary>
public sealed class WeighingTests
{
    private static readonly Playbook Bant = Shipped.Bant;
    private static readonly ExtractionOptions Always = new() { Mode = ExtractionMode.Always };

    [Fact]
    public async Task Where_both_agree_the_rules_answer_fills()
    {
        var (heard, filling) = await HearAsync("we have 20k", "budget", ("budget", "20k", null));
        Assert.Empty(heard.Proposals);
        Assert.Empty(heard.Conflicts);
        Assert.Equal("money.amount", filling.Lead.Find("budget")!.Evidence.Reader);
    }

    [Fact]
    public async Task Where_they_differ_both_are_told_and_neither_fills()
    {
        var (heard, filling) = await HearAsync("we had 15k, but I would rather say 20k", "budget", ("budget", "20k", null));
        var conflict = Assert.Single(heard.Conflicts);
        Assert.Equal("budget", conflict.Slot);
        Assert.Equal(15_000, Assert.IsType<AnswerValue.Money>(conflict.Rule.Value).Min);
        Assert.Equal(20_000, Assert.IsType<AnswerValue.Money>(conflict.Model.Value).Min);
        Assert.Empty(filling.Lead.Answers);
        var doubt = Assert.Single(filling.Doubts);
        Assert.Equal(("15k", "20k"), (doubt.Rule.Evidence.Quote, doubt.Model.Evidence.Quote));
    }

    [Fact]
    public async Task A_third_figure_does_not_slip_in_while_two_are_in_doubt()
    {
        var (heard, filling) = await HearAsync("we had 15k, then 30k, but I would rather say 20k", "budget", ("budget", "20k", null));
        Assert.Single(heard.Conflicts);
        Assert.Empty(filling.Lead.Answers);
    }

    [Fact]
    public async Task Where_the_rules_are_silent_the_models_answer_fills_with_the_visitors_words()
    {
        const string Text = "well, ask the keyboard in front of you";
        var (_, filling) = await HearAsync(Text, "authority", ("authority", "the keyboard in front of you", "sole"));
        var answer = filling.Lead.Find("authority")!;
        Assert.Equal(AuthorityClass.Sole, Assert.IsType<AnswerValue.Authority>(answer.Value).Class);
        Assert.Equal(("model", "the keyboard in front of you"), (answer.Evidence.Reader, answer.Evidence.Quote));
        Assert.Equal(answer.Evidence.Quote, Text.Substring(answer.Evidence.Start, answer.Evidence.Length));
    }

    [Fact]
    public async Task Where_the_model_is_silent_the_rules_answer_stays()
    {
        var (_, filling) = await HearAsync("we have 20k", "budget");
        Assert.NotNull(filling.Lead.Find("budget"));
        Assert.Single(filling.Lead.Answers);
    }

    [Fact]
    public async Task The_kind_of_a_need_is_added_to_what_the_rules_read()
    {
        var (heard, filling) = await HearAsync("everything falls over on Mondays", "need", ("need", "falls over on Mondays", "manual_work"));
        Assert.Null(heard.Reading.Candidates.Select(candidate => candidate.Value).OfType<AnswerValue.Need>().Single().Category);
        var answer = Assert.Single(filling.Added);
        Assert.Empty(filling.Changed);
        Assert.Equal(new AnswerValue.Need(true, "manual_work", "falls over on Mondays"), answer.Value);
        Assert.Equal(("falls over on Mondays", "model"), (answer.Evidence.Quote, answer.Evidence.Reader));
        Assert.Single(filling.Lead.Answers);
    }

    [Fact]
    public void An_answer_that_is_known_is_not_changed_by_the_model()
    {
        var known = Lead.Empty.With(new Answer("person", new AnswerValue.Text("Anna"), new Evidence("m0", 0, 4, "Anna", "person"), DateTimeOffset.UnixEpoch));
        var heard = new Heard(MessageReading.Nothing)
        {
            Proposals = [new Proposal("person", new Candidate(SlotType.Person, new AnswerValue.Text("Wren"), 0, 4, "model"))],
        };
        var filling = new SlotFilling(Bant, new IncomingMessage("m1", "Wren counts the beans", DateTimeOffset.UnixEpoch)).Fill(known, heard, "need", insisted: false);
        Assert.True(filling.IsEmpty);
    }

    [Fact]
    public async Task The_same_words_feed_one_slot_only()
    {
        var (_, filling) = await HearAsync("Wren", "person", ("person", "Wren", null), ("company", "Wren", null), ("title", "Wren", null));
        Assert.Single(filling.Lead.Answers);
    }

    [Fact]
    public async Task An_answer_for_a_slot_that_was_given_twice_counts_once()
    {
        var (heard, _) = await HearAsync("Wren or Finch", "person", ("company", "Wren", null), ("company", "Finch", null));
        Assert.Single(heard.Proposals);
    }

    private static Task<(Heard Heard, Filling Filling)> HearAsync(string text, string asked, params (string Slot, string Quote, string? Value)[] answers) =>
        HearAsync(text, asked, Lead.Empty, answers);

    private static async Task<(Heard Heard, Filling Filling)> HearAsync(
        string text, string asked, Lead known, params (string Slot, string Quote, string? Value)[] answers)
    {
        using var readers = new Readers(Always, new FakeModel(Readers.Reply(answers)));
        ImmutableArray<Slot> unknown = [.. Bant.Slots.Where(slot => known.Find(slot.Id) is null)];
        var heard = await readers.Reader.ReadAsync(Readers.Message(text, asked) with { Unknown = unknown }, CancellationToken.None);
        var filling = new SlotFilling(Bant, new IncomingMessage("m1", text, DateTimeOffset.UnixEpoch)).Fill(known, heard, asked, insisted: false);
        return (heard, filling);
    }
}
