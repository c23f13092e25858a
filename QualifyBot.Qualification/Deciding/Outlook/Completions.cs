using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>
/// Goes through all that a visitor may still answer. Where what is possible is already told, nothing further is tried; beyond a fixed amount of
/// work the search gives up, and then a question counts as one that matters.
/// </summary>
internal sealed class Completions
{
    /// <summary>How often what is possible is looked at for one step of a talk, before the search gives up.</summary>
    private const int MostWork = 16_384;

    /// <summary>What going through one talk to its end costs, in the same measure.</summary>
    private const int WorkOfTalk = 4;

    private readonly Prospect prospect;
    private readonly bool isExhaustive;
    private int work;

    public Completions(Prospect prospect)
    {
        this.prospect = prospect;
        isExhaustive = prospect.Open.All(slot => prospect.Plan.Slots[slot].Domain.IsExhaustive);
    }

    /// <summary>Whether it is proved that all the talks that may follow end like this.</summary>
    public bool AllEndIn(Outcome outcome) => !SomeEndsOtherwise(outcome, 0);

    /// <summary>Whether another answer for this open slot could give another outcome; false only where it is proved that none can.</summary>
    public bool Matters(int slot) => prospect.Open.Contains(slot) && (!prospect.Plan.Slots[slot].Domain.IsExhaustive || Varies(slot, 0));

    /// <summary>How many outcomes an answer for this slot rules out, summed over its domain, and the number of answers there.</summary>
    public (int RuledOut, int Answers) Narrowing(int slot)
    {
        if (!prospect.Open.Contains(slot))
        {
            return (0, 1);
        }

        var (before, values, ruledOut) = (prospect.Possible().Count, ValuesOf(slot).Length, 0);
        for (var value = 0; value < values; value++)
        {
            prospect.Assume(slot, value);
            ruledOut += before - prospect.Possible().Count;
        }

        prospect.Forget(slot);
        return (ruledOut, values);
    }

    private ImmutableArray<Row> ValuesOf(int slot) => prospect.Plan.Slots[slot].Values;

    private bool SomeEndsOtherwise(Outcome outcome, int depth)
    {
        var possible = prospect.Possible();
        if (possible == Outcomes.Only(outcome))
        {
            return false;
        }

        if (++work > MostWork || !possible.Overlaps(Outcomes.Only(outcome)))
        {
            return true;
        }

        if (depth == prospect.Open.Length)
        {
            return !isExhaustive || End() != outcome;
        }

        var found = false;
        for (var value = 0; value < ValuesOf(prospect.Open[depth]).Length && !found; value++)
        {
            prospect.Assume(prospect.Open[depth], value);
            found = SomeEndsOtherwise(outcome, depth + 1);
        }

        prospect.Forget(prospect.Open[depth]);
        return found;
    }

    private bool Varies(int slot, int depth)
    {
        if (depth < prospect.Open.Length && prospect.Open[depth] == slot)
        {
            return Varies(slot, depth + 1);
        }

        if (ByValue(slot) is { } known)
        {
            return known;
        }

        if (work > MostWork || depth == prospect.Open.Length)
        {
            return work > MostWork || !isExhaustive || EndsDiffer(slot);
        }

        var found = false;
        for (var value = 0; value < ValuesOf(prospect.Open[depth]).Length && !found; value++)
        {
            prospect.Assume(prospect.Open[depth], value);
            found = Varies(slot, depth + 1);
        }

        prospect.Forget(prospect.Open[depth]);
        return found;
    }

    /// <summary>True where two answers for the slot have no outcome in common, false where all have the same one, null where neither is told.</summary>
    private bool? ByValue(int slot)
    {
        var (sets, isOne, apart) = (0, true, false);
        for (var value = 0; value < ValuesOf(slot).Length && !apart; value++)
        {
            prospect.Assume(slot, value);
            var possible = prospect.Possible();
            work++;
            sets |= 1 << possible.Bits;
            isOne &= possible.Count == 1;
            apart = IsApart(possible, sets);
        }

        prospect.Forget(slot);
        return apart ? true : isOne ? false : null;
    }

    private static bool IsApart(Outcomes possible, int sets)
    {
        for (var bits = 1; bits < 16; bits++)
        {
            if ((sets & (1 << bits)) != 0 && !possible.Overlaps(new Outcomes(bits)))
            {
                return true;
            }
        }

        return false;
    }

    private Outcome? End()
    {
        work += WorkOfTalk;
        return prospect.End();
    }

    private bool EndsDiffer(int slot)
    {
        Outcome? first = null;
        var differ = false;
        for (var value = 0; value < ValuesOf(slot).Length && !differ; value++)
        {
            prospect.Assume(slot, value);
            var outcome = End();
            differ = first is not null && outcome != first;
            first = outcome;
        }

        prospect.Forget(slot);
        return differ;
    }
}
