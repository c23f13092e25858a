using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Acts;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Needs;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>The buying timeline: a date or stretch where one was asked for or a start is spoken of, or what was said instead.</summary>
internal static class TimeframeReader
{
    private const int ReachOfStart = 7;
    private const int ReachOfClause = 20;

    private static readonly (Tag Tag, TimeframeClass Class)[] Order =
    [
        (Tag.Asap, TimeframeClass.Asap),
        (Tag.NoRush, TimeframeClass.NoRush),
        (Tag.OnEvent, TimeframeClass.Event),
        (Tag.TimeUnknown, TimeframeClass.Unknown),
    ];

    public static void Run(Sentence s, List<FoundTime> times, List<FoundLength> lengths, List<FoundStatement> statements, List<Act> acts, List<Candidate> found)
    {
        var asked = s.Context.Requested.Contains(SlotType.Timeframe);
        if (!asked && MeetingTalk.IsAbout(s, acts))
        {
            return;
        }

        Courtesy.DropTimes(s, statements, acts, times);
        if (asked)
        {
            EventClause.Claim(s, statements, found);
        }

        if (TryTime(s, times, statements, asked, found))
        {
            return;
        }

        if (asked && lengths.Count > 0 && lengths[0].Length.Unit >= TimeUnit.Day && Cal.IsBearable(lengths[0].Length) && !IsSomeDay(s, lengths[0], statements))
        {
            AddLength(s, lengths[0], found);
            return;
        }

        AddClass(s, statements, asked, found);
    }

    // "Some day", "un jour": a length by its words, and no rush by its sense, save behind "in".
    private static bool IsSomeDay(Sentence s, FoundLength found, List<FoundStatement> statements) =>
        !s.Has(found.Start - 1, Tag.In, Tag.Within) && statements.Exists(statement =>
            statement.Has(Tag.NoRush) && s.TermAt(statement.Start) <= found.Start && s.TermAt(statement.End - 1) == found.Length.End - 1);

