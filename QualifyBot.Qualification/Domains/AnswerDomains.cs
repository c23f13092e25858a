using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Domains;

/// <summary>All that a playbook can tell apart: for each slot a few answers that stand for all, for each kind of signal the counts and ages.</summary>
public sealed class AnswerDomains
{
    // What is derived of an immutable playbook is derived once; it lives as long as the playbook.
    private static readonly ConditionalWeakTable<Playbook, AnswerDomains> Derived = [];

    private readonly FrozenDictionary<string, Domain> bySlot;

    private AnswerDomains(Playbook playbook)
    {
        var conditions = ReadConditions.Of(playbook);
        var leaves = conditions.SelectMany(ConditionProblems.Leaves).Distinct().ToLookup(static leaf => leaf.Slot, StringComparer.Ordinal);
        Slots = [.. playbook.Slots.Select(slot => new Domain(slot, [.. leaves[slot.Id]], playbook))];
        Signals = [.. playbook.Signals.Select(kind => SignalDomain.Of(kind, conditions, playbook))];
        bySlot = Slots.ToFrozenDictionary(static domain => domain.Slot.Id, StringComparer.Ordinal);
    }

    /// <summary>One domain for each slot, in playbook order.</summary>
    public ImmutableArray<Domain> Slots { get; }

    /// <summary>One domain for each kind of signal, in playbook order.</summary>
    public ImmutableArray<SignalDomain> Signals { get; }

    /// <summary>The domain of a slot of the playbook.</summary>
    public Domain this[string slot] => bySlot[slot];

    /// <summary>The domains of a playbook: a function of the playbook alone.</summary>
    public static AnswerDomains Of(Playbook playbook) => Derived.GetValue(playbook, static known => new AnswerDomains(known));
}
