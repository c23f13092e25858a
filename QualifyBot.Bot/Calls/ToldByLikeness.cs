using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Calls;

/// <summary>What a lead's sentences tell by their likeness to known ones: a little likeness is enough where it was asked for, much is needed where it was not.</summary>
internal sealed class ToldByLikeness(CallFilling filling, Likeness? likeness, HashSet<string> filled)
{
    private const float WhereAsked = 0.35f;
    private const float Unasked = 0.8f;
    private const int LeastWordsUnasked = 4;
    private const int MostWords = 40;
    private const float LikelyPain = 0.5f;
    private const float UnaskedPain = 0.65f;
    private const float LikelyPart = 0.45f;
    private const string Pain = "pain";
    private const string None = "none";
    private const string Unsure = "unsure";

    /// <summary>Takes what the turn tells so.</summary>
    public void Take(LeadTurn heard, ImmutableArray<Slot> open)
    {
        if (likeness is null)
        {
            return;
        }

        foreach (var sentence in Spoken.In(heard.Turn.Text))
        {
            var words = sentence.WordsIn(heard.Turn.Text);
            if (sentence.Marked || words > MostWords || likeness.Of(sentence.Of(heard.Turn.Text)) is not [var (kind, share), ..] || kind is None or Unsure)
            {
                continue;
            }

            // Likeness to a problem is easily had: most sentences of a call are about the work.
            if ((kind is Pain && share < (heard.Reply == Reply.No ? UnaskedPain : LikelyPain)) || (kind is "others" or "sole" or "joint" && share < LikelyPart)
                || (kind is "money_yes" && heard.Reply == Reply.No) || (kind is "money_no" && heard.Reply == Reply.Yes))
            {
                continue;
            }

            if (SlotOf(kind, open, share, words) is { } slot)
            {
                filled.Add(slot.Id);
                filling.Take(slot, Meanings.ValueOf(kind, slot, sentence.Of(heard.Turn.Text).ToString()), heard.Turn, (sentence.Start, sentence.End - sentence.Start), $"like.{kind}");
            }
        }
    }

    private Slot? SlotOf(string kind, ImmutableArray<Slot> open, float share, int words)
    {
        if (share >= WhereAsked && open.OrderBy(static slot => slot.Type == SlotType.YesNo ? 0 : 1).FirstOrDefault(slot => !filled.Contains(slot.Id) && Meanings.Tells(kind, slot)) is { } asked)
        {
            return asked;
        }

        return share >= (kind is Pain ? UnaskedPain : Unasked) && words >= LeastWordsUnasked && kind is not ("money_no" or "later" or "interest_no" or "low")
            ? filling.Playbook.Slots.OrderBy(static slot => slot.Type == SlotType.YesNo ? 0 : 1).FirstOrDefault(slot => !filled.Contains(slot.Id) && !filling.IsSettled(slot) && Meanings.Tells(kind, slot)) : null;
    }
}
