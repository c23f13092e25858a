using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>The half of the day told behind an hour: "am", "p.m.", "in the pm"; without one the hour stays as it is.</summary>
internal static class Meridiem
{
    public static ClockTime Read(Sentence s, ClockTime clock)
    {
        if (!clock.Exists)
        {
            return clock;
        }

        if (clock.At.Hours % 12 == 0 && clock.At.Minutes == 0 && s.Try(clock.End, Tag.Clock, out var noon))
        {
            return clock with { At = TimeSpan.FromHours(noon), Ambiguous = false, Sure = true, End = clock.End + 1 };
        }

        var ish = s.Sign(clock.End) == '-' && s.Glued(clock.End + 1) ? clock.End + 1 : clock.End;
        var next = s.Has(ish, Tag.Ish) ? ish + 1 : clock.End;
        next = s.Has(next, Tag.In) && s.Has(next + 1, Tag.The) && s.Has(next + 2, Tag.Meridiem) ? next + 2 : next;
        if (!s.Try(next, Tag.Meridiem, out var half) || (s.Has(next, Tag.Article) && !s.Glued(next)))
        {
            return next > clock.End && s.Has(next - 1, Tag.Ish) ? clock with { End = next, Sure = true } : clock;
        }

        // "12 a day": a single letter counts only where it is glued to the hour.
        var letter = s.Term(next).Count == 1 && s.Token(next).FoldLength == 1;
        return letter && (!s.Glued(next) || (clock.Grain == Grain.Hour && half == 0 && !s.Has(next - 2, Tag.At))) ? clock : clock.In(half == 12) with { Sure = true, End = BehindIsh(s, next + 1) };
    }

    // "5 pm-ish", "5pm sharp".
    private static int BehindIsh(Sentence s, int index)
    {
        var ish = s.Sign(index) == '-' && s.Glued(index + 1) ? index + 1 : index;
        return s.Has(ish, Tag.Ish) && !s.Has(ish, Tag.About) ? ish + 1 : index;
    }
}
