using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Weeks, months and other units counted within a larger stretch: "the first 2 weeks of 2027", "last week of March".</summary>
internal static class CountedParts
{
    // "the first 2 weeks of 2027", "the last four months of this year".
    public static TimeNode SomeUnits(Sentence s, int place, int index)
    {
        var length = place is 1 or -1 && s.Quantity(index) is { Exists: true, Ordinal: false, Weak: false } ? LengthGrammar.ReadOne(s, index) : default;
        if (!length.Exists || length.Unit < TimeUnit.Day || !s.Has(length.End, Tag.Of, Tag.In) || !Cal.IsBearable(length))
        {
            return default;
        }

        var whole = DateGrammar.ReadLarge(s, length.End + 1);
        if (!whole.Exists)
        {
            return default;
        }

        var weeks = length.Unit == TimeUnit.Week;
        var from = weeks ? Week(whole, place).From : whole.From;
        var to = weeks ? Week(whole, place).To : whole.To;
        return place > 0 ? whole with { To = Cal.Add(from, length, 1), From = from, IsRange = true } : whole with { From = Cal.Add(to, length, -1), To = to, IsRange = true };
    }

    /// <summary>True before what is shorter than a year: "the second half of January" is no half of one.</summary>
    public static bool IsOfShorter(Sentence s, int index)
    {
        var next = s.Has(index, Tag.Of, Tag.In) ? index + 1 : index;
        next = s.Has(next, Tag.The) ? next + 1 : next;
        return s.Has(next, Tag.Month, Tag.Quarter) || (s.Try(RelativeDates.Direction(s, next, out _) ? next + 1 : next, Tag.Unit, out var unit) && (TimeUnit)unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Quarter);
    }

    public static TimeNode Unit(TimeNode whole, TimeUnit unit, int place)
    {
        if (unit is TimeUnit.Week or TimeUnit.Fortnight)
        {
            return unit == TimeUnit.Week ? Week(whole, place) : DateParts.Fortnight(whole, place);
        }

        return unit == TimeUnit.HalfYear && whole.To <= whole.From.AddMonths(3) ? Half(whole, place) : Counted(whole, unit, place);
    }

    private static TimeNode Counted(TimeNode whole, TimeUnit unit, int place)
    {
        if (unit < TimeUnit.Day || unit > TimeUnit.Year || Math.Abs(place) > 366)
        {
            return default;
        }

        var origin = place > 0 ? whole.From : whole.To;
        var count = place > 0 ? place - 1 : place;
        var from = unit switch
        {
            TimeUnit.Day or TimeUnit.WorkDay => origin.AddDays(count),
            TimeUnit.Weekend => Cal.WeekdayFrom(whole.From, 6).AddDays(7 * (place > 0 ? place - 1 : place + 4)),
            TimeUnit.Month => origin.AddMonths(count),
            TimeUnit.Quarter => origin.AddMonths(3 * count),
            TimeUnit.HalfYear => origin.AddMonths(6 * count),
            _ => origin.AddYears(count),
        };
        var node = Cal.UnitAt(from, unit, 0, whole.End) with { Fixed = whole.Fixed };
        return node.From >= whole.To || node.To <= whole.From ? default : node;
    }

    // "The second half of May", "the first half of the quarter".
    private static TimeNode Half(TimeNode whole, int place)
    {
        var middle = whole.Grain == Grain.Month ? whole.From.AddDays(15) : whole.From.AddDays(Math.Ceiling((whole.To - whole.From).TotalDays / 2));
        return place switch
        {
            1 => whole with { To = middle, IsRange = true },
            2 or -1 => whole with { From = middle, IsRange = true },
            _ => default,
        };
    }

    // A week belongs to the month or year that holds its Thursday.
    private static TimeNode Week(TimeNode whole, int place)
    {
        var monday = place > 0
            ? Cal.Monday(whole.From.AddDays(3)).AddDays(7 * (place - 1))
            : Cal.Monday(whole.To.AddDays(-4)).AddDays(7 * (place + 1));
        monday = place > 0 && Cal.Weekday(whole.From) > 4 ? Cal.Monday(whole.From).AddDays(7 * place) : place > 0 ? Cal.Monday(whole.From).AddDays(7 * (place - 1)) : monday;
        return Cal.Days(monday, monday.AddDays(7), Grain.Week, whole.End) with { Fixed = whole.Fixed };
    }
}
