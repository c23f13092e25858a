using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Numbers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>The days, times of day and counts of a message, each by itself, as new values.</summary>
internal static class NewTimes
{
    // A page of figures puts nothing right; the bound keeps the work linear.
    private const int MostTimes = 32;
    private const int MostCounts = 64;

    public static void Add(Sentence s, Proposal proposal, List<FoundTime> times, List<NewValue> values)
    {
        for (var i = 0; i < Math.Min(times.Count, MostTimes); i++)
        {
            var (start, node) = times[i];
            if (node.Except)
            {
                continue;
            }

            if (!node.ClockOnly && Day(s, start, node.End) is { End: > 0 } day && proposal.OpposesDay(node.From, IsBare(s, day.First, day.End)) is { } otherDay)
            {
                values.Add(new NewValue(day.First, day.End, ValueKind.Day, otherDay));
            }

            if (node.HasClock && !node.IsPart && Clock(s, start, node.End) is { End: > 0 } clock && proposal.OpposesClock(node.From.TimeOfDay) is { } otherClock)
            {
                values.Add(new NewValue(clock.First, clock.End, ValueKind.Clock, otherClock));
            }
        }
    }

    public static void AddCounts(Sentence s, Proposal proposal, List<NewValue> values)
    {
        for (var (i, looked) = (0, 0); i < s.Count && looked < MostCounts; i++)
        {
            var number = s.Quantity(i);
            if (number is not { Exists: true, Broken: false, Ordinal: false, Weak: false, Multiplied: false, Value: > 0 and < 1000 } || !number.IsWhole || s.Has(i, Tag.Article) || s.Has(number.End, Tag.Currency) || s.Has(i - 1, Tag.Currency) || IsAddress(s, i, number.End))
            {
                continue;
            }

            looked++;
            if (s.IsSpoken(s.TokenAt(i)) || IsPronoun(s, proposal, i, number) || IsOfTime(s, values, s.TokenAt(i)))
            {
                continue;
            }

            if (proposal.OpposesCount(number.Value) is { } otherCount)
            {
                values.Add(new NewValue(s.TokenAt(i), s.TokenAt(number.End), ValueKind.Count, otherCount));
            }
        }
    }

    private static bool IsBare(Sentence s, int first, int end)
    {
        var number = s.Quantity(s.TermAt(first));
        number = number.Exists ? number : s.Quantity(s.TermAt(first) + 1);
        return number is { Exists: true, Ordinal: true } && s.TokenAt(number.End) == end;
    }

    // "Find one in Leeds": in letters, one counts only before a noun of which the bot spoke, a person, or behind "for".
    private static bool IsPronoun(Sentence s, Proposal proposal, int index, Quantity number) =>
        number is { Value: 1, Digits: false } && !(s.Has(index - 1, Tag.For) && s.EndsClause(number.End)) && (s.EndsClause(number.End) || !(s.Has(number.End, Tag.PeopleWord) || proposal.SaysStem(s.Tokens.Folded(s.TokenAt(number.End)))));

    // "25 East Road": a number before a name is part of it.
    private static bool IsAddress(Sentence s, int index, int end) => s.Digits(index) > 0 && end < s.Count && s.Token(end).Capital && !s.EndsClause(end);

    private static bool IsOfTime(Sentence s, List<NewValue> values, int token)
    {
        foreach (var value in values)
        {
            if (value.First <= token && token < value.End)
            {
                return true;
            }
        }

        return !s.IsFree(s.TermAt(token), s.TermAt(token) + 1) && s.Term(s.TermAt(token)).Entry.IsTimely && s.Digits(s.TermAt(token)) == 0 && s.Quantity(s.TermAt(token)).Weak;
    }

    private static (int First, int End) Day(Sentence s, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var date = s.Has(i, Tag.On) && !s.Has(i, Tag.The) ? default : DateGrammar.Read(s, i);
            if (date.Exists && date.End <= end)
            {
                var last = s.Sign(date.End - 1) is '.' or ',' or ')' ? date.End - 1 : date.End;
                return Trim(s, s.TokenAt(i), s.TokenAt(last));
            }
        }

        return default;
    }

    // "the 5th" keeps its article, "the 5th of May" does without.
    private static (int First, int End) Trim(Sentence s, int first, int end)
    {
        if (s.TermAt(first) == s.TermAt(end - 1) && end - first > 1 && s.Language.SmallWords.Contains(s.Tokens[first].Word))
        {
            return (first + 1, end);
        }

        var article = s.Has(s.TermAt(first), Tag.The) && end - first > 1 ? first + 1 : first;
        var alone = s.TermAt(end) - s.TermAt(article) <= 2 && s.Quantity(s.TermAt(article)) is { Exists: true, Ordinal: true } day && s.TokenAt(day.End) == end;
        if (!alone)
        {
            return (article, end);
        }

        return article > first ? (first, end) : first > 0 && s.Has(s.TermAt(first - 1), Tag.On) && s.Term(s.TermAt(first - 1)).Count > 1 ? (first - 1, end) : (first, end);
    }

    private static (int First, int End) Clock(Sentence s, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (s.Has(i, Tag.PartOfDay) && i + 1 < end && ClockGrammar.Read(s, i + 1) is { Exists: true, IsPart: false } behind && behind.End <= end)
            {
                return (s.TokenAt(i), s.TokenAt(behind.End));
            }

            var clock = s.Has(i, Tag.At, Tag.About) || s.Has(i, Tag.The) ? default : ClockGrammar.Read(s, i, dated: true);
            if (clock is { Exists: true, IsPart: false } && clock.End <= end && (clock.Sure || clock.Led || clock.End == end) && !IsDay(s, i, end))
            {
                return (s.TokenAt(s.Has(i, Tag.Article) && !s.Quantity(i).Exists ? i + 1 : i), s.TokenAt(clock.End));
            }
        }

        return default;
    }

    private static bool IsDay(Sentence s, int index, int end) => s.Quantity(index).Ordinal || s.Has(index + 1, Tag.Month) || (s.Has(index - 1, Tag.Month) && index + 1 < end);
}
