using System.Collections.Immutable;
using System.Globalization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Calls;

/// <summary>
/// What a call has told of a lead so far. A lead's own words come before what a seller said and the lead confirmed; a later answer takes the
/// place of an earlier one where it was asked for anew or words of correction stand with it.
/// </summary>
internal sealed class CallFilling(Playbook playbook)
{
    private readonly Dictionary<string, Evidence> confirmations = new(StringComparer.Ordinal);
    private readonly HashSet<string> denied = new(StringComparer.Ordinal);

    /// <summary>What is known.</summary>
    public Lead Lead { get; private set; } = Lead.Empty;

    /// <summary>The lead's words that confirm an answer which quotes the seller, by slot.</summary>
    public IReadOnlyDictionary<string, Evidence> Confirmations => confirmations;

    /// <summary>Slots whose question the lead answered with no, where the slot has no value that says so.</summary>
    public IReadOnlySet<string> Denied => denied;

    /// <summary>The playbook.</summary>
    public Playbook Playbook => playbook;

    /// <summary>Takes a span of the lead's turn as the answer for a slot.</summary>
    public void Take(Slot slot, AnswerValue value, CallTurn turn, (int Start, int Length) span, string reader) =>
        Put(slot, value, EvidenceOf(turn, span, reader));

    /// <summary>Takes what the seller said as the answer, because the lead confirmed it.</summary>
    public void TakeConfirmed(Slot slot, Candidate proposal, CallTurn seller, CallTurn lead, (int Start, int Length) words)
    {
        Put(slot, proposal.Value, EvidenceOf(seller, (proposal.Start, proposal.Length), "confirmed"));
        confirmations[slot.Id] = EvidenceOf(lead, words, "confirmation");
    }

    /// <summary>Notes that the lead said no to a question whose slot has no value for it.</summary>
    public void Deny(Slot slot)
    {
        if (!IsSettled(slot))
        {
            denied.Add(slot.Id);
        }
    }

    /// <summary>Notes that an answer did not come; what is known already stays.</summary>
    public void Withhold(Slot slot, WithheldReason reason, CallTurn turn)
    {
        if (Lead.Find(slot.Id) is null && turn.Text.Length > 0)
        {
            Put(slot, new AnswerValue.Withheld(reason), EvidenceOf(turn, (0, turn.Text.Length), "act.withheld"));
        }
    }

    /// <summary>Whether the slot has an answer that settles it.</summary>
    public bool IsSettled(Slot slot) => Lead.Find(slot.Id) is { } answer && !Settling.IsOpen(answer.Value);

    private void Put(Slot slot, AnswerValue value, Evidence evidence)
    {
        denied.Remove(slot.Id);
        confirmations.Remove(slot.Id);
        Lead = Lead.With(new Answer(slot.Id, value, evidence, DateTimeOffset.UnixEpoch));
    }

    private static Evidence EvidenceOf(CallTurn turn, (int Start, int Length) span, string reader) =>
        new(turn.Index.ToString(CultureInfo.InvariantCulture), span.Start, span.Length, turn.Text.Substring(span.Start, span.Length), reader);
}

/// <summary>Which answers leave open what they answer.</summary>
internal static class Settling
{
    /// <summary>True for an answer withheld, undecided, unclear or hanging on an event: the criterion stays unknown.</summary>
    public static bool IsOpen(AnswerValue value) => value is AnswerValue.Withheld
        or AnswerValue.Money { Status: MoneyStatus.Declined or MoneyStatus.Undecided }
        or AnswerValue.Timeframe { Class: TimeframeClass.Unknown or TimeframeClass.Declined or TimeframeClass.Event }
        or AnswerValue.Authority { Class: AuthorityClass.Unclear }
        or AnswerValue.YesNo { Class: YesNoClass.Unsure };
}
