using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>"after next", "después de la próxima".</summary>
internal static class AfterNext
{
    /// <summary>The term behind it, 0 where it is not there.</summary>
    public static int End(Sentence s, int index)
    {
        if (s.Has(index, Tag.AfterNext))
        {
            return index + 1;
        }

        var next = s.Has(index + 1, Tag.The) ? index + 2 : index + 1;
        var other = s.Has(next + 1, Tag.Unit, Tag.Weekday) || s.Has(next + 1, Tag.Month);
        return s.Has(index, Tag.After) && s.Has(next, Tag.Next) && !other ? next + 1 : 0;
    }
}
