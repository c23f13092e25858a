using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Acts;
using QualifyBot.Qualification.Reading.Numbers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Numbers of people: "300 employees", "a company of 300", "12-person team", "just me"; any number where it was asked for.</summary>
internal static class HeadcountReader
{
    private const decimal MostPeople = 5_000_000;

    public static void Run(Sentence s, List<Candidate> found)
    {
        var first = found.Count;
        for (var i = 0; i < s.Count;)
        {
            var end = TryRead(s, i, first, found);
            i = end > i ? end : i + 1;
        }
    }

    private static int TryRead(Sentence s, int index, int first, List<Candidate> found) =>
        IsMyself(s, index) ? AddMyself(s, index, found) : TryNumber(s, index, first, found);

    private static bool IsMyself(Sentence s, int index) =>
        s.Has(index, Tag.Myself) && s.Context.Requested.Contains(SlotType.Headcount) && s.IsFree(index, index + 1) && (s.Term(index).Count > 1 || ActReader.Opens(s, s.TokenAt(index)));

    private static int AddMyself(Sentence s, int index, List<Candidate> found)
    {
        var (others, end) = Others(s, index + 1);
        return Add(s, index, end, 1 + others, 1 + others, "headcount.myself", found.Count, found);
    }

    private static int TryNumber(Sentence s, int index, int first, List<Candidate> found)
    {
        var bound = Bounds.Before(s, index, out var at);
        at = s.Has(at, Tag.About) ? at + 1 : at;
        var (low, high, end) = Numbers(s, at);
        if (end == 0 || !s.IsFree(index, end))
        {
            return index;
        }

        if (bound == 0 && s.Has(end, Tag.OrMore, Tag.Plus))
        {
            (bound, end) = (1, end + 1);
        }

        var (people, peopleEnd) = PeopleBehind(s, end);
        var introduced = s.Has(index - 1, Tag.PeopleIntro) || s.Has(index - 1, Tag.TeamWord);
        if ((!people && !introduced && !IsAsked(s, index, end)) || s.Has(index - 1, Tag.Currency) || high > MostPeople)
        {
            return index;
        }

        end = people ? peopleEnd : end;
        end = s.Has(end, Tag.OrMore, Tag.Plus) && bound == 0 ? end + 1 : end;
        bound = bound == 0 && s.Has(end - 1, Tag.OrMore, Tag.Plus) ? 1 : bound;
        var isTeam = s.Has(index - 1, Tag.TeamWord) || s.Has(end, Tag.TeamWord);
        var place = isTeam ? found.Count : first;
        return Add(s, index, end, bound < 0 ? null : low, bound > 0 ? null : high, "headcount.number", place, found);
    }

    // "me and two colleagues", "myself and an assistant"
    private static (decimal Count, int End) Others(Sentence s, int index)
    {
        if (!s.Has(index, Tag.And, Tag.NumberAnd) && !s.Has(index, Tag.Plus))
        {
            return (0, index);
        }

        var (count, _, end) = Numbers(s, index + 1);
        var (people, behind) = PeopleBehind(s, end);
        return end > 0 && people ? (count, behind) : s.Has(index + 1, Tag.Article) ? (1, index + 2) : (0, index);
    }

    private static bool IsAsked(Sentence s, int index, int end) =>
        s.Context.Requested.Contains(SlotType.Headcount) && s.Context.Requested[0] == SlotType.Headcount
        && !s.Has(end, Tag.Currency, Tag.Percent) && !s.Has(end, Tag.Unit) && !IsSum(s, index, end);

    // "Make that 60k": thousands in short are people only where nothing else was said.
    private static bool IsSum(Sentence s, int index, int end) =>
        index > 0 && s.Quantity(end - 2) is { Exists: true, Multiplied: true } && s.Glued(end - 1);

    private static (decimal Low, decimal High, int End) Numbers(Sentence s, int index)
    {
        index = s.Has(index, Tag.Between) ? index + 1 : index;
        var low = s.Quantity(index);
        if (!Counts(low))
        {
            return default;
        }

        var link = s.Has(low.End, Tag.To, Tag.Or) || s.Sign(low.End) is '-' or '~' || (s.Has(index - 1, Tag.Between) && s.Has(low.End, Tag.And));
        var high = link ? s.Quantity(low.End + 1) : default;
        var (from, to) = (Whole(low), Whole(high));
        return link && Counts(high) && to > from ? (high.Multiplied && !low.Multiplied && low.Value * high.Multiplier < to ? low.Value * high.Multiplier : from, to, high.End) : (from, from, low.End);
    }

    private static bool Counts(Quantity q) => q is { Exists: true, Broken: false, Ordinal: false } && Whole(q) == decimal.Truncate(Whole(q)) && q.Value is >= 0;

    private static decimal Whole(Quantity q) => q.Grouped > 0 ? q.Grouped : q.Value;

    // "people", "full-time employees", "of us", "-person"; one unknown word may stand between ("40 happy people").
    private static (bool Found, int End) PeopleBehind(Sentence s, int index)
    {
        var at = s.Sign(index) == '-' ? index + 1 : index;
        for (var i = 0; i < 3 && at < s.Count; i++, at++)
        {
            if (s.Has(at, Tag.PeopleWord))
            {
                return (true, at + 1);
            }

            if (s.Term(at).Entry.Meanings.Count > 0 && !s.Has(at, Tag.Field, Tag.Grade) && !s.Has(at, Tag.More) && s.Sign(at) != '-' || s.EndsClause(at))
            {
                return default;
            }
        }

        return default;
    }

    private static int Add(Sentence s, int start, int end, decimal? low, decimal? high, string rule, int place, List<Candidate> found)
    {
        s.Take(start, end);
        var value = new AnswerValue.Headcount((long?)low, (long?)high);
        found.Insert(place, new Candidate(SlotType.Headcount, value, s.StartOf(start), s.EndBefore(end) - s.StartOf(start), rule));
        return end;
    }
}
