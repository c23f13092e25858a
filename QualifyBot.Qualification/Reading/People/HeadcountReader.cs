using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Acts;
using QualifyBot.Qualification.Reading.Money;
using QualifyBot.Qualification.Reading.Numbers;
using QualifyBot.Qualification.Reading.Statements;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Numbers of people: "300 employees", "a company of 300", "12-person team", "just me"; any number where it was asked for.</summary>
internal static class HeadcountReader
{
    private const decimal MostPeople = 5_000_000;
    private const decimal FewOthers = 100;
    private const decimal LeastSum = 1000;
    private const int Chief = 4;
    private const string Counted = "headcount.number";
    private const string Introduced = "headcount.introduced";
    private const string Bare = "headcount.bare";
    private const string Team = "headcount.team";

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
        IsPair(s, index, out var end) ? Add(s, index, end, 2, 2, "headcount.myself", found.Count, found)
        : IsMyself(s, index) ? AddMyself(s, index, found)
        : TryNumber(s, index, first, found);

    /// <summary>True where the whole answer is a range of figures, "10-15": asked for people, it is no date.</summary>
    public static bool IsBareRange(Sentence s) =>
        s.Context.Requested is [SlotType.Headcount, ..] && PeopleCount.Read(s, 0) is { End: var end } numbers && end > 0 && numbers.High > numbers.Low && (end == s.Count || s.EndsClause(end) || s.Has(end, Tag.PeopleWord));

    private static bool IsMyself(Sentence s, int index) =>
        s.Has(index, Tag.Myself) && s.Context.Requested.Contains(SlotType.Headcount) && s.IsFree(index, index + 1) && (s.Term(index).Count > 1 || ActReader.Opens(s, s.TokenAt(index)));

    // "My wife and I".
    private static bool IsPair(Sentence s, int index, out int end)
    {
        end = index;
        if (!s.Context.Requested.Contains(SlotType.Headcount) || !s.StartsClause(index) || !OtherPeople.TryRead(s, s.TokenAt(index), out var person))
        {
            return false;
        }

        var and = s.TermAt(person);
        end = and + 2;
        return s.Has(and, Tag.And) && end <= s.Count && s.EndsClause(end) && (s.Has(and + 1, Tag.Myself) || s.Folded(and + 1) is "i");
    }

    // Who is named with a chief of a department speaks of who decides: so small a company has none.
    private static int AddMyself(Sentence s, int index, List<Candidate> found)
    {
        var (others, end) = Others(s, index + 1);
        return s.Has(end - 1, Tag.Field) && s.Try(end - 1, Tag.Rank, out var rank) && rank == Chief ? index : Add(s, index, end, 1 + others, 1 + others, "headcount.myself", found.Count, found);
    }

    private static int TryNumber(Sentence s, int index, int first, List<Candidate> found)
    {
        var bound = Bounds.Before(s, index, out var at);
        at = s.Has(at, Tag.About) ? at + 1 : at;
        var (low, high, end) = PeopleCount.Read(s, at);
        if (end == 0 || !s.IsFree(index, end))
        {
            return index;
        }

        end = WithMore(s, end, ref bound);
        var (people, behind) = PeopleBehind(s, end);
        var introduced = s.Has(index - 1, Tag.PeopleIntro) || s.Has(index - 1, Tag.TeamWord);
        if ((!people && !introduced && !IsAsked(s, index, end)) || (introduced && !people && (IsSum(s, index, end) || IsAskedSum(s, low))) || high is > MostPeople or 0 || IsOther(s, index, at, end))
        {
            return index;
        }

        end = people ? behind : end;
        (low, high, end) = people && bound == 0 && low == high ? PeopleSum.Read(s, low, end) : (low, high, end);
        end = s.Term(end).Count > 1 || s.EndsClause(end + 1) ? WithMore(s, end, ref bound) : end;
        var isTeam = s.Has(index - 1, Tag.TeamWord) || s.Has(end, Tag.TeamWord);
        var rule = isTeam ? Team : people ? CompanySize.IsTold(s, index, end) ? MessageReading.SizeOfCompany : Counted : introduced ? Introduced : Bare;
        var place = ComesFirst(s, index, end, rule, first, found) ? first : found.Count;
        return Add(s, index, end, bound < 0 ? null : low, bound > 0 ? null : high, rule, place, found);
    }

