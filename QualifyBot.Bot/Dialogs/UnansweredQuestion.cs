using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>A question in a message that nothing here answers, so that a colleague must.</summary>
internal static class UnansweredQuestion
{
    private const int FewestWords = 2;
    private const int LongestEcho = 4;

    // "Hello, anybody there?" greets and asks nothing.
    private const int FewestWithGreeting = 4;

    /// <summary>Whether there is one: a sentence with a question mark in which nothing was read; where nothing was told at all, the whole message may be one.</summary>
    public static bool IsIn(Talk talk)
    {
        var told = talk.Filling is { IsEmpty: false } filling ? filling.Added.Concat(filling.Changed).Select(static answer => answer.Evidence).ToList() : [];
        var acts = talk.Reading.Acts;
        var fewest = told.Count > 0 ? FewestWords : acts.IsEmpty ? 0 : FewestWithGreeting;
        return (told.Count > 0 || (talk.Filling is null or { IsEmpty: true } && acts.All(static act => act is Act.Greet or Act.Thanks)))
            && VisitorQuestions.Marked(talk.Words).Select(sentence => (Start: AfterTold(talk, told, sentence.Start, sentence.End), sentence.End)).Any(sentence =>
                HasWords(talk.Words.AsSpan(sentence.Start, sentence.End - sentence.Start), fewest)
                && !told.Exists(evidence => evidence.Start < sentence.End && evidence.Start + evidence.Length > sentence.Start)
                && !IsEcho(talk, told, sentence.Start, sentence.End));
    }

    // "We are 40 people, is that too small?": what is asked comes behind what is told.
    private static int AfterTold(Talk talk, List<Evidence> told, int start, int end)
    {
        var last = told.Where(evidence => evidence.Start >= start && evidence.Start < end).Select(static evidence => evidence.Start + evidence.Length).DefaultIfEmpty(start).Max();
        var comma = last > start && last < end ? talk.Words.IndexOf(',', last, end - last) : -1;
        return comma < 0 ? start : comma + 1;
    }

    // "How many people? 80": the question that was put, said again before its answer.
    private static bool IsEcho(Talk talk, List<Evidence> told, int start, int end) =>
        talk.Words.AsSpan(0, start).IsWhiteSpace() && talk.Words.AsSpan(start, end - start).Trim().Count(' ') < LongestEcho
        && told.Exists(evidence => evidence.Start >= end && talk.Words.AsSpan(end, evidence.Start - end).Trim().Count(' ') == 0);

    private static bool HasWords(ReadOnlySpan<char> sentence, int more) => sentence.Trim().Count(' ') >= more;
}
