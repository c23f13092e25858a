using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>The message to take in.</summary>
/// <param name="Id">The activity's id.</param>
/// <param name="Text">Its words.</param>
/// <param name="At">When it came.</param>
public sealed record IncomingMessage(string Id, string Text, DateTimeOffset At);

/// <summary>
/// Puts what was read into the slots of a playbook. A span feeds one slot, save for the size of a company within a problem; the open
/// question's slot comes first; an older answer that settles its question gives way only to an answer to the open question, to a
/// correction or to what is told anew (<see cref="Restated"/>); silence fills nothing.
/// </summary>
public sealed partial class SlotFilling(Playbook playbook, IncomingMessage message)
{
    private readonly List<(int Start, int End)> used = [];
    private readonly List<Answer> added = [];
    private readonly List<Answer> changed = [];
    private readonly List<string> removed = [];
    private readonly List<string> denied = [];

    /// <summary>True where the visitor was asked what of the known has changed: an answer takes the place of an older one without being called a correction.</summary>
    public bool Replaces { get; init; }

    /// <summary>Takes a message into a lead.</summary>
    /// <param name="lead">What is known so far.</param>
    /// <param name="heard">What was read in the message.</param>
    /// <param name="openSlot">The slot that was asked for, or null.</param>
    /// <param name="insisted">True where the question was put before and an answer that settles little is better than none.</param>
    public Filling Fill(Lead lead, Heard heard, string? openSlot, bool insisted)
    {
        var reading = heard.Reading;
        var open = openSlot is null ? null : playbook.FindSlot(openSlot);
        ImmutableArray<Doubt> doubts = [.. heard.Conflicts.Select(DoubtOf)];
        foreach (var candidate in reading.Candidates.Where(candidate => !heard.Conflicts.Any(conflict => conflict.Rule.Type == candidate.Type)).OrderBy(candidate => PlaceOf(candidate, open)))
        {
            lead = Take(lead, candidate, open, reading, insisted);
        }

        lead = TakePressing(lead, open, reading);
        foreach (var proposal in heard.Proposals)
        {
            lead = TakeProposed(lead, proposal);
        }

        lead = TakeDenied(TakeBack(lead, reading), reading);
        if (open is not null && lead.Find(open.Id) is null or { Value: AnswerValue.Withheld } && !IsFilled(open.Id) && !doubts.Any(doubt => doubt.Rule.Slot == open.Id) && Settling.WithheldBy(reading.Acts, open.Type) is { } reason)
        {
            lead = Put(lead, open.Id, new AnswerValue.Withheld(reason), WholeMessage("act.withheld"));
        }

        return Told(lead) with { Doubts = doubts };
    }

    /// <summary>Takes the reading that the visitor chose; its words stand in an earlier message.</summary>
    public Filling FillChosen(Lead lead, Answer chosen) => Told(Put(lead, chosen with { At = message.At }));

    /// <summary>Takes the whole message as the answer for one slot, as a click on a choice does.</summary>
    public Filling FillWhole(Lead lead, string slot, AnswerValue value, string reader) =>
        Told(Put(lead, slot, value, WholeMessage(reader)));

    /// <summary>Adds what was read to the need that a slot holds; the words that earned its points stay, unless the new ones show a kind and the old ones none.</summary>
    public Filling FillMore(Lead lead, string slot, Candidate candidate)
    {
        if (lead.Find(slot) is not { Value: AnswerValue.Need { Present: true } known } old || candidate.Value is not AnswerValue.Need { Present: true } more)
        {
            return Told(lead);
        }

        var read = Read(slot, candidate);
        var whole = known with { Category = known.Category ?? more.Category, Words = known.Words.Length == 0 ? more.Words : $"{known.Words}; {more.Words}" };
        var told = Put(lead, (known.Category is null && more.Category is not null ? read : old) with { Value = whole });
        changed.Clear();
        added.Add(read);
        return Told(told);
    }

    /// <summary>Notes that an answer will not come, resting on no words.</summary>
    public Filling FillNothing(Lead lead, string slot, WithheldReason reason) =>
        Told(Put(lead, slot, new AnswerValue.Withheld(reason), new Evidence(message.Id, 0, 0, "", "none")));

    private Filling Told(Lead lead) => new(lead, [.. added], [.. changed], [.. removed, .. denied]) { Denied = [.. denied] };

    // The words of both readings feed nothing else meanwhile.
    private Doubt DoubtOf(Conflict conflict) => new(Read(conflict.Slot, conflict.Rule), Read(conflict.Slot, conflict.Model));

    private Lead Take(Lead lead, Candidate candidate, Slot? open, MessageReading reading, bool insisted)
    {
        if (OnTop.Of(playbook, lead, open, candidate) is { } sum)
        {
            return IsFilled(sum.Slot) ? lead : PutRead(lead, sum.Slot, candidate with { Value = sum.Value });
        }

        var settles = insisted || !(Settling.IsLittle(candidate.Value) || Settling.IsBareNo(candidate, message.Text));
        if (!settles || IsUsed(candidate) || SlotFor(lead, candidate, open, reading) is not { } slot)
        {
            return lead;
        }

        return PutRead(lead, slot, candidate);
    }

