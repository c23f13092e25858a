using QualifyBot.Qualification.Answers;
using System.Runtime.InteropServices;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>A time found in a sentence, and its first term.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundTime(int Start, TimeNode Node);

/// <summary>A length of time found in a sentence, and its first term.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundLength(int Start, Length Length);

/// <summary>Finds the times and lengths of time of a sentence, in the order they stand.</summary>
internal static class TimeReader
{
    public static void Run(Sentence s, List<FoundTime> times, List<FoundLength> lengths)
    {
        var words = new TimeWords(s);
        for (var i = 0; i < s.Count;)
        {
            i = words.AreNear(i) && MayStart(s, i) ? Read(s, i, times, lengths) : i + 1;
        }

        if (times.Count == 1 && IsDenied(s, times[0]))
        {
            times[0] = times[0] with { Node = times[0].Node with { Except = true } };
        }

        LeaveOutNow(s, times);
        DayAndClock.Join(times);
    }

    private static bool MayStart(Sentence s, int index)
    {
        var plain = s.Digits(index) == 0 && !s.Term(index).Entry.IsTimely && s.Sign(index) == '\0';
        return !plain && s.IsFree(index, index + 1) && !IsInsideNumber(s, index);
    }

    // The term behind the time, length or number that starts here.
    private static int Read(Sentence s, int index, List<FoundTime> times, List<FoundLength> lengths)
    {
        var node = OpenGrammar.Read(s, index);
        node = node.ClockOnly && IsHowLong(s, index, node.End) ? default : node;
        if (node.Exists && s.IsFree(index, node.End) && IsMeant(s, index, node))
        {
            node.Except = IsExcluded(s, index, node, times.Count > 0);
            node = node is { Except: true, IsWeekday: true } && times.Count > 0 ? Within(times[^1].Node, node) : node;
            times.Add(new FoundTime(index, node));
            s.Take(index, node.End);
            return node.End;
        }

        var length = LengthGrammar.Read(s, index);
        if (length.Exists && s.IsFree(index, length.End) && IsLength(s, index, length))
        {
            lengths.Add(new FoundLength(index, length));
            s.Take(index, length.End);
            return length.End;
        }

        var number = s.Quantity(index);
        return number.Exists ? number.End : index + 1;
    }

    // "any day except Friday", "next week but not on Friday", "Friday doesn't work".
    private static bool IsExcluded(Sentence s, int index, TimeNode node, bool beside) =>
        s.Has(node.End, Tag.Unfit) || (s.Try(index - 1, Tag.Except, out var needsOther) && (needsOther == 0 || (beside && s.EndsClause(node.End))));

    // "next week but Friday" means that week's Friday.
    private static TimeNode Within(TimeNode whole, TimeNode day)
    {
        var shift = Cal.WeekdayFrom(whole.From, Cal.Weekday(day.From)) - day.From.Date;
        return whole.Grain == Grain.Week && day.From + shift < whole.To ? day with { From = day.From + shift, To = day.To + shift } : day;
    }

    // "not Friday", and nothing else: beside another time the new one stands for the old.
    private static bool IsDenied(Sentence s, FoundTime time) =>
        s.Has(time.Start - 1, Tag.Not) && time.Node is { OpenFrom: false, OpenTo: false, UntilDay: false, Bounded: false } node && (node.HasClock || node.Grain == Grain.Day);

    // "for 3h", "for two nights": the word says that a length follows.
    private static bool IsHowLong(Sentence s, int index, int end) =>
        (AsksLength(s) && LengthGrammar.Read(s, index) is { Exists: true } asked && asked.End >= end)
        || (LeadsToLength(s, index) && LengthGrammar.Read(s, index + 1) is { Exists: true } behind && behind.End >= end)
        || (LeadsToLength(s, index - 1) && LengthGrammar.Read(s, index) is { Exists: true } here && here.End >= end);

    private static bool AsksLength(Sentence s) => s.Context.Requested.Contains(SlotType.Duration) && !s.Context.Requested.Contains(SlotType.Time);

    private static bool LeadsToLength(Sentence s, int index) => (s.Try(index, Tag.For, out var length) && length == 1) || (s.Has(index, Tag.Last) && s.Has(index - 1, Tag.Modal));

    // Beside another time, "now" alone says nothing.
    private static void LeaveOutNow(Sentence s, List<FoundTime> times)
    {
        if (times.Count > 1)
        {
            times.RemoveAll(time => s.Has(time.Start, Tag.Now) && time.Node.End == time.Start + 1);
        }
    }

    private static bool IsInsideNumber(Sentence s, int index) => s.Glued(index) && s.Digits(index) > 0 && s.Sign(index - 1) is ',' or '.' && s.Digits(index - 2) > 0 && s.Glued(index - 1);

