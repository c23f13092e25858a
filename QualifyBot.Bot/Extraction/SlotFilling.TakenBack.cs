using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

public sealed partial class SlotFilling
{
    private Lead TakeBack(Lead lead, MessageReading reading)
    {
        foreach (var correction in reading.Corrections.Where(correction => correction is { Type: not null, New: null }))
        {
            var slot = playbook.Slots.FirstOrDefault(slot => slot.Type == correction.Type && lead.Find(slot.Id) is not null && !IsFilled(slot.Id));
            if (slot is not null)
            {
                lead = lead.Without(slot.Id);
                removed.Add(slot.Id);
            }
        }

        return lead;
    }

    // "I'm not a student": what was said in that word holds no longer, and its question may be asked again.
    private Lead TakeDenied(Lead lead, MessageReading reading)
    {
        foreach (var correction in reading.Corrections.Where(static correction => correction is { Type: null, Old: not null, New: null }))
        {
            foreach (var answer in Denial.Of(lead, correction.Old!).Where(answer => !IsFilled(answer.Slot)))
            {
                lead = lead.Without(answer.Slot);
                denied.Add(answer.Slot);
            }
        }

        return lead;
    }
}