    // A model fills what is unknown and what the rules left, and adds the kind to a need that they read; it changes no other answer.
    private Lead TakeProposed(Lead lead, Proposal proposal)
    {
        var (slot, candidate) = proposal;
        var known = lead.Find(slot);
        if (known is not null && IsFilled(slot) && Weighing.Refines(known.Value, candidate.Value))
        {
            var isNew = added.RemoveAll(answer => answer.Slot == slot) > 0;
            changed.RemoveAll(answer => answer.Slot == slot);
            return PutRead(isNew ? lead.Without(slot) : lead, slot, candidate);
        }

        return known is null or { Value: AnswerValue.Withheld } && !IsFilled(slot) && !IsUsed(candidate) ? PutRead(lead, slot, candidate) : lead;
    }

    // "Top of my list" answers yes, "rather low" no.
    private Lead TakePressing(Lead lead, Slot? open, MessageReading reading) =>
        open is { Type: SlotType.YesNo } && !IsFilled(open.Id) && lead.Find(open.Id)?.Value is null or AnswerValue.Withheld && Pressing.Of(reading, message.Text) is { } candidate && !IsUsed(candidate)
            ? PutRead(lead, open.Id, candidate)
            : lead;

    private Lead PutRead(Lead lead, string slot, Candidate candidate) => Put(lead, Carried.Over(lead.Find(slot)?.Value, Read(slot, candidate)));

    private Answer Read(string slot, Candidate candidate)
    {
        var value = Settling.IsRefused(candidate.Value) ? new AnswerValue.Withheld(WithheldReason.Declined) : candidate.Value;
        used.AddRange(candidate.Rule == MessageReading.SizeOfCompany ? [] : [(candidate.Start, candidate.Start + candidate.Length)]);
        var quote = message.Text.Substring(candidate.Start, candidate.Length);
        return new Answer(slot, value, new Evidence(message.Id, candidate.Start, candidate.Length, quote, candidate.Rule), message.At);
    }

    private string? SlotFor(Lead lead, Candidate candidate, Slot? open, MessageReading reading)
    {
        if (candidate.Value is AnswerValue.Time { Except: true } || IsDenialOfOther(candidate, reading) || (Settling.IsRefused(candidate.Value) && open is not null && lead.Find(open.Id) is { Value: not AnswerValue.Withheld }))
        {
            return null;
        }

        if (open is not null && open.Type == candidate.Type && !IsFilled(open.Id))
        {
            return open.Id;
        }

        // These mean something only as the answer to a question.
        if (candidate.Type is SlotType.YesNo or SlotType.Number or SlotType.Duration or SlotType.Time or SlotType.Text || Settling.IsRefused(candidate.Value))
        {
            return null;
        }

        var slots = playbook.Slots.Where(slot => slot.Type == candidate.Type && !IsFilled(slot.Id)).ToArray();
        var empty = Array.Find(slots, slot => lead.Find(slot.Id)?.Value is null or AnswerValue.Withheld)
            ?? Array.Find(slots, slot => Settling.LeavesOpen(lead.Find(slot.Id)!.Value) && !Settling.LeavesOpen(candidate.Value));
        return empty?.Id ?? ((Replaces || Corrects(reading, candidate.Type) || (Restated.Is(lead, slots, candidate, message.Text, isAsking: open is not null) && !(open is null && Restated.IsOfDemo(reading)))) && slots.Length > 0 ? slots[0].Id : null);
    }

    // "No, 300 people, not 30" and "actually I decide alone" answer no question for yes or no.
    private static bool IsDenialOfOther(Candidate candidate, MessageReading reading) =>
        candidate.Value is AnswerValue.YesNo { Class: not YesNoClass.Yes } && reading.Corrections.Any(static correction => correction.Type is not (null or SlotType.YesNo));

    private Lead Put(Lead lead, string slot, AnswerValue value, Evidence evidence) => Put(lead, new Answer(slot, value, evidence, message.At));

    private Lead Put(Lead lead, Answer answer)
    {
        var old = lead.Find(answer.Slot);
        if (old is not null && old.Value.Equals(answer.Value))
        {
            return lead;
        }

        (old is null or { Value: AnswerValue.Withheld } ? added : changed).Add(answer);
        return lead.With(answer);
    }

    private Evidence WholeMessage(string reader) => new(message.Id, 0, message.Text.Length, message.Text, reader);

    private bool IsFilled(string slot) => added.Exists(answer => answer.Slot == slot) || changed.Exists(answer => answer.Slot == slot);

    // "Drowning in spreadsheets at our 45 person firm": how large the company is stands in the words of a problem and is no part of it.
    private bool IsUsed(Candidate candidate) =>
        candidate.Rule != MessageReading.SizeOfCompany && used.Exists(span => candidate.Start < span.End && candidate.Start + candidate.Length > span.Start);

    private static bool Corrects(MessageReading reading, SlotType type) =>
        reading.Acts.Contains(Act.Change) || reading.Corrections.Any(correction => correction.Type == type);

    // Who is asked for the situation and tells the problem has told the problem.
    private int PlaceOf(Candidate candidate, Slot? open) =>
        candidate.Rule == MessageReading.TextOfLastResort ? 1
        : candidate.Type == SlotType.Need && open is not null && !playbook.Slots.Contains(open) ? -1
        : 0;
}