    // A doubtful reading counts where a time was asked for, a preposition leads to it, or nothing else was said.
    private static bool IsMeant(Sentence s, int index, TimeNode node)
    {
        if (IsName(s, index, node) || s.Has(node.End, Tag.PeopleWord) || (s.Has(node.End, Tag.Currency) && !s.Has(node.End - 1, Tag.Month, Tag.Weekday)) || IsRate(s, node))
        {
            return false;
        }

        if (s.Has(index, Tag.Now) && !IsPresent(s, index, node))
        {
            return false;
        }

        if (IsSpan(s, index, node))
        {
            return false;
        }

        if (!node.Weak)
        {
            return !node.ClockOnly || !s.Has(node.End, Tag.Unit, Tag.Multiplier);
        }

        var asked = s.Context.Requested.Contains(SlotType.Time) || s.Context.Requested.Contains(SlotType.Timeframe);
        var alone = index == 0 && s.EndsClause(node.End) && !(s.AsksOther && s.Digits(index) > 0 && !node.ClockOnly);
        if (node.ClockOnly)
        {
            return IsHour(s, index, node, alone);
        }

        return asked || alone || s.Has(index - 1, Tag.Meant) || s.Has(index, Tag.On, Tag.By) || IsPreposition(s, index - 1) || IsPreposition(s, index);
    }

    // "3 horas", "pour 4 heures": how long it takes, unless a time was asked for. A letter ("8h") behind no "for" is a time.
    private static bool IsSpan(Sentence s, int index, TimeNode node)
    {
        var at = s.Has(index, Tag.For) ? index + 1 : index;
        var hour = s.Quantity(at);
        var lasts = s.Has(at - 1, Tag.For) || s.Folded(hour.End).Length > 3;
        return node.ClockOnly && hour is { Exists: true, Value: <= 12 } && lasts && node.End == hour.End + 1 && s.Has(hour.End, Tag.OClock) && s.Has(hour.End, Tag.Unit)
            && !s.Has(at - 1, Tag.At, Tag.The) && !s.Has(at - 1, Tag.From, Tag.Between) && !s.Context.Requested.Contains(SlotType.Time);
    }

    // A bare number or part of the day is a time where one was asked for; "ten thirty" is one by itself.
    private static bool IsHour(Sentence s, int index, TimeNode node, bool alone)
    {
        if (node.IsPart && s.AsksTime)
        {
            return true;
        }

        var asked = s.AsksTime && (s.StartsClause(index) || s.Has(index, Tag.At) || s.Has(index - 1, Tag.Meant) || node.Grain == Grain.Minute);
        return s.EndsClause(node.End) && (asked || (alone && node.Grain == Grain.Minute && !s.AsksOther));
    }

    // "500 a month" is a sum.
    private static bool IsRate(Sentence s, TimeNode node) =>
        node.ClockOnly && (s.Has(node.End, Tag.Article) || s.Has(node.End, Tag.Per, Tag.Every)) && s.Has(node.End + 1, Tag.Unit);

    // "Now, tell me ...", "not right now": only where it ends a clause that it did not open, or is all that was said.
    private static bool IsPresent(Sentence s, int index, TimeNode node) =>
        (index == 0 && node.End == s.Count) || (s.EndsClause(node.End) && !s.StartsClause(index) && !s.Has(index - 1, Tag.Not)) || s.Has(index - 1, Tag.Until, Tag.From);

    private static bool IsPreposition(Sentence s, int index) =>
        s.Has(index, Tag.In, Tag.On) || s.Has(index, Tag.By, Tag.Until) || s.Has(index, Tag.Before, Tag.After) || s.Has(index, Tag.Since, Tag.Starting)
        || s.Has(index, Tag.From, Tag.For) || s.Has(index, Tag.Of, Tag.About) || s.Has(index, Tag.Within, Tag.At);

    // "March Group", "May Smith": a capital that goes on is a name.
    private static bool IsName(Sentence s, int index, TimeNode node) =>
        node.End == index + 1 && s.Has(index, Tag.Plain) && s.Token(index).Capital && node.End < s.Count && s.Token(node.End).Capital && !s.EndsClause(node.End)
        && s.Digits(node.End) == 0 && !s.Has(node.End, Tag.At, Tag.In);

    private static bool IsLength(Sentence s, int index, Length length) =>
        !(length.Article && s.Has(length.End - 1, Tag.Plain) && !s.EndsClause(length.End)) && (!length.Article || s.Context.Requested.Contains(SlotType.Duration) || index == 0 && s.EndsClause(length.End) || (s.Has(length.End, Tag.Or) && s.Quantity(length.End + 1).Exists) || s.Has(index - 1, Tag.For) || length.Seconds != decimal.Truncate(length.Seconds / 3600) * 3600 || length.Months != decimal.Truncate(length.Months)) && (s.Quantity(index) is not { Exists: true, Ordinal: true }) && length.Count != 0;
}
