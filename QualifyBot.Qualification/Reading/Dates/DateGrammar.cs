using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Dates of every kind, the longest reading first, with what may follow them.</summary>
internal static class DateGrammar
{
    /// <summary>A date may be counted from another ("a week after Easter"), that one not from a third.</summary>
    private const int Deepest = 2;

    /// <summary>A date at a term, with a weekday before or behind it and "in a year" behind it.</summary>
    public static TimeNode Read(Sentence s, int index)
    {
        var start = s.Has(index, Tag.The, Tag.This) || s.Has(index, Tag.Next) ? index + 1 : index;
        var node = s.Has(start, Tag.Weekday) ? WeekdayDates.ReadAfterWeekday(s, start) : default;
        node = Longer(node, ReadPart(s, index));
        node = Longer(node, ReadSimple(s, index));
        return node.Exists ? Follow(s, node) : node;
    }

    /// <summary>A date without a part of a day, a weekday before it or a count behind it.</summary>
    public static TimeNode ReadSimple(Sentence s, int index)
    {
        if (s.Depth >= Deepest)
        {
            return default;
        }

        s.Depth++;
        var node = Longer(NumericDates.Read(s, index), MonthDates.Read(s, index));
        node = Longer(node, RelativeDates.Read(s, index));
        node = Longer(node, NthDates.Read(s, index));
        node = Longer(node, SpelledDates.Read(s, index));
        node = Longer(node, PeriodDates.Read(s, index));
        node = Longer(node, CountedDates.Read(s, index));
        node = Longer(node, NearestDates.Read(s, index));
        s.Depth--;
        return node;
    }

    /// <summary>A month, quarter or year, as what a part belongs to.</summary>
    public static TimeNode ReadLarge(Sentence s, int index)
    {
        var node = Longer(MonthDates.Read(s, index), RelativeDates.Read(s, index));
        node = Longer(node, PeriodDates.Read(s, index));
        if (!node.Exists && s.Has(index, Tag.The))
        {
            node = Longer(MonthDates.Read(s, index + 1), RelativeDates.Read(s, index + 1));
        }

        return node.Grain is Grain.Month or Grain.Quarter or Grain.Year or Grain.Week ? node with { Weak = false } : default;
    }

    /// <summary>The reading that goes on further.</summary>
    public static TimeNode Longer(TimeNode a, TimeNode b) => b.End > a.End ? b : a;

    // "beginning of March", "mid-November", "late next week", "EOM".
    private static TimeNode ReadPart(Sentence s, int index)
    {
        var start = s.Has(index, Tag.The) ? index + 1 : index;
        var part = PartOf(s, start);
        if (part < 0)
        {
            return default;
        }

        if (s.Try(start, Tag.PeriodEnd, out var unit) || s.Try(start, Tag.PeriodStart, out unit))
        {
            return DateParts.Cut(s, Cal.UnitAt(s.Context.Now, (TimeUnit)unit, 0, start + 1), part);
        }

        // "To start next month" is what they do then; "the start of next month" is a part of it.
        if (s.Has(start, Tag.Start) && s.Has(start, Tag.StartWord) && s.Has(start + 1, Tag.Next, Tag.This))
        {
            return default;
        }

        var next = s.Sign(start + 1) == '-' ? start + 2 : start + 1;
        next = s.Has(next, Tag.Of) || (s.Has(next, Tag.In) && (s.Has(start, Tag.Early, Tag.Late) || s.Has(start, Tag.Earlier, Tag.Later))) ? next + 1 : next;
        next = s.Has(next, Tag.About) ? next + 1 : next;
        var whole = ReadLarge(s, next);
        whole = whole.Exists ? whole : DateParts.Unit(s, next);
        return whole.Exists ? DateParts.Cut(s, whole, part) : default;
    }

    /// <summary>0 start, 1 middle, 2 end; -1 for none.</summary>
    private static int PartOf(Sentence s, int index) =>
        s.Has(index, Tag.Start, Tag.Early) || s.Has(index, Tag.PeriodStart) ? 0 : s.Has(index, Tag.Middle) ? 1 : s.Has(index, Tag.End, Tag.Late) || s.Has(index, Tag.PeriodEnd) ? 2 : s.Has(index, Tag.Rest, Tag.Later) ? 3 : s.Has(index, Tag.Earlier) ? 4 : -1;

    private static TimeNode Follow(Sentence s, TimeNode node)
    {
        var next = s.Sign(node.End) is ',' or '(' ? node.End + 1 : node.End;
        if (s.Has(next, Tag.Weekday) && node.Grain == Grain.Day && !node.IsWeekday && !node.HasClock && s.Value(next, Tag.Weekday) == Cal.Weekday(node.From))
        {
            return node with { End = s.Sign(next + 1) == ')' ? next + 2 : next + 1 };
        }

        if (s.Has(next, Tag.Weekday) && node is { Grain: Grain.Day, Fixed: false, IsWeekday: false } && s.Sign(node.End) is ',' or '(')
        {
            return WeekdayDates.OnWeekday(s, node, s.Value(next, Tag.Weekday), s.Sign(next + 1) == ')' ? next + 2 : next + 1);
        }

        if (node is { Grain: Grain.Day, IsRange: false, HasClock: false } && s.Has(node.End - 1, Tag.Day, Tag.Weekday) && (s.Sign(node.End) is ',' or '(' || s.Digits(node.End) > 0))
        {
            node = WeekdayDates.Explicit(s, node, s.Has(node.End - 1, Tag.Weekday) ? Cal.Weekday(node.From) : 0);
        }

        return node.Grain == Grain.Week && !node.IsRange ? DateParts.DayOfWeek(s, node) : InAWhile(s, node);
    }

    // "March in a year", "Thanksgiving in two years", "Monday two weeks from now".
    private static TimeNode InAWhile(Sentence s, TimeNode node)
    {
        if (node.HasClock || (node.Fixed && node.Holiday == 0))
        {
            return node;
        }

        var start = s.Sign(node.End) == ',' ? node.End + 1 : node.End;
        var while1 = s.Has(start, Tag.In, Tag.Ago) || s.Quantity(start).Exists ? CountedDates.Read(s, start) : default;
        if (!while1.Exists || while1.Grain != Grain.Day || while1.IsRange)
        {
            return node;
        }

        if (node.IsWeekday)
        {
            return Cal.Day(Cal.Monday(while1.From).AddDays(Cal.Weekday(node.From) - 1), while1.End);
        }

        if (node.Holiday > 0)
        {
            return HolidayDates.InYear(node.Holiday, while1.From.Year, while1.End) is { Exists: true } moved ? moved : node;
        }

        var years = while1.From.Year - s.Context.Now.Year;
        return years > 0 ? node with { From = node.From.AddYears(years - (node.From.Year - s.Context.Now.Year)), To = node.To.AddYears(years - (node.From.Year - s.Context.Now.Year)), End = while1.End, Fixed = true } : node;
    }
}
