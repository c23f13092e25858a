using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>The days of a timeline: what a time means as a start that lies ahead.</summary>
internal static class TimeframeDays
{
    private const int ReachOfDeadline = 5;
    private const int MostYearsAhead = 2;
    private const int MonthsOfHalf = 6;

    // Who names half a year of which fewer days are left means the next such half.
    private const int LeastOfHalf = 46;

    /// <summary>The next such stretch where one without a year is over: "mid-year", "week 12", "first half of the year".</summary>
    public static TimeNode Ahead(Sentence s, int start, TimeNode node)
    {
        var today = s.Context.Now.Date;
        if (IsHalfAlmostOver(s, start, node))
        {
            return node with { From = node.From.AddYears(1), To = node.To.AddYears(1) };
        }

        if (node.To > today || node.OpenTo || node.HasClock || !(node.IsCut || node.Grain is Grain.Week or Grain.Quarter) || IsPast(s, start, node.End))
        {
            return node;
        }

        if (node.Grain == Grain.Week)
        {
            var week = System.Globalization.ISOWeek.GetWeekOfYear(node.From);
            var monday = System.Globalization.ISOWeek.ToDateTime(today.AddDays(-3).Year + 1, week, DayOfWeek.Monday);
            return node with { From = monday, To = monday.AddDays(7) };
        }

        var months = node.Fixed && node.IsCut ? node.Grain switch { Grain.Month => 1, Grain.Quarter => 3, _ => 12 } : 12;
        for (var i = 0; i < MostYearsAhead * 12 && node.To <= today; i += months)
        {
            node = node with { From = node.From.AddMonths(months), To = node.To.AddMonths(months) };
        }

        return node;
    }

    // "In the second half of the year", said in late November; not "this half", "H2 2026" or "by the end of H2".
    private static bool IsHalfAlmostOver(Sentence s, int start, TimeNode node)
    {
        var today = s.Context.Now.Date;
        if (node.Grain != Grain.Quarter || node.From > today || node.To != node.From.AddMonths(MonthsOfHalf) || node.To <= today || node.To > today.AddDays(LeastOfHalf) || node.OpenTo || node.OpenFrom || node.UntilDay || node.Bounded)
        {
            return false;
        }

        for (var i = Math.Max(0, start - 1); i < node.End; i++)
        {
            if (s.Has(i, Tag.This, Tag.Rest) || s.Has(i, Tag.End, Tag.Now) || s.Digits(i) >= 2)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A stretch with the one that it is set beside: "Q1 or Q2", "Jan/Feb", "end of May or early June".</summary>
    public static TimeNode Joined(Sentence s, TimeNode node, List<FoundTime> times, int next)
    {
        while (next < times.Count && times[next].Start == node.End + 1 && (s.Has(node.End, Tag.Or) || s.Sign(node.End) == '/') && IsBeside(node, times[next].Node))
        {
            var other = times[next++].Node;
            node = node with { To = other.WideTo > other.To ? other.WideTo : other.To, OpenTo = other.OpenTo, End = other.End };
        }

        return node;
    }

    /// <summary>The first day and the day behind the last; null where open.</summary>
    public static (DateOnly? From, DateOnly? To) Of(Sentence s, int start, TimeNode node)
    {
        var today = s.Context.Now.Date;
        // "not this year", "once Q1 is over"
        if ((s.Has(node.End, Tag.Over) || DeniedTimes.IsDenied(s, start)) && !node.OpenFrom && !node.OpenTo)
        {
            return (DateOnly.FromDateTime(node.AheadTo > today ? node.AheadTo : node.To), null);
        }

        if (node.AheadTo > today && !node.OpenTo && !node.OpenFrom)
        {
            return (DateOnly.FromDateTime(today), DateOnly.FromDateTime(node.AheadTo));
        }

        var (from, to) = (node.From, node.WideTo > node.To ? node.WideTo : node.To);
        to = to.TimeOfDay > TimeSpan.Zero ? to.Date.AddDays(1) : to;
        from = node is { IsEnd: true, Grain: Grain.Year } && !node.Bounded ? EndOfYear(s, start, node) : from;
        var noStart = node.OpenFrom || node.UntilDay || node.Bounded || (!node.OpenTo && IsDeadline(s, start));
        return (noStart ? null : DateOnly.FromDateTime(from), node.OpenTo ? null : DateOnly.FromDateTime(to));
    }

    /// <summary>A length from today on: "three months", "2-3 weeks", "a month or two", "at least six months".</summary>
    public static (DateOnly? From, DateOnly? To) OfLength(Sentence s, FoundLength found)
    {
        var (today, length, start) = (s.Context.Now.Date, found.Length, found.Start);
        var (low, high) = (Cal.Add(today, length, 1), Cal.Add(today, length, 1));
        var linked = s.Has(start - 1, Tag.To, Tag.Or) || s.Sign(start - 1) == '-';
        var before = linked ? Before(s, start - 1) : default;
        if (before.Exists && before.Value > 0 && before.Value < length.Count)
        {
            low = Cal.Add(today, Length.Of(before.Value, length.Unit, length.End), 1);
        }

        var behind = s.Has(length.End, Tag.Or) ? s.Quantity(length.End + 1) : default;
        if (behind is { Exists: true, Ordinal: false, Broken: false, Value: < 1000 } && behind.Value > length.Count && s.EndsClause(behind.End))
        {
            high = Cal.Add(today, Length.Of(behind.Value, length.Unit, behind.End), 1);
        }

        var open = s.Has(start - 1, Tag.MoreThan, Tag.AtLeast) || s.Has(length.End, Tag.OrMore) || IsPlus(s, start, length.End);
        var most = s.Has(start - 1, Tag.LessThan, Tag.AtMost) || s.Has(length.End, Tag.OrLess, Tag.Latest);
        return (DateOnly.FromDateTime(most ? today : low), open ? null : DateOnly.FromDateTime(high.AddDays(1)));
    }

    // The number that ends before a term.
    private static Numbers.Quantity Before(Sentence s, int end)
    {
        for (var i = end - 1; i >= Math.Max(0, end - 3); i--)
        {
            if (s.Quantity(i) is { Exists: true, Broken: false, Ordinal: false } number && number.End == end)
            {
                return number;
            }
        }

        return default;
    }

    private static bool IsPlus(Sentence s, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (s.Sign(i) == '+')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBeside(TimeNode node, TimeNode other) =>
        other is { ClockOnly: false, OpenFrom: false, UntilDay: false } && !other.HasClock && !node.OpenTo && other.To > node.To && (other.From - node.To).TotalDays < 200;

    // "End of the year" is its last month, "late in the year" its last quarter.
    private static DateTime EndOfYear(Sentence s, int start, TimeNode node)
    {
        for (var i = start; i < node.End; i++)
        {
            if (s.Has(i, Tag.Late) || s.Has(i, Tag.Later))
            {
                return node.To.AddMonths(-3);
            }
        }

        return node.To.AddMonths(-1);
    }

    // "Our deadline is May 1st": they start before it.
    private static bool IsDeadline(Sentence s, int start)
    {
        for (var i = start - 1; i >= Math.Max(0, start - ReachOfDeadline); i--)
        {
            if (s.Has(i, Tag.Deadline))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPast(Sentence s, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (s.Has(i, Tag.Last, Tag.Ago) || s.Digits(i) == 4)
            {
                return true;
            }
        }

        return false;
    }
}
