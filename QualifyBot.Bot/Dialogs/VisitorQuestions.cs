using System.Collections.Immutable;
using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>A question that the visitor asks back, and its answer.</summary>
/// <param name="Entry">The answer.</param>
/// <param name="Start">First UTF-16 unit of its words.</param>
/// <param name="Length">Length of its words.</param>
public sealed record AskedBack(FaqEntry Entry, int Start, int Length);

/// <summary>Finds the questions in a message that have an answer; the rest of the message may answer ours.</summary>
public static class VisitorQuestions
{
    // In a long text somebody tells something; the bound also keeps the work small.
    private const int MostSentences = 24;
    private const string Ends = ".!?;:\n";

    /// <summary>The questions with their places, in the order of the message.</summary>
    public static ImmutableArray<AskedBack> Of(string words, FaqBook faq)
    {
        var asked = ImmutableArray.CreateBuilder<AskedBack>();
        var leadIn = -1;
        foreach (var (start, end) in Sentences(words).Take(MostSentences))
        {
            if (InSentence(words, start, end, faq) is { } found)
            {
                // "Quick one: do you ...?": what leads in is part of the question.
                asked.Add(leadIn >= 0 && found.Start == start ? found with { Start = leadIn, Length = end - leadIn } : found);
            }

            leadIn = words[end - 1] == ':' ? start : -1;
        }

        return asked.DrainToImmutable();
    }

    /// <summary>The message with blanks where questions stand, so that what is read in the rest has the same places.</summary>
    public static string Without(string words, ImmutableArray<AskedBack> asked)
    {
        if (asked.IsEmpty)
        {
            return words;
        }

        var rest = words.ToCharArray();
        foreach (var (_, start, length) in asked)
        {
            rest.AsSpan(start, length).Fill(' ');
        }

        return new string(rest);
    }

    /// <summary>The places of sentences that end with a question mark.</summary>
    public static IEnumerable<(int Start, int End)> Marked(string words) =>
        Sentences(words).Take(MostSentences).Where(sentence => words[sentence.End - 1] == '?');

    // "We have 300 people, what does it cost?": the question begins with the last part that asks.
    private static AskedBack? InSentence(string words, int start, int end, FaqBook faq)
    {
        AskedBack? asked = null;
        foreach (var from in Parts(words, start, end))
        {
            var part = words.AsSpan(from, end - from);
            var isMarked = words[end - 1] == '?';
            if ((isMarked || faq.Opens(part)) && faq.Find(part, isMarked) is { } entry)
            {
                asked = new AskedBack(entry, from, end - from);
            }
        }

        return asked;
    }

    private static IEnumerable<int> Parts(string words, int start, int end)
    {
        yield return start;
        for (var i = start; i < end - 1; i++)
        {
            if (words[i] == ',')
            {
                yield return i + 1;
            }
        }
    }

    // A point within "15.2" or "acme.example" ends nothing.
    private static IEnumerable<(int Start, int End)> Sentences(string words)
    {
        var start = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (i == words.Length - 1 || (Ends.Contains(words[i], StringComparison.Ordinal) && (char.IsWhiteSpace(words[i + 1]) || words[i] == '\n')))
            {
                if (!words.AsSpan(start, i + 1 - start).IsWhiteSpace())
                {
                    yield return (start, i + 1);
                }

                start = i + 1;
            }
        }
    }
}
