using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>Plain numbers that nothing else has taken, with their bounds and ranges.</summary>
internal static class NumberReader
{
    /// <summary>A page of figures answers no question: the first so many are read.</summary>
    private const int Most = 128;

    public static void Run(Sentence s, List<Candidate> found)
    {
        var most = found.Count + Most;
        for (var i = 0; i < s.Count && found.Count < most;)
        {
            var end = TryRead(s, i, found);
            i = end > i ? end : i + 1;
        }
    }

    private static int TryRead(Sentence s, int index, List<Candidate> found)
    {
        var first = Part(s, index);
        if (!first.Exists || !s.IsFree(index, first.End))
        {
            return index;
        }

        var (low, high, end) = first.Bound == 0 && !first.Equal ? Range(s, index, first) : Pair(s, first);
        var number = new AnswerValue.Number(low, high);
        found.Add(new Candidate(SlotType.Number, number, s.StartOf(index), s.EndBefore(end) - s.StartOf(index), "number"));
        return end;
    }

    // A bound, if any, and the number behind it.
    private static NumberPart Part(Sentence s, int index)
    {
        var equal = s.Has(index, Tag.Equal) && !s.Quantity(index).Exists;
        var at = index + 1;
        var bound = equal ? 0 : Bounds.Before(s, index, out at);
        var value = SimpleNumber.Read(s, at, led: bound != 0 || equal || s.Has(index - 1, Tag.Between) || s.Has(index - 1, Tag.And, Tag.To));
        if (!value.Exists)
        {
            return default;
        }

        var (behind, end) = bound == 0 ? Bounds.Behind(s, value.End) : (0, value.End);
        bound = bound == 0 ? behind : bound;
        return new NumberPart { Low = bound < 0 ? null : value.Value, High = bound > 0 ? null : value.Value, Bound = bound, Equal = equal, Ordinal = value.Ordinal, End = end };
    }

    // "above 10 and below 15", "at most 100 but at least 20", "100 no máximo e 20 no mínimo".
    private static (decimal? Low, decimal? High, int End) Pair(Sentence s, NumberPart first)
    {
        var next = s.Has(first.End, Tag.And, Tag.NumberAnd) || s.Has(first.End, Tag.But) || s.Sign(first.End) == ',' ? first.End + 1 : first.End;
        next = next > first.End && s.Has(next, Tag.And, Tag.But) ? next + 1 : next;
        var second = first.Bound != 0 ? Part(s, next) : default;
        if (!second.Exists || second.Bound != -first.Bound || !s.IsFree(next, second.End))
        {
            return (first.Low, first.High, first.End);
        }

        var (low, high) = (first.Low ?? second.Low, first.High ?? second.High);
        return low <= high ? (low, high, second.End) : (first.Low, first.High, first.End);
    }

    private static (decimal? Low, decimal? High, int End) Range(Sentence s, int index, NumberPart low)
    {
        var between = s.Has(index - 1, Tag.Between) || (s.Has(index - 1, Tag.From) && !s.Has(index - 1, Tag.Of));
        var end = low.End;
        var link = s.Has(end, Tag.To) || s.Sign(end) is '-' or '~' || (between && s.Has(end, Tag.And, Tag.NumberAnd));
        var high = link ? SimpleNumber.Read(s, s.Has(end + 1, Tag.The) ? end + 2 : end + 1, led: between) : default;
        return high.Exists && high.Value > low.Low && high.Ordinal == low.Ordinal && s.IsFree(end, high.End) ? (low.Low, high.Value, high.End) : (low.Low, low.High, end);
    }

    private struct NumberPart
    {
        public decimal? Low;
        public decimal? High;
        public int Bound;
        public bool Equal;
        public bool Ordinal;
        public int End;

        public readonly bool Exists => End > 0;
    }
}
