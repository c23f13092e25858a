using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Calls;

/// <summary>Answers that mean something only beside the seller's question: who decides, how a matter ranks, who speaks up, and free words.</summary>
internal sealed class ShortAnswers(CallFilling filling, CallCues cues, HashSet<string> filled)
{
    private const int LeastWordsOfText = 3;
    private const int SentencesOfAnAnswer = 3;

    /// <summary>Takes what a turn answers so.</summary>
    public void Take(LeadTurn heard, ImmutableArray<Slot> open, SellerTurn? seller)
    {
        TakeNamed(heard, open, seller);
        TakeTexts(heard, open);
        TakeTrouble(heard, open);
    }

    /// <summary>Whether a yes in the slot says that the matter presses.</summary>
    public static bool IsPriority(Slot slot) => slot.Type == SlotType.YesNo && (slot.Id + slot.Criterion).Contains("priorit", StringComparison.Ordinal);

    /// <summary>"It's me", "the board does": short answers to who decides.</summary>
    public void TakeDecider(LeadTurn heard, ImmutableArray<Slot> open, SellerTurn? seller)
    {
        if (open.FirstOrDefault(slot => slot.Type == SlotType.Authority && !filled.Contains(slot.Id)) is not { } slot || seller is { AsksForOthers: true } || heard.Reply == Reply.Unsure)
        {
            return;
        }

        var isFirst = true;
        foreach (var sentence in Spoken.In(heard.Turn.Text).Take(SentencesOfAnAnswer))
        {
            if (PartIn(sentence.Of(heard.Turn.Text), heard.Reply, seller, isFirst) is { } part)
            {
                filled.Add(slot.Id);
                filling.Take(slot, new AnswerValue.Authority(part, []), heard.Turn, (sentence.Start, sentence.End - sentence.Start), "asked.decider");
                return;
            }

            isFirst &= cues.Is("back", sentence.Of(heard.Turn.Text));
        }
    }

    private AuthorityClass? PartIn(ReadOnlySpan<char> words, Reply reply, SellerTurn? seller, bool isFirst) =>
        cues.Is("we_both", words) ? AuthorityClass.Joint
        : cues.Is("me", words) && !(reply == Reply.Yes && seller is { AsksForYou: false, IsPolar: true }) ? AuthorityClass.Sole
        : isFirst && reply != Reply.Yes && (cues.Opens("someone_else", words) || (seller is { IsPolar: false } && cues.Is("names_other", words))) ? AuthorityClass.Influencer
        : null;

    /// <summary>"Pretty low, honestly": how a priority ranks, before a yes or no is looked for in the same words.</summary>
    public void TakeRank(LeadTurn heard, ImmutableArray<Slot> open)
    {
        if (open.FirstOrDefault(slot => IsPriority(slot) && !filled.Contains(slot.Id)) is not { } slot || heard.Reply is Reply.Unsure or Reply.Yes || heard.Turn.Text.Length == 0)
        {
            return;
        }

        var (low, high) = (cues.Holds("low", heard.Turn.Text), cues.Holds("high", heard.Turn.Text));
        if (low || high)
        {
            filled.Add(slot.Id);
            filling.Take(slot, new AnswerValue.YesNo(low ? YesNoClass.No : YesNoClass.Yes), heard.Turn, (0, heard.Turn.Text.Length), "asked.rank");
        }
    }

    // "Who is pushing for this?" - "Our head of support": whoever is named is somebody.
    private void TakeNamed(LeadTurn heard, ImmutableArray<Slot> open, SellerTurn? seller)
    {
        if (open.FirstOrDefault(slot => slot.Type == SlotType.YesNo && !IsPriority(slot) && !filled.Contains(slot.Id)) is { } slot && seller is { IsPolar: false, Asked: not null } && heard.Reply != Reply.Unsure && heard.Withholds is null && heard.Turn.Text.Length > 0)
        {
            filled.Add(slot.Id);
            filling.Take(slot, new AnswerValue.YesNo(heard.Reply == Reply.No ? YesNoClass.No : YesNoClass.Yes), heard.Turn, (0, heard.Turn.Text.Length), "asked.named");
        }
    }

    // "We have no clue who they talked to": asked for a problem, words of trouble tell one, though they sound unsure.
    private void TakeTrouble(LeadTurn heard, ImmutableArray<Slot> open)
    {
        if (heard.Reply is Reply.Other && heard.Withholds != WithheldReason.Declined && open.FirstOrDefault(slot => slot.Type == SlotType.Need && !filled.Contains(slot.Id)) is { } slot && cues.Holds("trouble", heard.Turn.Text))
        {
            filled.Add(slot.Id);
            filling.Take(slot, new AnswerValue.Need(true, null, heard.Turn.Text.Trim()), heard.Turn, (0, heard.Turn.Text.Length), "asked.trouble");
        }
    }

    private void TakeTexts(LeadTurn heard, ImmutableArray<Slot> open)
    {
        if (open.FirstOrDefault(slot => slot.Type == SlotType.Text && !filled.Contains(slot.Id)) is not { } slot || heard.Reply == Reply.Unsure || heard.Withholds == WithheldReason.Declined)
        {
            return;
        }

        var text = heard.Turn.Text;
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (heard.Reply == Reply.No)
        {
            filling.Deny(slot);
        }
        else if (words >= LeastWordsOfText && !text.AsSpan().TrimEnd().EndsWith("?", StringComparison.Ordinal))
        {
            filled.Add(slot.Id);
            filling.Take(slot, new AnswerValue.Text(text.Trim()), heard.Turn, (0, text.Length), "asked.text");
        }
    }
}
