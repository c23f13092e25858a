using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Lengths of time: "3 weeks", "half an hour", "2 years and 3 months", "an hour and a half", "2h30".</summary>
internal static class LengthGrammar
{
    private const int MostParts = 6;

    private const decimal LargestCount = 100_000_000;

    /// <summary>The length that starts at a term.</summary>
    public static Length Read(Sentence s, int index)
    {
        var length = ReadOne(s, index) with { Start = index };
        for (var parts = 0; length.Exists && parts < MostParts; parts++)
        {
            var next = s.Has(length.End, Tag.NumberAnd, Tag.And) || s.Sign(length.End) == ',' ? length.End + 1 : length.End;
            var other = ReadOne(s, next);
            if (other.Exists && other.Unit < length.Unit && (!other.Article || next > length.End))
            {
                length = length.Plus(other) with { Start = index };
            }
            else
            {
                return WithRest(s, length with { Start = index }) with { Start = index };
            }
        }

        return length;
    }

    /// <summary>A number and a unit, or an article and a unit.</summary>
    public static Length ReadOne(Sentence s, int index)
    {
        if (s.Try(index, Tag.Fraction, out var parts) && !s.Quantity(index).Exists)
        {
            return ReadFraction(s, index, 1m / parts, index + 1);
        }

        if (s.Has(index, Tag.Article) && s.Try(index + 1, Tag.Fraction, out parts) && !s.Quantity(index).Exists)
        {
            return ReadFraction(s, index, 1m / parts, index + 2);
        }

        if (s.Has(index, Tag.Whole))
        {
            var whole = UnitAt(s, s.Has(index + 1, Tag.The) ? index + 2 : index + 1);
            return whole.Exists ? Length.Of(1, whole.Unit, whole.End) : default;
        }

        var quantity = s.Quantity(index);
        if (!quantity.Exists || quantity.Broken || quantity.Ordinal)
        {
            return ReadUncounted(s, index);
        }

        // "une quinzaine" is fifteen, and two weeks where nothing is counted.
        var length = ReadCounted(s, index, quantity.Value, quantity.End);
        return length.Exists || quantity.End != index + 2 || !s.Has(index + 1, Tag.Unit) || !s.EndsClause(index + 2) ? length : ReadUncounted(s, index) with { Article = false };
    }

    // "some weeks", "a month".
    private static Length ReadUncounted(Sentence s, int index)
    {
        if (s.Try(index, Tag.Some, out var some) && UnitAt(s, index + 1) is { Exists: true, Unit: > TimeUnit.Second } several)
        {
            return Length.Of(some, several.Unit, several.End);
        }

        var unit = s.Has(index, Tag.Article) ? UnitAt(s, index + 1) : default;
        return unit.Exists ? Length.Of(1, unit.Unit, unit.End) with { Article = true } : default;
    }

    /// <summary>A unit of time at a term: its kind, and the term behind it.</summary>
    public static (bool Exists, TimeUnit Unit, int End) UnitAt(Sentence s, int index)
    {
        if (s.Sign(index) == '-' && s.Glued(index))
        {
            index++;
        }

        for (var i = 0; i < 2 && s.Has(index, Tag.More, Tag.Of); i++)
        {
            index++;
        }

        return s.Try(index, Tag.Unit, out var unit) ? (true, (TimeUnit)unit, index + 1) : default;
    }

    private static Length ReadCounted(Sentence s, int index, decimal count, int end)
    {
        // "5m" and "2mn" were taken for millions: the letters may be minutes.
        if (s.Digits(index) > 0 && s.Quantity(index) is { Multiplied: true } && s.Has(index + 1, Tag.Unit) && s.Glued(index + 1))
        {
            (count, end) = (s.DigitValue(index), index + 1);
        }

        if (s.Sign(end) == '/' && s.Digits(end + 1) == 1 && s.Glued(end + 1) && s.DigitValue(end + 1) > count && s.Has(end + 2, Tag.Unit))
        {
            (count, end) = (count / s.DigitValue(end + 1), end + 2);
        }

        end = s.Sign(end) == '+' && s.Glued(end) ? end + 1 : end;
        var half = s.Has(end, Tag.AndHalf);
        var at = half ? end + 1 : end;
        at = count != decimal.Truncate(count) && s.Has(at, Tag.Of) ? at + 1 : at;
        at = count != decimal.Truncate(count) && s.Has(at, Tag.Article) ? at + 1 : at;
        var unit = UnitAt(s, at);
        return unit.Exists && count is >= 0 and < LargestCount ? Length.Of(half ? count + 0.5m : count, unit.Unit, unit.End) : default;
    }

    // "half an hour", "three-quarters of an hour", "half hour".
    private static Length ReadFraction(Sentence s, int index, decimal count, int end)
    {
        var next = s.Has(end, Tag.Of) ? end + 1 : end;
        next = s.Has(next, Tag.Article) ? next + 1 : next;
        var unit = UnitAt(s, next);
        return unit.Exists && index < unit.End ? Length.Of(count, unit.Unit, unit.End) : default;
    }

    // "an hour and a half", "2h30", "1 hour and thirty".
    private static Length WithRest(Sentence s, Length length)
    {
        if (s.Has(length.End, Tag.AndHalf) && !s.Has(length.End + 1, Tag.Unit))
        {
            return length.Plus(Length.Of(0.5m, length.Unit, length.End + 1)) with { Unit = length.Unit };
        }

        var next = s.Has(length.End, Tag.NumberAnd) ? length.End + 1 : length.End;
        if (next > length.End && s.Quantity(length.Start) is { Exists: true } count && s.Has(count.End, Tag.Unit) && count.End + 1 == length.End && s.Has(next, Tag.Article) && s.Try(next + 1, Tag.Fraction, out var parts) && !s.Has(next + 2, Tag.Of, Tag.Unit))
        {
            return Length.Of(length.Count + (1m / parts), length.Unit, next + 2);
        }

        var minutes = s.Quantity(next);
        var spoken = minutes is { Digits: false, Value: >= 10 } && s.EndsClause(minutes.End);
        var close = next > length.End || spoken || (s.Glued(next) && s.Digits(next) == 2);
        return length.Unit == TimeUnit.Hour && close && minutes is { Exists: true, Broken: false, Ordinal: false, Value: > 4 and < 60 } && !s.Has(minutes.End, Tag.Unit)
            ? length.Plus(Length.Of(minutes.Value, TimeUnit.Minute, minutes.End))
            : length;
    }
}
