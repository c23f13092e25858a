using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Times of day: "3pm", "15:30", "half past nine", "noon", "8 in the evening", "19h30", "10:00 CET".</summary>
internal static class ClockGrammar
{
    /// <summary>How many words such as "at about the" may lead to a time: more would cost more than a linear time.</summary>
    private const int MostLeads = 4;

    /// <summary>A time of day at a term, the words before it ("at", "around") included.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="index">The term.</param>
    /// <param name="dated">A date stands before it: "Friday 9 30" and "Friday half 6" need no other word.</param>
    public static ClockTime Read(Sentence s, int index, bool dated = false)
    {
        var start = index;
        var at = false;
        while (start - index < MostLeads && (s.Has(start, Tag.At, Tag.About) || (start > index && s.Has(start, Tag.The))))
        {
            at |= s.Has(start, Tag.At);
            start++;
        }

        // A letter glued to a digit within a code ("A1B2") leads to no time.
        var coded = start > index && s.Glued(index) && s.Glued(start) && s.Sign(start - 1) != '@';
        var clock = coded || StartsDate(s, start) ? default : ReadBare(s, start, at || dated);
        if (!clock.Exists)
        {
            return at || start == index ? default : clock;
        }

        clock = HourTail.Read(s, clock, at);
        clock = ClockZones.Read(s, WithPart(s, clock));
        return clock with { Sure = clock.Sure || IsLed(s, index, clock, at) };
    }

    // "a 7 de mayo", "à 7-10-2018".
    private static bool StartsDate(Sentence s, int index)
    {
        var joint = s.Sign(index + 1);
        var next = (joint is '-' or '/' or '.' && s.Glued(index + 1)) || s.Has(index + 1, Tag.Of) ? index + 2 : index + 1;
        var month = s.Has(next, Tag.Month) && !s.Has(next, Tag.Plain);
        return s.Digits(index) is 1 or 2 && (month || (joint is '-' or '/' && next > index + 1 && s.Digits(next) > 0 && s.Sign(next + 1) == joint && s.Digits(next + 2) > 0 && s.Glued(next + 2)));
    }

    /// <summary>True where the word before a number speaks for a time of day: "before", "after".</summary>
    public static bool IsBound(Sentence s, int index) => s.Has(index, Tag.Before, Tag.After) && !s.Has(index, Tag.MoreThan, Tag.LessThan) && !s.Has(index, Tag.Past);

    // "at 5", "after 5", and a lone "5" where a time was asked for.
    private static bool IsLed(Sentence s, int index, ClockTime clock, bool at)
    {
        if (s.Has(clock.End, Tag.Unit, Tag.Currency) || s.Has(clock.End, Tag.PeopleWord, Tag.Percent) || (s.Has(clock.End, Tag.Of) && clock.Grain == Grain.Hour))
        {
            return false;
        }

        return at || (IsBound(s, index - 1) && Stands(s, clock.End) && !s.AsksOther);
    }

    /// <summary>Nothing follows that a number could count.</summary>
    public static bool Stands(Sentence s, int index) =>
        s.EndsClause(index) || s.Has(index, Tag.On, Tag.Day) || s.Has(index, Tag.Weekday, Tag.Or) || s.Has(index, Tag.And, Tag.This) || s.Has(index, Tag.Before, Tag.Until) || s.Has(index, Tag.Next);

    private static ClockTime ReadBare(Sentence s, int index, bool at)
    {
        var clock = s.Digits(index) > 0 ? ClockDigits.Read(s, index, at) : SpokenClock.Read(s, index, at);
        clock = clock.Exists ? clock : ReadFixed(s, index);
        var relative = RelativeClock.Read(s, index, at);
        return relative.End > clock.End ? relative : clock;
    }

    private static ClockTime ReadFixed(Sentence s, int index)
    {
        if (!s.Try(index, Tag.Clock, out var hour))
        {
            return default;
        }

        // "12 noon", "noon sharp".
        var end = s.Has(index + 1, Tag.Ish) ? index + 2 : index + 1;
        return new ClockTime { At = TimeSpan.FromHours(hour), Grain = Grain.Hour, Sure = true, End = end };
    }

    // "3 o'clock in the afternoon", "8 tonight", "at 8 in the evening".
    private static ClockTime WithPart(Sentence s, ClockTime clock)
    {
        var zoned = ClockZones.Read(s, clock);
        var start = zoned.End;
        var part = DayParts.Read(s, start);
        var nights = !clock.Sure && start == clock.End && s.Has(start, Tag.Unit);
        if (!part.Exists || clock.IsPart || nights || !IsSaidOf(s, clock, start))
        {
            return clock;
        }

        return clock.Ambiguous || s.Has(start, Tag.In) ? DayParts.Within(zoned, part.At) with { Sure = true, End = part.End } : clock;
    }

    // "1 evening", "4 this afternoon": behind a bare number a part of the day must be tied to it.
    private static bool IsSaidOf(Sentence s, ClockTime clock, int start) =>
        clock.Sure || clock.Led || clock.Grain != Grain.Hour || s.Has(start, Tag.In, Tag.At) || s.Has(start, Tag.Of) || (s.Try(start, Tag.PartOfDay, out var part) && DayParts.IsTonight((DayPart)part)) || s.EndsClause(clock.End);
}
