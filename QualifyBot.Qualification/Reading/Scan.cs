using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Acts;
using QualifyBot.Qualification.Reading.Contacts;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Facts;
using QualifyBot.Qualification.Reading.Languages;
using QualifyBot.Qualification.Reading.Money;
using QualifyBot.Qualification.Reading.Needs;
using QualifyBot.Qualification.Reading.Numbers;
using QualifyBot.Qualification.Reading.People;
using QualifyBot.Qualification.Reading.Statements;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading;

/// <summary>The work on one message: what reads first takes its words from what comes after. Buffers are kept for the next message.</summary>
internal sealed class Scan
{
    private readonly Sentence s = new();
    private readonly List<FoundStatement> statements = [];
    private readonly List<FoundTime> times = [];
    private readonly List<FoundLength> lengths = [];
    private readonly List<Candidate> found = [];
    private readonly List<Act> acts = [];
    private readonly List<Correction> corrections = [];
    private readonly Amendments amendments = new();

    public MessageReading Run(string text, ReadingContext context, Language language)
    {
        Clear();
        s.Load(text, context, language);
        StatementReader.Run(s, statements);
        ActReader.Run(s, statements, acts);
        YesNoReader.Run(s, statements, acts, found);
        CueReader.Run(s, acts, found);
        EmailReader.Run(s, found);
        WebReader.Run(s, found);
        PhoneReader.Run(s, found);
        PersonIntro.RunOnDates(s, found);
        CompanyReader.RunOnDates(s, found);
        ReadFigures();
        ProductReader.Run(s, found);
        PersonReader.Run(s, found);
        TitleReader.Run(s, found);
        CompanyReader.Run(s, found);
        NeedReader.Run(s, statements, acts, found);
        AuthorityReader.Run(s, statements, acts, found);
        NeedReader.DropPeople(found);
        MoneyStatusReader.Run(s, statements, found);
        TimeframeReader.Run(s, times, lengths, statements, acts, found);
        DropBareNow();
        Refusals.Run(s, acts, found);
        NumberReader.Run(s, found);
        FactReader.Run(s, found);
        ReadChanges();
        return new MessageReading(Ranking.Order(found, context.Requested), [.. acts], [.. corrections]);
    }

    // What somebody is not puts nothing in the place of an answer, so that it comes behind the answer in free words.
    private void ReadChanges()
    {
        amendments.Run(s, statements, times, acts, corrections);
        CorrectionReader.Run(s, statements, acts, found, corrections);
        FreeTextReader.Run(s, statements, acts, found, corrections);
        DenialReader.Run(s, found, corrections);
    }

    // Where a number of people was asked for, it comes before money and time; else only what says that it is one.
    private void ReadFigures()
    {
        if (HeadcountReader.IsBareRange(s))
        {
            HeadcountReader.Run(s, found);
            return;
        }

        MoneyReader.RunRanges(s, found);
        TimeReader.Run(s, times, lengths);
        Replaced.DropTimes(s, statements, times);
        AddTimes();
        HeadcountReader.Run(s, found);
        MoneyReader.Run(s, found);
    }

    // "from the 3rd ... until the 8th": beside another time, the end of a stretch is a date of its own.
    private void AddTimes()
    {
        AddTimes(except: false);
        AddTimes(except: true);
        AddOtherHalves();
        foreach (var (start, length) in lengths)
        {
            var value = new AnswerValue.Duration((long)length.TotalSeconds);
            found.Add(new Candidate(SlotType.Duration, value, s.StartOf(start), s.EndBefore(length.End) - s.StartOf(start), "duration"));
        }
    }

    // What does not suit comes behind what does.
    private void AddTimes(bool except)
    {
        foreach (var (start, node) in times)
        {
            if (node.Except != except)
            {
                continue;
            }

            var open = node.OpenFrom && times.Count == 1;
            var value = new AnswerValue.Time(open ? null : node.From, node.OpenTo ? null : node.To, node.ClockOnly ? Grain.Time : node.Grain, ClockZones.NameOf(node.Zone), node.Except);
            var end = node.LastStart > 0 ? node.LastStart - 1 : node.BoundStart > start ? node.BoundStart : node.End;
            found.Add(new Candidate(SlotType.Time, value, s.StartOfTime(start), s.EndBefore(end) - s.StartOfTime(start), "time"));
            AddBound(node);
            if (node.LastStart > 0)
            {
                var last = new AnswerValue.Time(node.To, node.To.AddDays(1), Grain.Day);
                found.Add(new Candidate(SlotType.Time, last, s.StartOf(node.LastStart), s.EndBefore(node.End) - s.StartOf(node.LastStart), "time.last"));
            }
        }
    }

    // "At 4" is in the afternoon for a meeting, though it could be in the morning: the other half of the day comes last.
    private void AddOtherHalves()
    {
        foreach (var (start, node) in times)
        {
            if (!node.Ambiguous || node.IsRange)
            {
                continue;
            }

            var from = node.BoundStart > 0 ? node.To : node.From;
            var shift = TimeSpan.FromHours(from.Hour >= 12 ? -12 : 12);
            DateTime? to = node.BoundStart > 0 ? from.AddMinutes(1) + shift : node.OpenTo ? null : node.To + shift;
            var value = new AnswerValue.Time(from + shift, to, node.ClockOnly ? Grain.Time : node.Grain, ClockZones.NameOf(node.Zone), node.Except);
            found.Add(new Candidate(SlotType.Time, value, s.StartOfTime(start), s.EndBefore(node.End) - s.StartOfTime(start), "time.half"));
        }
    }

    // "before Friday": the day is a date of its own.
    private void AddBound(TimeNode node)
    {
        if (node.BoundStart > 0)
        {
            var day = new AnswerValue.Time(node.To, node.To.TimeOfDay > TimeSpan.Zero ? node.To.AddMinutes(1) : node.To.AddDays(1), node.ClockOnly ? Grain.Time : node.Grain);
            found.Add(new Candidate(SlotType.Time, day, s.StartOf(node.BoundStart), s.EndBefore(node.End) - s.StartOf(node.BoundStart), "time.bound"));
        }
    }

    // "We have 500k now": the word says when only where nothing else was said.
    private void DropBareNow()
    {
        if (times.Count == 1 && s.Has(times[0].Start, Tag.Now) && times[0].Node.End == times[0].Start + 1 && found.Exists(static candidate => candidate.Type is SlotType.Money or SlotType.Headcount))
        {
            found.RemoveAll(static candidate => candidate.Type == SlotType.Time);
        }
    }

    private void Clear()
    {
        statements.Clear();
        times.Clear();
        lengths.Clear();
        found.Clear();
        acts.Clear();
        corrections.Clear();
    }
}
