using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Days told from another day: "heute in acht Tagen", "mañana en quince días".</summary>
internal static class AnchoredDays
{
    public static TimeNode Read(Sentence s, int index)
    {
        var day = s.Value(index, Tag.Day);
        var plain = Cal.Day(s.Context.Now.Date.AddDays(day), index + 1);
        var node = s.Has(index + 1, Tag.In) && !s.Has(index + 1, Tag.This) ? Ahead(s, plain.From, index + 2) : default;
        return node.Exists ? node : plain;
    }

    // Eight days are a week and fifteen are two: the first day is counted in.
    private static TimeNode Ahead(Sentence s, DateTime from, int index)
    {
        var length = LengthGrammar.Read(s, index);
        if (!length.Exists)
        {
            var bare = s.Quantity(index);
            return s.Language.Habits.ScoreNumbers && bare is { Exists: true, Value: 8 or 15 } && s.EndsClause(bare.End) ? Cal.Day(from.AddDays((double)bare.Value - 1), bare.End) : default;
        }

        if (length.Unit < TimeUnit.Day || !Cal.IsBearable(length))
        {
            return default;
        }

        var counted = length.Unit == TimeUnit.Day && length.Count is 8 or 15;
        return Cal.Day(Cal.Add(from, length, 1).AddDays(counted ? -1 : 0), length.End);
    }
}
