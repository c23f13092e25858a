using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Languages;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading;

/// <summary>The work on one message; its buffers are kept for the next one.</summary>
internal sealed class Scan
{
    private readonly Sentence s = new();
    private readonly List<FoundTime> times = [];
    private readonly List<Length> lengths = [];
    private readonly List<int> lengthStarts = [];
    private readonly List<Candidate> candidates = [];

    public MessageReading Run(string text, ReadingContext context, Language language)
    {
        s.Load(text, context, language);
        candidates.Clear();
        times.Clear();
        lengths.Clear();
        lengthStarts.Clear();
        TimeReader.Run(s, times, lengths, lengthStarts);
        foreach (var (start, node) in times)
        {
            var value = new AnswerValue.Time(node.OpenFrom ? null : node.From, node.OpenTo ? null : node.To, node.ClockOnly ? Grain.Time : node.Grain);
            candidates.Add(new Candidate(SlotType.Time, value, s.StartOf(start), s.EndBefore(node.End) - s.StartOf(start), "time"));
        }

        for (var i = 0; i < lengths.Count; i++)
        {
            candidates.Add(new Candidate(SlotType.Duration, new AnswerValue.Duration((long)lengths[i].TotalSeconds), s.StartOf(lengthStarts[i]), s.EndBefore(lengths[i].End) - s.StartOf(lengthStarts[i]), "duration"));
        }

        return new MessageReading([.. candidates], [], []);
    }
}
