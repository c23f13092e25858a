using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>The slots of a playbook while it is read.</summary>
/// <param name="slots">Slots without a fault.</param>
/// <param name="declared">Ids of all slots, so that a slot with a fault of its own is not called unknown too.</param>
internal sealed class SlotIndex(ImmutableArray<Slot> slots, ImmutableArray<string> declared)
{
    /// <summary>The slot of an id; null, and a fault where nobody declared it.</summary>
    public Slot? Find(string id, string path, FaultList faults)
    {
        if (!declared.Contains(id, StringComparer.Ordinal))
        {
            faults.Add(path, $"There is no slot '{id}'.", Nearest.Remedy(id, declared));
        }

        return slots.FirstOrDefault(slot => string.Equals(slot.Id, id, StringComparison.Ordinal));
    }
}
