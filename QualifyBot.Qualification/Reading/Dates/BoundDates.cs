using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Bounds that a start keeps to: "not before June", "not for another six months", "Q2 at the earliest", "latest end of March".</summary>
internal static class BoundDates
{
    public static TimeNode Read(Sentence s, int index)
    {
        var next = s.Sign(index + 1) == ':' ? index + 2 : index + 1;
        var linked = s.Has(next, Tag.In, Tag.On) || s.Has(next, Tag.By, Tag.From) || s.Has(next, Tag.The) ? next + 1 : next;
        if (s.Has(index, Tag.NotBefore) && LengthGrammar.Read(s, s.Has(linked, Tag.AtLeast, Tag.About) ? linked + 1 : linked) is { Exists: true, Unit: >= TimeUnit.Day } length && Cal.IsBearable(length) && !s.Has(length.End, Tag.Of, Tag.After))
        {
            return CountedDates.At(s, length, 1, length.End) with { OpenTo = true };
        }

        var node = OpenGrammar.Operand(s, next);
        node = node.Exists || linked == next ? node : OpenGrammar.Operand(s, linked);
        return !node.Exists || node.ClockOnly ? default : Bound(s, node, !s.Has(index, Tag.Latest));
    }

    /// <summary>A time as the first or the last that counts.</summary>
    public static TimeNode Bound(Sentence s, TimeNode node, bool first)
    {
        if (node.ClockOnly)
        {
            return node;
        }

        var today = s.Context.Now.Date;
        return first ? node with { OpenTo = true, Weak = false }
            : node.To > today ? node with { From = node.From < today ? node.From : today, Bounded = true, IsRange = true, Weak = false } : node;
    }
}
