using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>
/// SPIN around a playbook's question for the need. Its answers are free words that no rule reads, so it changes no score, no outcome and no
/// question of the playbook: it only stands before and behind one of them.
/// </summary>
public static class Spin
{
    private const string Situation = "situation";
    private const string Implication = "implication";
    private const string NeedPayoff = "need_payoff";

    /// <summary>Ids of the slots that the style fills; a playbook in this style has no own slots of these ids.</summary>
    public static readonly ImmutableArray<string> Slots = [Situation, Implication, NeedPayoff];

    /// <summary>Id of the slot that a step fills.</summary>
    public static string SlotOf(SpinStep step, Question discovery) => step switch
    {
        SpinStep.Situation => Situation,
        SpinStep.Implication => Implication,
        SpinStep.NeedPayoff => NeedPayoff,
        _ => discovery.Slot.Id,
    };

    /// <summary>
    /// The step that comes now, where the playbook would ask <paramref name="next"/>; null = ask that. What was told already is not asked: who opens
    /// with the problem is not asked for the situation, nor is who named the tools in use. Who won't speak of the implications is not pressed on.
    /// </summary>
    public static SpinStep? StepBefore(Question next, Lead lead, Playbook playbook)
    {
        if (playbook.Discovery is not { } discovery)
        {
            return null;
        }

        var need = lead.Told(discovery.Slot.Id)?.Value ?? lead.Find(discovery.Slot.Id)?.Value;
        return need switch
        {
            null when next.Id != discovery.Id => null,
            null => lead.Find(Situation) is null && !KnowsTools(lead, playbook) ? SpinStep.Situation : SpinStep.Problem,
            AnswerValue.Need { Present: true } => lead.Find(Implication)?.Value switch
            {
                null => SpinStep.Implication,
                AnswerValue.Withheld { Reason: WithheldReason.Declined } => null,
                _ => lead.Find(NeedPayoff) is null ? SpinStep.NeedPayoff : null,
            },
            _ => null,
        };
    }

    /// <summary>How many steps of the style may still stand between the playbook's questions; the problem is one of those and not counted.</summary>
    public static int StepsLeft(Lead lead, Playbook playbook)
    {
        if (playbook.Discovery is not { } discovery)
        {
            return 0;
        }

        var need = lead.Told(discovery.Slot.Id)?.Value ?? lead.Find(discovery.Slot.Id)?.Value;
        string[] steps = need is null ? [Situation, Implication, NeedPayoff] : need is AnswerValue.Need { Present: true } ? [Implication, NeedPayoff] : [];
        return steps.Count(step => lead.Find(step) is null);
    }

    private static bool KnowsTools(Lead lead, Playbook playbook) =>
        playbook.Slots.Any(slot => slot.Type == SlotType.Technology && lead.Find(slot.Id) is not null);
}
