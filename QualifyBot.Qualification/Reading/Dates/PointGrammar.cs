using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Dates and times of day put together: "Tuesday afternoon", "tomorrow at 3pm", "9am on Saturday", "last night".</summary>
internal static class PointGrammar
{
    /// <summary>How many words such as "on about" may lead to a time.</summary>
    private const int MostLeads = 3;

    /// <summary>The date, the time or both at a term.</summary>
    public static TimeNode Read(Sentence s, int index)
    {
        if (index >= s.Count || (s.Digits(index) == 0 && !s.Term(index).Entry.IsTimely && s.Sign(index) == '\0'))
        {
            return default;
        }

        return s.Points.TryGet(index, out var known) ? known : s.Points.Keep(index, ReadNew(s, index));
    }

    private static TimeNode ReadNew(Sentence s, int index)
    {
        var start = SkipLead(s, index);
        var part = ReadRelativePart(s, start);
        part = part.Exists ? part : ReadPartFirst(s, index);
        var date = part.Exists ? default : Date(s, start);
        var clock = part.Exists || date.Exists && !date.Weak ? default : ClockGrammar.Read(s, start);
        if (clock.Exists && clock.End > date.End)
        {
            return ClockFirst(s, clock, s.AsksTime || s.StartsClause(index));
        }

        var node = part.Exists ? part : date;
        return !node.Exists || (node.HasClock && !node.IsPart) || node.IsRange ? node : WithYear(s, AddClock(s, node));
    }

    /// <summary>The date at a term with the part of the day behind it, without a clock time.</summary>
    public static TimeNode Day(Sentence s, int index)
    {
        var start = SkipLead(s, index);
        var part = ReadRelativePart(s, start);
        var date = part.Exists ? part : Date(s, start);
        if (date.HasClock || date.Grain is not Grain.Day)
        {
            return date;
        }

        var after = DayParts.Behind(s, SkipLink(s, date.End));
        return after.Exists ? On(date.From, after, after.End, date.Fixed) with { IsWeekday = date.IsWeekday } : date;
    }

    /// <summary>A clock time put on a date.</summary>
    public static TimeNode On(DateTime day, ClockTime clock, int end, bool isFixed)
    {
        var meant = clock.AsMeant();
        var from = day.Date + meant.At;
        var to = meant.IsPart ? day.Date + meant.Until : from + (meant.Grain switch { Grain.Hour => TimeSpan.FromHours(1), Grain.Second => TimeSpan.FromSeconds(1), _ => TimeSpan.FromMinutes(1) });
        return new TimeNode { From = from, To = to, Grain = meant.Grain, End = end, HasClock = true, IsPart = meant.IsPart, Fixed = isFixed, Ambiguous = meant.Ambiguous, Zone = meant.Zone };
    }

    /// <summary>A clock time without a date: its next occurrence.</summary>
    public static TimeNode Alone(Sentence s, ClockTime clock)
    {
        var now = s.Context.Now;
        var node = On(now.Date, clock, clock.End, isFixed: false) with { ClockOnly = true, Weak = !clock.Sure };
        var passed = clock.IsPart ? node.To <= now : node.From < now;
        return passed ? node with { From = node.From.AddDays(1), To = node.To.AddDays(1) } : node;
    }

    private static int SkipLead(Sentence s, int index)
    {
        for (var i = 0; i < MostLeads && (s.Has(index, Tag.Whole) || (s.Has(index, Tag.About) && !s.Has(index, Tag.Within)) || (s.Has(index, Tag.On) && !s.Has(index, Tag.In) && !s.Has(index, Tag.Article))); i++)
        {
            index++;
        }

        return index;
    }

    private static TimeNode Date(Sentence s, int index) =>
        s.Dates.TryGet(index, out var known) ? known : s.Dates.Keep(index, DateGrammar.Read(s, index));

    // "this morning", "last night", "tonight".
    private static TimeNode ReadRelativePart(Sentence s, int index)
    {
        var direction = RelativeDates.Direction(s, index, out var offset);
        var at = direction ? index + 1 : index;
        at = direction && s.Has(at, Tag.Late, Tag.Early) && !s.Has(at, Tag.PartOfDay) ? at + 1 : at;
        if (!s.Try(at, Tag.PartOfDay, out var value) || (!direction && !DayParts.IsTonight((DayPart)value)))
        {
            return default;
        }

        var part = DayParts.Read(s, direction ? index + 1 : index);
        return part.Exists ? On(s.Context.Now.Date.AddDays(offset), part, part.End, isFixed: true) with { From = s.Context.Now.Date.AddDays(direction ? offset : 0) + part.At, To = s.Context.Now.Date.AddDays(direction ? offset : 0) + part.Until } : default;
    }

