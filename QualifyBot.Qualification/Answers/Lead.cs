using System.Collections.Immutable;

namespace QualifyBot.Qualification.Answers;

/// <summary>What is known of a lead: at most one answer a slot, and signals, both sorted, so that the order in which they came leaves no trace.</summary>
/// <remarks>A list that a stored form lacks is empty.</remarks>
public sealed record Lead
{
    /// <summary>A lead of whom nothing is known.</summary>
    public static readonly Lead Empty = new();

    /// <summary>The answers, one a slot, in ordinal order of their slots.</summary>
    public ImmutableArray<Answer> Answers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The signals, each once, oldest first.</summary>
    public ImmutableArray<Signal> Signals { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The answer for a slot, or null.</summary>
    public Answer? Find(string slot)
    {
        var index = IndexOf(slot);
        return index >= 0 ? Answers[index] : null;
    }

    /// <summary>This lead with an answer added, or put in the place of an older one for the same slot.</summary>
    public Lead With(Answer answer)
    {
        var index = IndexOf(answer.Slot);
        return this with { Answers = index >= 0 ? Answers.SetItem(index, answer) : Answers.Insert(~index, answer) };
    }

    /// <summary>This lead without the answer for a slot.</summary>
    public Lead Without(string slot)
    {
        var index = IndexOf(slot);
        return index >= 0 ? this with { Answers = Answers.RemoveAt(index) } : this;
    }

    /// <summary>This lead with a signal added, or put in the place of the one with the same id.</summary>
    public Lead With(Signal signal)
    {
        var others = Signals.RemoveAll(known => string.Equals(known.Id, signal.Id, StringComparison.Ordinal));
        var index = others.BinarySearch(signal, Signal.Order);
        return this with { Signals = others.Insert(~index, signal) };
    }

    /// <summary>The newest signal that tells the value of a slot, or null.</summary>
    public Signal? Told(string slot)
    {
        for (var index = Signals.Length - 1; index >= 0; index--)
        {
            if (Signals[index].Value is not null && string.Equals(Signals[index].Slot, slot, StringComparison.Ordinal))
            {
                return Signals[index];
            }
        }

        return null;
    }

    private int IndexOf(string slot)
    {
        var (low, high) = (0, Answers.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Answers[middle].Slot, slot);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