    private static bool TryTime(Sentence s, List<FoundTime> times, List<FoundStatement> statements, bool asked, List<Candidate> found)
    {
        for (var i = 0; i < times.Count; i++)
        {
            var start = times[i].Start;
            var node = asked ? TimeframeDays.Ahead(s, start, times[i].Node) : times[i].Node;
            if (DeniedTimes.IsSubject(s, node, times, i))
            {
                continue;
            }

            if (IsStretch(s, node) && (asked || IsStart(s, start, node.End) || IsFirst(s, start, node) || IsAlone(s, start, node, found)))
            {
                (start, node) = DeniedTimes.Last(s, start, node, times, i);
                Add(s, start, TimeframeDays.Joined(s, node, times, i + 1), found);
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a time is one of days that are not over.</summary>
    public static bool IsStretch(Sentence s, TimeNode node) => !node.ClockOnly && !node.Except && (!node.HasClock || node.IsPart) && (node.OpenTo || node.To > s.Context.Now.Date);

    // "not before Q3": nobody says so of a meeting.
    private static bool IsFirst(Sentence s, int start, TimeNode node) =>
        s.Has(start, Tag.NotBefore) && node is { OpenTo: true, Grain: Grain.Month or Grain.Quarter or Grain.Year };

    private static bool IsStart(Sentence s, int start, int end)
    {
        for (var i = Math.Max(0, start - ReachOfStart); i < Math.Min(s.Count, end + ReachOfStart); i++)
        {
            if (s.Has(i, Tag.StartWord, Tag.Deadline))
            {
                return true;
            }
        }

        return false;
    }

    // "Hoje é tudo no papel": how things are, and no start.
    private static bool IsToday(Sentence s, TimeNode node) => node is { Grain: Grain.Day, OpenFrom: false, OpenTo: false } && node.From.Date == s.Context.Now.Date;

    // Where the talk has asked for anything, "next month" by itself is the timeline; so is "by March" behind a need.
    private static bool IsAlone(Sentence s, int start, TimeNode node, List<Candidate> found)
    {
        if (s.Context.Requested.IsEmpty || s.Has(start, Tag.Now) || IsToday(s, node) || IsBudgetYear(s, start, node, found))
        {
            return false;
        }

        var (first, last) = (s.TokenAt(start), s.TokenAt(node.End));
        while (first > Math.Max(0, s.TokenAt(start) - ReachOfClause) && !Clauses.StartAt(s.Tokens, first))
        {
            first--;
        }

        while (last < s.TokenAt(node.End) + ReachOfClause && !Clauses.EndAt(s.Tokens, last))
        {
            last++;
        }

        return (s.Context.Requested[0] == SlotType.Need && (node.Bounded || node.UntilDay || node.OpenFrom)) || !Substance.HasOwn(s, first, last);
    }

    // "20k for 2026", "no budget this year": the year that the money is of.
    private static bool IsBudgetYear(Sentence s, int start, TimeNode node, List<Candidate> found) =>
        node is { Grain: Grain.Year, IsCut: false, Bounded: false, UntilDay: false, OpenTo: false, OpenFrom: false } && s.Context.Requested[0] == SlotType.Money
        && found.Exists(candidate => candidate.Type == SlotType.Money && candidate.Start + candidate.Length == s.EndBefore(start) && !s.StartsClause(start));

    private static void Add(Sentence s, int start, TimeNode node, List<Candidate> found)
    {
        var (from, to) = TimeframeDays.Of(s, start, node);
        found.Add(new Candidate(SlotType.Timeframe, new AnswerValue.Timeframe(TimeframeClass.Dated, from, to), s.StartOfTime(start), s.EndBefore(node.End) - s.StartOfTime(start), "timeframe.dated"));
    }

    // "three months": from now on.
    private static void AddLength(Sentence s, FoundLength found, List<Candidate> candidates)
    {
        var (from, to) = TimeframeDays.OfLength(s, found);
        var value = new AnswerValue.Timeframe(TimeframeClass.Dated, from, to);
        candidates.Add(new Candidate(SlotType.Timeframe, value, s.StartOf(found.Start), s.EndBefore(found.Length.End) - s.StartOf(found.Start), "timeframe.length"));
    }

    private static void AddClass(Sentence s, List<FoundStatement> statements, bool asked, List<Candidate> found)
    {
        foreach (var (tag, kind) in Order)
        {
            foreach (var statement in statements)
            {
                if (statement.Has(tag) && !(kind == TimeframeClass.Asap && IsNotNow(s, statement)) && (asked ? !IsBareNow(s, statement, found) : IsClear(s, statement, kind)))
                {
                    var start = s.Tokens[statement.Start].Start;
                    found.Add(new Candidate(SlotType.Timeframe, new AnswerValue.Timeframe(kind), start, s.Tokens[statement.End - 1].End - start, "timeframe.class"));
                    return;
                }
            }
        }
    }

    // "Just looking for now", "not a priority right now".
    private static bool IsNotNow(Sentence s, FoundStatement statement)
    {
        var term = s.TermAt(statement.Start);
        return s.Has(term, Tag.Now) && s.TermAt(statement.End) == term + 1 && (s.Has(term - 1, Tag.For) || HasNotBefore(s, term));
    }

    private static bool HasNotBefore(Sentence s, int term)
    {
        for (var i = term - 1; i >= Math.Max(0, term - ReachOfStart) && !s.EndsClause(i); i--)
        {
            if (s.Has(i, Tag.Not))
            {
                return true;
            }
        }

        return false;
    }

    // "We have 500k now" says what they have.
    private static bool IsBareNow(Sentence s, FoundStatement statement, List<Candidate> found) =>
        statement.End == statement.Start + 1 && s.Has(s.TermAt(statement.Start), Tag.Now) && found.Exists(static candidate => candidate.Type is SlotType.Money or SlotType.Headcount);

    // Unasked, "asap" counts as a clause of its own, and what several words say.
    private static bool IsClear(Sentence s, FoundStatement statement, TimeframeClass kind)
    {
        var length = statement.End - statement.Start;
        var whole = Clauses.StartAt(s.Tokens, statement.Start) && Clauses.EndAt(s.Tokens, statement.End);
        return kind switch
        {
            TimeframeClass.Asap => statement.Entry.Value(Tag.Asap) == 0 && (length > 2 || (whole && !statement.Has(Tag.MoneyVague))),
            TimeframeClass.NoRush => length > 1 && !statement.Has(Tag.MoneyUndecided) && !statement.Has(Tag.Act),
            _ => false,
        };
    }
}