    // "in the afternoon", "evening 7:15".
    private static TimeNode ReadPartFirst(Sentence s, int index)
    {
        var part = s.Has(index, Tag.Day, Tag.Clock) ? default : DayParts.Read(s, index);
        if (!part.Exists)
        {
            return default;
        }

        var clock = ClockGrammar.Read(s, part.End);
        if (clock.Exists && !clock.IsPart && clock.Ambiguous && !s.Has(clock.End, Tag.PeopleWord, Tag.Unit))
        {
            return Alone(s, DayParts.Within(clock, part.At) with { Sure = true });
        }

        var date = s.Has(part.End, Tag.On, Tag.Of) ? DateGrammar.Read(s, part.End + 1) : s.Has(part.End, Tag.Weekday, Tag.Day) ? DateGrammar.Read(s, part.End) : default;
        return date is { Exists: true, Grain: Grain.Day } ? On(date.From, part, date.End, date.Fixed) : Alone(s, part) with { Weak = !s.Has(index, Tag.In, Tag.At) && !s.Has(index, Tag.On, Tag.Within) && !s.Has(index, Tag.AnyOf) && part.End < index + 3 && !DayParts.IsAfterWork(s, index) };
    }

    // A date may be followed by a part of the day and that by a clock time, or by either alone.
    private static TimeNode AddClock(Sentence s, TimeNode date)
    {
        if (date.Grain is not (Grain.Day or Grain.Hour) || (date.To - date.From > TimeSpan.FromDays(1)))
        {
            return date;
        }

        var next = SkipLink(s, date.End);
        var part = date.IsPart ? default : DayParts.Behind(s, next);
        part = part.Exists ? part : HalfOfDay(s, date);
        var node = part.Exists ? On(date.From, part, part.End, date.Fixed) with { IsWeekday = date.IsWeekday } : date;
        var from = part.Exists ? SkipLink(s, part.End) : next;
        var clock = ClockGrammar.Read(s, from, dated: true);
        if (!clock.Exists || clock.IsPart || (!clock.Sure && !(node.IsPart && from > node.End - 1 && clock.End > from)))
        {
            var last = s.AsksTime && s.EndsClause(clock.End) && from == node.End;
            return clock.Exists && !clock.Sure && !clock.IsPart && (s.Has(from, Tag.At) || last) ? Join(node, clock, date.Fixed) : node;
        }

        return Join(node, clock, date.Fixed);
    }

    // "tomorrow am", "Friday pm": right behind a date, and where the clause or a range goes on.
    private static ClockTime HalfOfDay(Sentence s, TimeNode date) =>
        !date.HasClock && s.Try(date.End, Tag.Meridiem, out var half) && (s.EndsClause(date.End + 1) || s.Has(date.End + 1, Tag.To, Tag.Or)) ? DayParts.Node(half == 12 ? DayPart.Afternoon : DayPart.Morning, date.End + 1) : default;

    private static TimeNode Join(TimeNode node, ClockTime clock, bool isFixed)
    {
        var settled = node.IsPart ? DayParts.Within(clock, node.From.TimeOfDay) : clock;
        return On(node.From.Date, settled, clock.End, isFixed) with { IsWeekday = node.IsWeekday };
    }

    // "Oct 26 15:50:06 2026": the year may stand at the end.
    private static TimeNode WithYear(Sentence s, TimeNode node)
    {
        var year = node is { Fixed: false, HasClock: true } && s.Digits(node.End) == 4 ? YearGrammar.Read(s, node.End) : default;
        return year.End > 0 && year.Year is > 1900 and < 2100 && Cal.IsDate(year.Year, node.From.Month, node.From.Day)
            ? node with { From = node.From.AddYears(year.Year - node.From.Year), To = node.To.AddYears(year.Year - node.From.Year), End = year.End, Fixed = true }
            : node;
    }

    private static int SkipLink(Sentence s, int index)
    {
        var next = s.Sign(index) is ',' or '-' or '@' or '(' ? index + 1 : index;
        next = s.Has(next, Tag.For) || (s.Has(next, Tag.From) && s.Sign(next) == '\0') ? next + 1 : next;
        return s.Sign(next) == '@' ? next + 1 : next;
    }

    // A bare hour takes a date where it opens the clause or a time was asked for: "10 tomorrow".
    private static TimeNode ClockFirst(Sentence s, ClockTime clock, bool free)
    {
        var next = s.Sign(clock.End) == ',' ? clock.End + 1 : clock.End;
        next = s.Has(next, Tag.On, Tag.Of) || s.Has(next, Tag.For) || s.Has(next, Tag.In) ? next + 1 : next;
        var part = ReadRelativePart(s, next);
        if (part.Exists && !clock.IsPart)
        {
            return On(part.From, DayParts.Within(clock, part.From.TimeOfDay), part.End, isFixed: true);
        }

        var bare = !clock.Sure && !clock.IsPart && !(free && s.Has(next, Tag.Day, Tag.Weekday));
        var date = bare ? default : DateGrammar.Read(s, next);
        date = date.Exists || bare || next == clock.End ? date : DateGrammar.Read(s, clock.End);
        if (!date.Exists || date.Grain != Grain.Day || date.HasClock || (date.Weak && next == clock.End))
        {
            return Alone(s, clock);
        }

        var after = DayParts.Read(s, date.End);
        return after.Exists && !clock.IsPart ? On(date.From, DayParts.Within(clock, after.At), after.End, date.Fixed) : On(date.From, clock, date.End, date.Fixed);
    }
}