    // "20 or more", "20+".
    private static int WithMore(Sentence s, int end, ref int bound)
    {
        if (bound != 0 || !s.Has(end, Tag.OrMore, Tag.Plus))
        {
            return end;
        }

        bound = 1;
        return end + 1;
    }

    // A price, "this one", "a couple" of something that nobody asked for.
    private static bool IsOther(Sentence s, int index, int at, int end) =>
        s.Has(index - 1, Tag.Currency) || s.Has(end, Tag.Currency, Tag.Percent) || IsPronoun(s, at, end) || (s.Quantity(at).Weak && !s.Context.Requested.Contains(SlotType.Headcount));

    // The company comes before the team, people before bare numbers, the first before the next, unless that takes it back ("20, no, 25").
    private static bool ComesFirst(Sentence s, int index, int end, string rule, int first, List<Candidate> found)
    {
        var best = found.Count == first ? "" : found[first].Rule;
        if (rule is Team || best.Length == 0 || best is Team || Rank(rule) > Rank(best) || (rule is Counted or MessageReading.SizeOfCompany && Restates(s, end, found[first])))
        {
            return rule is not Team || best.Length == 0;
        }

        for (var i = index - 1; i >= 0 && s.StartOf(i) >= found[^1].Start + found[^1].Length; i--)
        {
            if (s.Has(i, Tag.Filler) || s.Has(i, Tag.Not, Tag.Negative))
            {
                return true;
            }
        }

        return false;
    }

    private static int Rank(string rule) => rule switch { MessageReading.SizeOfCompany => 3, Counted => 2, Introduced => 1, _ => 0 };

    // "A table for 4 people ... can 5 people come": the same word again gives the number anew.
    private static bool Restates(Sentence s, int end, Candidate before)
    {
        var word = s.Text.AsSpan(s.StartOf(end - 1), s.EndBefore(end) - s.StartOf(end - 1));
        return s.Text.AsSpan(before.Start, before.Length).EndsWith(word, StringComparison.OrdinalIgnoreCase);
    }

    // "Skip this one", "ein Team von acht": the word is a number only where a clause opens with it, and counts no team.
    private static bool IsPronoun(Sentence s, int index, int end) =>
        end == index + 1 && s.Digits(index) == 0 && s.Quantity(index).Value == 1 && (s.Has(end, Tag.TeamWord) || (!ActReader.Opens(s, s.TokenAt(index)) && !s.Has(end, Tag.PeopleWord)));

    // "me and two colleagues", "myself and an assistant", "me and my co-founder"
    private static (decimal Count, int End) Others(Sentence s, int index)
    {
        if (!s.Has(index, Tag.And, Tag.NumberAnd) && !s.Has(index, Tag.Plus))
        {
            return s.Has(index, Tag.WeakIntro) && s.Term(index).Count > 1 && OtherPeople.TryRead(s, s.TokenAt(index) + 1, out var partner) ? (1, s.TermAt(partner)) : (0, index);
        }

        var (count, _, end) = PeopleCount.Read(s, index + 1);
        var (people, behind) = PeopleBehind(s, end);
        return end > 0 && people ? (count, behind)
            : end > 0 && count < FewOthers ? (count, end)
            : s.Has(index + 1, Tag.Article) ? (1, index + 2)
            : index + 1 < s.Count && OtherPeople.TryRead(s, s.TokenAt(index + 1), out var person) ? (1, s.TermAt(person))
            : (0, index);
    }

    private static bool IsAsked(Sentence s, int index, int end) =>
        s.Context.Requested.Contains(SlotType.Headcount) && s.Context.Requested[0] == SlotType.Headcount
        && !s.Has(end, Tag.Currency, Tag.Percent) && !s.Has(end, Tag.Unit) && !IsSum(s, index, end) && !SumWords.IsNumbered(s, index) && !SumWords.IsNamedSum(s, index, end);

    // "Make that 60k": thousands in short are people only where nothing else was said.
    private static bool IsSum(Sentence s, int index, int end) =>
        index > 0 && s.Quantity(end - 2) is { Exists: true, Multiplied: true } && s.Glued(end - 1);

    // "We've got something like forty thousand": asked for money and for no people, large numbers are sums.
    private static bool IsAskedSum(Sentence s, decimal low) =>
        low >= LeastSum && s.Context.Requested.Contains(SlotType.Money) && !s.Context.Requested.Contains(SlotType.Headcount);

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
