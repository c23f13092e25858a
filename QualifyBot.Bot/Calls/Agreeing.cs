using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Calls;

/// <summary>What a yes or a no of the lead makes of what the seller said: the seller's words alone never count.</summary>
internal sealed class Agreeing(CallFilling filling, CallCues cues, HashSet<string> filled, LeadTurn heard, SellerTurn seller)
{
    private (int Start, int Length) Words => FirstSentence();

    /// <summary>Takes the reply up.</summary>
    public void Take(ImmutableArray<Slot> open)
    {
        if (heard.Reply is not (Reply.Yes or Reply.No))
        {
            return;
        }

        var taken = new HashSet<SlotType>();
        foreach (var proposal in seller.Proposals)
        {
            if (SlotOf(proposal, open) is { } slot)
            {
                Take(slot, proposal);
                taken.Add(slot.Type);
            }
        }

        TakeTold(taken);
        if (!seller.IsPolar)
        {
            return;
        }

        foreach (var slot in open.Where(slot => !filled.Contains(slot.Id) && !taken.Contains(slot.Type)))
        {
            TakePlain(slot);
        }
    }

    // "So it's not high on your list?" - "No" agrees.
    private void TakeTold(HashSet<SlotType> taken)
    {
        foreach (var (kind, sentence) in seller.Told)
        {
            var words = sentence.Of(seller.Turn.Text).ToString();
            var agrees = heard.Reply == Reply.Yes || cues.Holds("negated", words);
            if ((agrees ? kind : Meanings.OppositeOf(kind)) is { } said
                && filling.Playbook.Slots.FirstOrDefault(slot => !filled.Contains(slot.Id) && !taken.Contains(slot.Type) && Meanings.Tells(said, slot) && !filling.IsSettled(slot)) is { } slot)
            {
                filled.Add(slot.Id);
                var proposal = new Candidate(slot.Type, Meanings.ValueOf(said, slot, words), sentence.Start, sentence.End - sentence.Start, $"like.{said}");
                filling.TakeConfirmed(slot, Sums.InThousands(proposal, seller.Turn.Text.AsSpan(proposal.Start, proposal.Length), cues), seller.Turn, heard.Turn, Words);
            }
        }
    }

    private Slot? SlotOf(Candidate proposal, ImmutableArray<Slot> open)
    {
        var slots = open.Where(slot => slot.Type == proposal.Type).Concat(filling.Playbook.Slots.Where(slot => slot.Type == proposal.Type)).ToArray();
        return slots is [var slot, ..] && !filled.Contains(slot.Id) ? slot : null;
    }

    private void Take(Slot slot, Candidate proposal)
    {
        if (heard.Reply == Reply.Yes)
        {
            filled.Add(slot.Id);
            filling.TakeConfirmed(slot, proposal, seller.Turn, heard.Turn, Words);
        }
        else if (Opposite(proposal.Value) is { } opposite && !filling.IsSettled(slot))
        {
            Put(slot, opposite);
        }
    }

    // A figure that is denied leaves nothing known; a part in the decision or a problem that is denied does.
    private AnswerValue? Opposite(AnswerValue value) => value switch
    {
        AnswerValue.Authority when seller.AsksForOthers => new AnswerValue.Authority(AuthorityClass.Sole, []),
        AnswerValue.Authority { Class: AuthorityClass.Sole } => new AnswerValue.Authority(AuthorityClass.None, []),
        AnswerValue.Authority { Class: not AuthorityClass.None } => new AnswerValue.Authority(AuthorityClass.Sole, []),
        AnswerValue.Need { Present: true } => new AnswerValue.Need(false, null, Quote()),
        _ => null,
    };

    private void TakePlain(Slot slot)
    {
        var yes = heard.Reply == Reply.Yes;
        AnswerValue? value = slot.Type switch
        {
            SlotType.Money when !filling.IsSettled(slot) => new AnswerValue.Money(yes ? MoneyStatus.Vague : MoneyStatus.None),
            SlotType.Timeframe when !yes && !filling.IsSettled(slot) => new AnswerValue.Timeframe(TimeframeClass.NoRush),
            SlotType.Authority when seller.AsksForOthers => new AnswerValue.Authority(yes ? AuthorityClass.Joint : AuthorityClass.Sole, []),
            SlotType.Authority when seller.AsksForYou => new AnswerValue.Authority(yes ? AuthorityClass.Sole : AuthorityClass.None, []),
            SlotType.Authority when seller.AsksForThem && yes => new AnswerValue.Authority(AuthorityClass.Influencer, []),
            SlotType.Need when !filling.IsSettled(slot) => new AnswerValue.Need(yes, null, Quote()),
            SlotType.YesNo => new AnswerValue.YesNo(yes ? YesNoClass.Yes : YesNoClass.No),
            SlotType.Text when yes => new AnswerValue.Text(Quote()),
            _ => null,
        };
        if (value is not null)
        {
            Put(slot, value);
        }
        else if (!yes)
        {
            filling.Deny(slot);
        }
    }

    private void Put(Slot slot, AnswerValue value)
    {
        filled.Add(slot.Id);
        filling.Take(slot, value, heard.Turn, Words, heard.Reply == Reply.Yes ? "asked.yes" : "asked.no");
    }

    private string Quote() => heard.Turn.Text.Substring(Words.Start, Words.Length);

    private (int Start, int Length) FirstSentence() =>
        Spoken.In(heard.Turn.Text) is [var first, ..] ? (first.Start, first.End - first.Start) : (0, heard.Turn.Text.Length);
}
