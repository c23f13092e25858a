using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Numbers of people who are no part of one another: "3 adults and 2 kids", "12 engineers, 5 designers", "40 employees plus 5 freelancers".</summary>
internal static class PeopleSum
{
    private const int MostParts = 6;

    /// <summary>The sum, twice, and the term behind its last part.</summary>
    /// <param name="s">The message.</param>
    /// <param name="count">The number of the first part.</param>
    /// <param name="end">The term behind its word.</param>
    public static (decimal Low, decimal High, int End) Read(Sentence s, decimal count, int end)
    {
        for (var i = 0; i < MostParts && Next(s, end) is { End: > 0 } next; i++)
        {
            (count, end) = (count + next.Count, next.End);
        }

        return (count, count, end);
    }

    // Engineers add to designers; freelancers to anybody (value 1).
    private static (decimal Count, int End) Next(Sentence s, int end)
    {
        var at = s.Sign(end) == ',' ? end + 1 : end;
        at = s.Has(at, Tag.And, Tag.NumberAnd) || s.Has(at, Tag.Plus) ? at + 1 : at;
        var (low, high, behind) = PeopleCount.Read(s, at);
        var adds = behind > 0 && low == high && s.Try(behind, Tag.PeoplePart, out var outside) && (outside == 1 || s.Has(end - 1, Tag.PeoplePart)) && !s.Tokens.Folded(s.TokenAt(behind)).SequenceEqual(s.Tokens.Folded(s.TokenAt(end - 1)));
        return adds && s.IsFree(at, behind + 1) ? (low, behind + 1) : default;
    }
}
