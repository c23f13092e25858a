using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Money;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>Plain numbers that nothing else has taken, with their bounds and ranges.</summary>
internal static class NumberReader
{
    public static void Run(Sentence s, List<Candidate> found)
    {
        for (var i = 0; i < s.Count;)
        {
            var end = TryRead(s, i, found);
            i = end > i ? end : i + 1;
        }
    }

    private static int TryRead(Sentence s, int index, List<Candidate> found)
    {
        var bound = MoneyGrammar.Bound(s, index, out var at);
        var (negative, start) = Sign(s, bound == 0 ? index : at);
        var quantity = s.Quantity(start);
        if (!quantity.Exists || quantity.Broken || quantity.Weak || !s.IsFree(index, quantity.End))
        {
            return index;
        }

        var value = negative ? -quantity.Value : quantity.Value;
        var (low, high, end) = Range(s, index, quantity.End, value);
        if (bound == 0 && end == quantity.End && s.Has(end, Tag.OrMore, Tag.OrLess))
        {
            (bound, end) = (s.Has(end, Tag.OrMore) ? 1 : -1, end + 1);
        }

        var number = new AnswerValue.Number(bound < 0 ? null : low, bound > 0 ? null : high);
        found.Add(new Candidate(SlotType.Number, number, s.StartOf(index), s.EndBefore(end) - s.StartOf(index), "number"));
        return end;
    }

    private static (bool Negative, int Start) Sign(Sentence s, int index)
    {
        var dash = s.Sign(index) == '-' && (index == 0 || !s.Glued(index) || s.Glued(index) && s.Sign(index - 1) == '(') && s.Quantity(index + 1).Exists && !s.Quantity(index - 1).Exists;
        return dash || s.Has(index, Tag.Negative) ? (true, index + 1) : (false, index);
    }

    private static (decimal Low, decimal High, int End) Range(Sentence s, int index, int end, decimal low)
    {
        var between = s.Has(index - 1, Tag.Between);
        var link = s.Has(end, Tag.To) || s.Sign(end) is '-' or '~' || (between && s.Has(end, Tag.And));
        var high = link ? s.Quantity(end + 1) : default;
        return high is { Exists: true, Broken: false, Ordinal: false } && high.Value > low ? (low, high.Value, high.End) : (low, low, end);
    }
}
