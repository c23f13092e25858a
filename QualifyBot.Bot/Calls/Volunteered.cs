using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Calls;

/// <summary>What leads say unasked about things that only words tell: goals, plans, metrics, criteria, a process, who speaks up for it.</summary>
internal sealed class Volunteered(CallFilling filling, CallCues cues)
{
    private static readonly (string Id, string Cues)[] Known =
    [
        ("metric", "said_metrics"), ("criteria", "said_criteria"), ("process", "said_process"), ("goal", "said_goals"), ("plan", "said_plans"),
        ("champion", "said_champion"), ("interest", "said_interest"), ("fund", "said_funds"),
    ];

    /// <summary>Takes what the turn says beyond what was asked.</summary>
    public void Take(LeadTurn heard, ISet<string> filled)
    {
        foreach (var slot in filling.Playbook.Slots.Where(slot => slot.Type is SlotType.Text or SlotType.YesNo && !filled.Contains(slot.Id) && !filling.IsSettled(slot)))
        {
            if (Array.Find(Known, known => slot.Id.Contains(known.Id, StringComparison.Ordinal)) is not { Cues: { } list } || Find(heard.Turn.Text, list) is not { } found)
            {
                continue;
            }

            filled.Add(slot.Id);
            var words = found.Of(heard.Turn.Text).ToString();
            filling.Take(slot, slot.Type == SlotType.YesNo ? new AnswerValue.YesNo(YesNoClass.Yes) : new AnswerValue.Text(words), heard.Turn, (found.Start, found.End - found.Start), "said.text");
        }

        TakeNeed(heard, filled);
    }

    private void TakeNeed(LeadTurn heard, ISet<string> filled)
    {
        if (heard.Reply != Reply.No && filling.Playbook.Slots.FirstOrDefault(static slot => slot.Type == SlotType.Need) is { } slot && !filled.Contains(slot.Id) && !filling.IsSettled(slot) && Find(heard.Turn.Text, "said_need") is { } found)
        {
            filled.Add(slot.Id);
            filling.Take(slot, new AnswerValue.Need(true, null, found.Of(heard.Turn.Text).ToString()), heard.Turn, (found.Start, found.End - found.Start), "said.need");
        }
    }

    private Spoken? Find(string text, string list)
    {
        foreach (var sentence in Spoken.In(text))
        {
            if (!sentence.Marked && cues.Holds(list, sentence.Of(text)) && !cues.Holds($"not_{list}", sentence.Of(text)))
            {
                return sentence;
            }
        }

        return null;
    }
}
