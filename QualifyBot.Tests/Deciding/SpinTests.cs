using System.Text.Json;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Scoring;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Deciding;

public sealed class SpinTests
{
    private static readonly Playbook Plain = Shipped.Catalog.Playbooks["meddic"];
    private static readonly Playbook Styled = InSpin("meddic");

    [Fact]
    public void Situation_problem_implication_and_payoff_come_in_this_order_one_at_a_time()
    {
        var (lead, asked) = (Lead.Empty, new List<string>());
        while (Decider.Next(lead, Styled, Today) is NextStep.Ask(var question))
        {
            var slot = Spin.StepBefore(question, lead, Styled) is { } step ? Spin.SlotOf(step, Styled.Discovery!) : question.Slot.Id;
            asked.Add(slot);
            lead = lead.With(AnswerFor(slot, slot == "pain" ? Need("growth") : Styled.FindSlot(slot)!.Type == SlotType.Text ? Text("so it is") : Withheld()));
        }

        var start = asked.IndexOf("situation");
        Assert.Equal(["situation", "pain", "implication", "need_payoff"], asked.Skip(start).Take(4));
        Assert.Equal(asked.Count, asked.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void What_was_told_already_is_not_asked()
    {
        var pain = Styled.Questions.Single(question => question.Id == "pain");
        var metrics = Styled.Questions.Single(question => question.Id == "metrics");
        var troubled = Of(("pain", Need()));
        Assert.Equal(SpinStep.Situation, Spin.StepBefore(pain, Lead.Empty, Styled));
        Assert.Equal(SpinStep.Problem, Spin.StepBefore(pain, Of(("situation", Withheld())), Styled));
        Assert.Equal(SpinStep.Implication, Spin.StepBefore(metrics, troubled, Styled));
        Assert.Equal(SpinStep.NeedPayoff, Spin.StepBefore(metrics, troubled.With(AnswerFor("implication", Text("we lose deals"))), Styled));
        Assert.Null(Spin.StepBefore(metrics, troubled.With(AnswerFor("implication", Withheld())), Styled));
        Assert.Null(Spin.StepBefore(metrics, Of(("pain", NoNeed)), Styled));
        Assert.Null(Spin.StepBefore(metrics, Of(("pain", Withheld())), Styled));
        Assert.Null(Spin.StepBefore(metrics, Lead.Empty, Styled));
        Assert.Null(Spin.StepBefore(pain, Lead.Empty, Plain));
    }

    [Fact]
    public void Who_named_the_tools_in_use_is_not_asked_for_the_situation()
    {
        var yaml = InSpinText("meddic").Replace("slots:\n", "slots:\n  tools: { type: technology, criterion: identify_pain }\n", StringComparison.Ordinal)
            .Replace("rules:\n", "rules:\n  - { id: tools, axis: fit, points: 1, when: { slot: tools, answered: true } }\n", StringComparison.Ordinal);
        var playbook = PlaybookLoader.Parse("meddic.yaml", yaml).Playbook!;
        Assert.Equal(SpinStep.Problem, Spin.StepBefore(playbook.Discovery!, Of(("tools", Text("HubSpot"))), playbook));
    }

    public static TheoryData<string> Ids => Shipped.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_style_changes_no_score_no_outcome_and_no_question_of_the_playbook(string id)
    {
        var (plain, styled) = (Shipped.Catalog.Playbooks[id], InSpin(id));
        Any.Check(500, any =>
        {
            var lead = any.Lead(plain);
            var deepened = Spin.Slots.Where(_ => any.Chance(70)).Aggregate(lead, (known, slot) => known.With(AnswerFor(slot, any.Chance(80) ? Text("our price is 50k, we are students") : Withheld())));
            Assert.Equal(Say(Scorer.Score(lead, plain, Today)), Say(Scorer.Score(deepened, styled, Today)));
            Assert.Equal(Say(Decider.Next(lead, plain, Today)), Say(Decider.Next(deepened, styled, Today)));
        });
    }

    [Fact]
    public void A_playbook_without_the_style_keeps_its_hash_and_one_with_it_has_another()
    {
        Assert.NotEqual(Plain.Hash, Styled.Hash);
        var spelledOut = PlaybookLoader.Parse("meddic.yaml", InSpinText("meddic").Replace("style: spin", "style: plain", StringComparison.Ordinal)).Playbook!;
        Assert.Equal(Plain.Hash, spelledOut.Hash);
        Assert.Null(Plain.FindSlot("implication"));
        Assert.Equal(new Slot("implication", SlotType.Text, "identify_pain"), Styled.FindSlot("implication"));
    }

    [Theory]
    [InlineData("style: spin", "style: spine", "'spine' is not a value of 'style'. Did you mean 'spin'?")]
    [InlineData("  metrics: { type: text", "  situation: { type: text, criterion: metrics }\n  metrics: { type: text", "The slot 'situation' belongs to the style 'spin'. Give the slot another id, or remove 'style'.")]
    public void What_is_wrong_with_the_style_is_told_with_its_line(string right, string wrong, string fault)
    {
        var text = InSpinText("meddic").Replace(right, wrong, StringComparison.Ordinal).Replace("slot: metrics, answered", wrong.Contains("situation", StringComparison.Ordinal) ? "slot: situation, answered" : "slot: metrics, answered", StringComparison.Ordinal);
        var line = text[..text.IndexOf(wrong.TrimStart()[..9], StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
        var told = PlaybookLoader.Parse("meddic.yaml", text).Faults.Single(one => one.ToString().Contains(fault, StringComparison.Ordinal));
        Assert.Equal(line, told.Line);
    }

    [Fact]
    public void There_must_be_a_question_for_the_need()
    {
        var text = SmallPlaybook.Yaml.Replace("  - id: need\n    slot: need\n", "", StringComparison.Ordinal).Replace("questions:", "style: spin\nquestions:", StringComparison.Ordinal);
        Assert.Contains(PlaybookLoader.Parse("small.yaml", text).Faults, fault => fault.Problem.StartsWith("The style 'spin' deepens the question for the need, and there is none", StringComparison.Ordinal));
    }

    public static string InSpinText(string id) =>
        File.ReadAllText(Path.Combine(Shipped.Folder, "playbooks", $"{id}.yaml")).Replace("\nquestions:\n", "\nstyle: spin\nquestions:\n", StringComparison.Ordinal);

    private static Playbook InSpin(string id) => PlaybookLoader.Parse($"{id}.yaml", InSpinText(id)).Playbook!;

    private static string Say(NextStep next) => next switch
    {
        NextStep.Ask(var question) => question.Id,
        NextStep.Conclude(var decision) => JsonSerializer.Serialize(decision with { Hash = "" }),
        _ => "",
    };

    private static string Say(Score score) => JsonSerializer.Serialize(score);
}
