using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Times open on one side, and the plain ones: "by end of March", "after the summer", "2027 or later".</summary>
internal static class OpenGrammar
{
    public static TimeNode Read(Sentence s, int index)
    {
        return ClockZones.Read(s, ReadUnzoned(s, index));
    }

    private static TimeNode ReadUnzoned(Sentence s, int index)
    {
        var range = RangeGrammar.Read(s, index);
        var open = range.Exists ? default : ReadOpen(s, index);
        if (open.Exists)
        {
            return open;
        }

        var node = range.Exists ? range : PointGrammar.Read(s, index);
        return node.Exists && (!node.IsRange || s.Has(node.End, Tag.Earliest, Tag.Latest)) ? Behind(s, node) : node;
    }

    private static TimeNode ReadOpen(Sentence s, int index)
    {
        if (s.Has(index, Tag.NotBefore) || s.Has(index, Tag.Earliest, Tag.Latest))
        {
            return BoundDates.Read(s, index);
        }

        var (before, by, until) = (s.Has(index, Tag.Before), s.Has(index, Tag.By), s.Has(index, Tag.Until));
        var (after, since) = (s.Has(index, Tag.After, Tag.MoreThan), s.Has(index, Tag.Since, Tag.Starting));
        after &= !s.Has(index, Tag.For) && !(s.Has(index, Tag.Past) && (s.Has(index + 1, Tag.Unit) || s.Quantity(index + 1).Exists));
        if (!before && !by && !until && !after && !since)
        {
            return default;
        }

        var next = s.Has(index + 1, Tag.On, Tag.From) || s.Has(index + 1, Tag.The) && !s.Has(index + 2, Tag.Weekday) ? index + 2 : index + 1;
        var node = Operand(s, index + 1);
        node = node.Exists ? node : Operand(s, next);
        if (!node.Exists || (node.Weak && node.ClockOnly && !node.IsPart && !s.Context.Requested.Contains(SlotType.Time)))
        {
            return default;
        }

        node.Weak &= s.Has(index, Tag.MoreThan);
        node.BoundStart = before && !node.IsRange && node.Grain is Grain.Day or Grain.Hour or Grain.Minute && !node.IsPart ? next : 0;
        if (node.IsRange && !node.HasClock && node.To > node.From.AddDays(1) && RangeGrammar.Read(s, next).Exists)
        {
            return node;
        }

        return until && !node.HasClock ? node with { UntilDay = true } : before || by || until ? Until(s, node, before) : node with { From = after && !IsStart(s, index, node) ? AfterOf(node) : node.From, OpenTo = true };
    }

    /// <summary>The time that a bound is of.</summary>
    public static TimeNode Operand(Sentence s, int index)
    {
        var point = PointGrammar.Read(s, index);
        if (s.Has(index - 1, Tag.After) && LengthGrammar.Read(s, index) is { Exists: true, Article: false, Unit: >= TimeUnit.Day } length && length.End > point.End && Cal.IsBearable(length) && !s.Has(length.End, Tag.Of))
        {
            return CountedDates.At(s, length, 1, length.End);
        }

        return point.Exists ? point : DateParts.Unit(s, index) is { Exists: true } unit && s.EndsClause(unit.End) ? unit : default;
    }

    // "before March" ends when March starts; "by March" too, "by Friday" and "by the end of March" when they end.
    private static TimeNode Until(Sentence s, TimeNode node, bool before)
    {
        var whole = before ? node.IsCut && node.IsEnd : !node.HasClock && (node.IsRange || node.Grain is Grain.Day or Grain.Week);
        var to = whole ? node.To : node.From;
        var now = s.Context.Now;
        return before || node.HasClock || to <= now ? node with { To = to, OpenFrom = true } : node with { To = to, From = now.Date, IsRange = true, Bounded = true };
    }

    // "after the beginning of March": the day on which it starts.
    private static bool IsStart(Sentence s, int index, TimeNode node) => node.IsCut && (s.Has(index + 1, Tag.Start) || s.Has(index + 2, Tag.Start));

    // "after the 15th" counts from that day on, "after March" or "after Ramadan" from its end.
    private static DateTime AfterOf(TimeNode node) => (node.HasClock && !node.IsPart) || (node.Grain == Grain.Day && !node.IsRange && node.To == node.From.AddDays(1)) ? node.From : node.To;

    // "2018 or later", "Monday or before", "1/1/2026 and after".
    private static TimeNode Behind(Sentence s, TimeNode node)
    {
        // "5 or more" is a number unless a time was asked for.
        if (node.Weak && node.ClockOnly && !node.IsPart && !s.Context.Requested.Contains(SlotType.Time))
        {
            return node;
        }

        if (s.Has(node.End, Tag.Earliest, Tag.Latest))
        {
            return BoundDates.Bound(s, node, s.Has(node.End, Tag.Earliest)) with { End = node.End + 1 };
        }

        var next = s.Has(node.End, Tag.Or, Tag.And) ? node.End + 1 : node.End;
        if ((s.Has(node.End, Tag.OrMore) && !(node.Weak && node.ClockOnly)) || (next > node.End && s.Has(next, Tag.Later) && (s.EndsClause(next + 1) || s.Has(next + 1, Tag.On))) || (next > node.End && s.Has(next, Tag.After) && s.EndsClause(next + 1)))
        {
            return WithDate(s, node with { OpenTo = true, Weak = false, End = s.Has(node.End, Tag.OrMore) ? node.End + 1 : next + 1 });
        }

        return next > node.End && (s.Has(next, Tag.Before) || s.Has(next, Tag.Earlier)) && s.EndsClause(next + 1) ? node with { OpenFrom = true, To = node.To, Weak = false, End = next + 1 } : node;
    }

    // "3 pm or later on Monday".
    private static TimeNode WithDate(Sentence s, TimeNode node)
    {
        if (!node.ClockOnly)
        {
            return node;
        }

        var date = DateGrammar.Read(s, s.Has(node.End, Tag.On) ? node.End + 1 : node.End);
        return date is { Exists: true, Grain: Grain.Day } ? node with { From = date.From.Date + node.From.TimeOfDay, ClockOnly = false, End = date.End } : node;
    }
}
