using QualifyBot.Qualification.Answers;
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
        if (!asked && IsAboutMeeting(s, acts))
        {
            return;
        }

        foreach (var (start, read) in times)
        {
            var node = asked ? Ahead(s, start, read) : read;
            if (IsStretch(s, node) && (asked || IsStart(s, start, node.End) || IsAlone(s, start, node)))
            {
                Add(s, start, node, found);
                return;
            }
        }

        if (asked && lengths.Count > 0 && lengths[0].Length.Unit >= TimeUnit.Day && Cal.IsBearable(lengths[0].Length))
        {
            AddLength(s, lengths[0], found);
            return;
        }

        AddClass(s, statements, asked, found);
    }

    // "Can we move the demo to Thursday?" is no timeline, and neither is any time while one for a demo is sought.
    private static bool IsAboutMeeting(Sentence s, List<Act> acts)
    {
        if (s.Context.Requested.Contains(SlotType.Time) || acts.Contains(Act.BookMeeting))
        {
            return true;
        }

        for (var i = 0; i < s.Count; i++)
        {
            if (s.Has(i, Tag.MeetingWord))
            {
                return true;
            }
        }

        return false;
    }

    // "Mid-year", asked in November, is next year's where no year was said.
    private static TimeNode Ahead(Sentence s, int start, TimeNode node)
    {
        var today = s.Context.Now.Date;
        if (node.HasClock || node.OpenFrom || node.OpenTo || node.To > today || node.From.Year != today.Year || node.To - node.From < TimeSpan.FromDays(5))
        {
            return node;
        }

        for (var i = start; i < node.End; i++)
        {
            if (s.Digits(i) == 4 || s.Has(i, Tag.This, Tag.Last) || s.Has(i, Tag.Ago, Tag.Past))
            {
                return node;
            }
        }

        return node with { From = node.From.AddYears(1), To = node.To.AddYears(1) };
    }

    private static bool IsStretch(Sentence s, TimeNode node) => !node.ClockOnly && (!node.HasClock || node.IsPart) && (node.OpenTo || node.To > s.Context.Now.Date);

    private static bool IsStart(Sentence s, int start, int end)
    {
        for (var i = Math.Max(0, start - ReachOfStart); i < Math.Min(s.Count, end + ReachOfStart); i++)
        {
            if (s.Has(i, Tag.StartWord))
            {
                return true;
            }
        }

        return false;
    }

    // Where the talk has asked for anything, "next month" by itself is the timeline; so is "by March" behind a need.
    private static bool IsAlone(Sentence s, int start, TimeNode node)
    {
        if (s.Context.Requested.IsEmpty || s.Has(start, Tag.Now))
        {
            return false;
        }

        var (first, last) = (s.TokenAt(start), s.TokenAt(node.End));
        while (first > Math.Max(0, s.TokenAt(start) - ReachOfClause) && !Phrases.StartsClause(s.Tokens, first))
        {
            first--;
        }

        while (last < s.TokenAt(node.End) + ReachOfClause && !Phrases.EndsClause(s.Tokens, last))
        {
            last++;
        }

        return (s.Context.Requested[0] == SlotType.Need && (node.Bounded || node.UntilDay || node.OpenFrom)) || !Substance.HasOwn(s, first, last);
    }

    private static void Add(Sentence s, int start, TimeNode node, List<Candidate> found)
    {
        DateOnly? from = node.OpenFrom || node.UntilDay || node.Bounded ? null : DateOnly.FromDateTime(node.From);
        var last = node.To.TimeOfDay > TimeSpan.Zero ? node.To.Date.AddDays(1) : node.To;
        DateOnly? to = node.OpenTo ? null : DateOnly.FromDateTime(last);
        found.Add(new Candidate(SlotType.Timeframe, new AnswerValue.Timeframe(TimeframeClass.Dated, from, to), s.StartOf(start), s.EndBefore(node.End) - s.StartOf(start), "timeframe.dated"));
    }

    // "three months": from now on.
    private static void AddLength(Sentence s, FoundLength found, List<Candidate> candidates)
    {
        var day = Cal.Add(s.Context.Now.Date, found.Length, 1);
        var value = new AnswerValue.Timeframe(TimeframeClass.Dated, DateOnly.FromDateTime(day), DateOnly.FromDateTime(day.AddDays(1)));
        candidates.Add(new Candidate(SlotType.Timeframe, value, s.StartOf(found.Start), s.EndBefore(found.Length.End) - s.StartOf(found.Start), "timeframe.length"));
    }

    private static void AddClass(Sentence s, List<FoundStatement> statements, bool asked, List<Candidate> found)
    {
        foreach (var (tag, kind) in Order)
        {
            foreach (var statement in statements)
            {
                if (statement.Has(tag) && (asked ? !IsBareNow(s, statement, found) : IsClear(s, statement, kind)))
                {
                    var start = s.Tokens[statement.Start].Start;
                    found.Add(new Candidate(SlotType.Timeframe, new AnswerValue.Timeframe(kind), start, s.Tokens[statement.End - 1].End - start, "timeframe.class"));
                    return;
                }
            }
        }
    }

    // "We have 500k now" says what they have.
    private static bool IsBareNow(Sentence s, FoundStatement statement, List<Candidate> found) =>
        statement.End == statement.Start + 1 && s.Has(s.TermAt(statement.Start), Tag.Now) && found.Exists(static candidate => candidate.Type is SlotType.Money or SlotType.Headcount);

    // Unasked, "asap" counts as a clause of its own, and what several words say.
    private static bool IsClear(Sentence s, FoundStatement statement, TimeframeClass kind)
    {
        var length = statement.End - statement.Start;
        var whole = Phrases.StartsClause(s.Tokens, statement.Start) && Phrases.EndsClause(s.Tokens, statement.End);
        return kind switch
        {
            TimeframeClass.Asap => length > 2 || (whole && !statement.Has(Tag.MoneyVague)),
            TimeframeClass.NoRush => length > 1 && !statement.Has(Tag.MoneyUndecided) && !statement.Has(Tag.Act),
            _ => false,
        };
    }
}
