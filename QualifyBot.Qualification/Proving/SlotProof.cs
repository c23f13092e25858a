using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Finds slots that nothing fills, signals that nothing reads, and weights that weigh nothing.</summary>
internal sealed class SlotProof(Proof proof)
{
    private readonly Playbook playbook = proof.Playbook;

    public void Find()
    {
        foreach (var (index, slot) in playbook.Slots.Index().Where(slot => !playbook.Questions.Any(question => question.Slot.Id == slot.Item.Id)))
        {
            FindIn($"slots/{index}", slot);
        }

        FindInSignals();
        FindInWeights();
    }

    private void FindIn(string path, Slot slot)
    {
        var readers = string.Join(", ", Readers(slot.Id).Take(3));
        var severity = IsOftenTold(slot.Type) && !playbook.Signals.IsEmpty ? Severity.Warning : Severity.Error;
        if (!IsHeardUnasked(slot))
        {
            proof.Add(FindingKinds.UnfilledSlot, severity, path, $"Nothing fills the slot '{slot.Id}' (read by {readers}): no question does, and it is not heard unasked.", "Add a question that fills it, or remove what reads it.");
        }
        else if (IsCore(slot.Type) && !playbook.Questions.Any(question => question.Criterion == slot.Criterion))
        {
            proof.Add(FindingKinds.UnaskedSlot, severity, path, $"No question asks for the slot '{slot.Id}' (read by {readers}), nor for another of its criterion: it is known only where a visitor happens to speak of it.", "Add a question that fills it.");
        }
    }

    // Other systems know how many people a company has, but not what a visitor thinks.
    private static bool IsOftenTold(SlotType type) => type is SlotType.Headcount or SlotType.Number;

    // These mean something only as the answer to a question; of two slots of one type the first hears what was not asked for.
    private bool IsHeardUnasked(Slot slot) => slot.Type is not (SlotType.YesNo or SlotType.Number or SlotType.Duration or SlotType.Time or SlotType.Text)
        && playbook.Slots.First(other => other.Type == slot.Type).Id == slot.Id;

    // What a seller must know and few visitors tell unasked.
    private static bool IsCore(SlotType type) => type is SlotType.Money or SlotType.Timeframe or SlotType.Authority or SlotType.Need or SlotType.Headcount;

    private IEnumerable<string> Readers(string slot) => playbook.Rules.Where(rule => Reads(rule.When, slot)).Select(static rule => $"the rule '{rule.Id}'")
        .Concat(playbook.Disqualifiers.Where(disqualifier => Reads(disqualifier.When, slot)).Select(static disqualifier => $"the disqualifier '{disqualifier.Id}'"))
        .Concat(playbook.Routes.Where(route => route.When is not null && Reads(route.When, slot)).Select(static route => $"the route '{route.Id}'"))
        .Concat(playbook.Questions.Where(question => question.When is not null && Reads(question.When, slot)).Select(static question => $"the question '{question.Id}'"));

    private static bool Reads(Condition condition, string slot) => Parts.Slots(condition).Contains(slot, StringComparer.Ordinal);

    private void FindInSignals()
    {
        var read = Parts.Of(playbook).SelectMany(static part => Parts.Kinds(part.When)).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, kind) in playbook.Signals.Index().Where(kind => !read.Contains(kind.Item.Id)))
        {
            proof.Add(FindingKinds.UnreadSignal, Severity.Warning, $"signals/{index}", $"Nothing reads the signal '{kind.Id}'.", "Add a rule on it, or remove it.");
        }
    }

    private void FindInWeights()
    {
        if (playbook.Weights != EvidenceWeights.Even && !playbook.Rules.Any(static rule => rule.Points > 0 && !Parts.Slots(rule.When).IsEmpty))
        {
            proof.Add(FindingKinds.WeightsWithoutEffect, Severity.Warning, "evidence", "The weights of evidence change no points: no rule gives points for an answer.", "Remove them.");
        }
    }
}
