using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Minutes said behind the hour: "et quart", "y media", "menos diez", "18 Uhr und 12", "huit heures 20 minutes".</summary>
internal static class HourTail
{
    /// <summary>The clock with the minutes that follow it, where it has none yet.</summary>
    public static ClockTime Read(Sentence s, ClockTime clock, bool at)
    {
        if (clock.At.Minutes != 0 || clock.IsPart)
        {
            return clock;
        }

        var (minutes, end) = s.Has(clock.End, Tag.HourPlus) ? (s.Value(clock.End, Tag.HourPlus), clock.End + 1)
            : s.Has(clock.End, Tag.HourMinus) ? (-s.Value(clock.End, Tag.HourMinus), clock.End + 1) : (0, 0);
        var number = s.Quantity(clock.End + 1);
        var counts = IsMinutes(number) && !s.Has(number.End, Tag.Unit) && !s.Has(clock.End - 2, Tag.Between) && !s.Has(clock.End - 3, Tag.Between);
        var less = s.Has(clock.End, Tag.HourLess);
        if (end == 0 && counts && (less || ((at || clock.Sure) && s.Has(clock.End, Tag.NumberAnd) && (!number.Digits || ((at || (s.Language.Habits.DayArticle && s.EndsClause(number.End))) && s.Digits(clock.End + 1) == 2 && !s.Has(number.End, Tag.OClock, Tag.PeopleWord))))))
        {
            (minutes, end) = (less ? -(int)number.Value : (int)number.Value, number.End);
        }

        if (end == 0 && s.Has(clock.End - 1, Tag.Clock) && IsMinutes(s.Quantity(clock.End)) && !s.Quantity(clock.End).Digits && s.EndsClause(s.Quantity(clock.End).End))
        {
            (minutes, end) = ((int)s.Quantity(clock.End).Value, s.Quantity(clock.End).End);
        }

        return end == 0 ? clock : Meridiem.Read(s, clock with { At = clock.At + TimeSpan.FromMinutes(minutes), Grain = Grain.Minute, Sure = true, End = end });
    }

    /// <summary>The clock with the minutes behind its "o'clock"; the hour begins at <paramref name="index"/>.</summary>
    public static ClockTime BehindMark(Sentence s, ClockTime clock, int index)
    {
        if (s.Has(clock.End, Tag.AndHalf))
        {
            return clock with { At = clock.At + TimeSpan.FromMinutes(30), Grain = Grain.Minute, End = clock.End + 1 };
        }

        var and = s.Has(clock.End, Tag.NumberAnd);
        var minutes = s.Quantity(and ? clock.End + 1 : clock.End);
        if (!IsMinutes(minutes) || minutes.Weak || s.Has(and ? clock.End + 1 : clock.End, Tag.Article) || (and && s.Has(index - 1, Tag.Between)))
        {
            return clock;
        }

        var unit = s.Try(minutes.End, Tag.Unit, out var kind);
        if (unit && (TimeUnit)kind != TimeUnit.Minute)
        {
            return clock;
        }

        var plain = !unit && (s.Has(minutes.End, Tag.OClock, Tag.PeopleWord) || s.Has(minutes.End, Tag.Month, Tag.Currency) || s.Has(minutes.End, Tag.Multiplier) || (minutes.Digits && !and));
        return plain ? clock : clock with { At = clock.At + TimeSpan.FromMinutes((double)minutes.Value), Grain = Grain.Minute, End = unit ? minutes.End + 1 : minutes.End };
    }

    private static bool IsMinutes(Numbers.Quantity number) =>
        number is { Exists: true, Ordinal: false, Broken: false, Value: > 0 and < 60 } && number.IsWhole;
}
