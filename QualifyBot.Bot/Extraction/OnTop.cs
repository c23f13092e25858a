using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>"Another 10k": an amount that comes on top of a known one of the same currency.</summary>
internal static class OnTop
{
    /// <summary>The slot and its new sum; null where nothing is added to.</summary>
    public static (string Slot, AnswerValue Value)? Of(Playbook playbook, Lead lead, Slot? open, Candidate candidate)
    {
        if (candidate is not { Rule: MessageReading.MoreMoney, Value: AnswerValue.Money { Status: MoneyStatus.Amount, Min: { } more } added } || open is { Type: SlotType.Money })
        {
            return null;
        }

        var slot = playbook.Slots.FirstOrDefault(slot => slot.Type == SlotType.Money && lead.Find(slot.Id) is { Value: AnswerValue.Money { Status: MoneyStatus.Amount } });
        return slot is not null && lead.Find(slot.Id)!.Value is AnswerValue.Money known && (added.Currency ?? known.Currency) == known.Currency
            ? (slot.Id, known with { Min = known.Min + more, Max = known.Max + more })
            : null;
    }
}
