using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Calls;

/// <summary>Reads a lead's turn in the light of what is open; what the lead asks back is no answer.</summary>
internal sealed class LeadReader(CallCues cues, Func<ImmutableArray<SlotType>, ReadingContext> contextFor)
{
    private const int EarlyReply = 14;

    /// <summary>What the turn says.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="before">The lead's words just before, where they were broken off; else empty.</param>
    /// <param name="requested">What is asked for.</param>
    /// <param name="question">The seller's words just before.</param>
    public LeadTurn Read(CallTurn turn, string before, ImmutableArray<SlotType> requested, string? question)
    {
        var text = Told(turn.Text);
        var joined = before.Length == 0 ? text : $"{before} {text}";
        var reading = WithUnasked(joined, RuleReader.Read(joined, contextFor(requested) with { Question = question }), requested);
        return new LeadTurn(turn, reading, ReplyOf(turn.Text, text, reading), joined.Length - text.Length);
    }

    // What was asked for takes figures from what was not: a second look without the question finds the rest.
    private MessageReading WithUnasked(string text, MessageReading reading, ImmutableArray<SlotType> requested)
    {
        if (requested.IsEmpty)
        {
            return reading;
        }

        var unasked = RuleReader.Read(text, contextFor([])).Candidates.Where(candidate => reading.Candidates.All(known => known.Type != candidate.Type));
        return reading with { Candidates = [.. reading.Candidates, .. unasked] };
    }

    /// <summary>Whether the words break off, so that the next ones belong to them.</summary>
    public bool IsUnfinished(string text)
    {
        var words = text.AsSpan().TrimEnd();
        if (words.Length == 0 || words[^1] is '.' or '?' or '!' && !words.EndsWith("..", StringComparison.Ordinal))
        {
            return false;
        }

        words = words.TrimEnd(".,–—-… ");
        return words.Length > 0 && cues.Is("open_end", words[(words.LastIndexOf(' ') + 1)..]);
    }

    // Questions are blanked out, so that all other characters keep their places.
    private string Told(string text)
    {
        if (!text.Contains('?', StringComparison.Ordinal))
        {
            return text;
        }

        var told = text.ToCharArray();
        foreach (var sentence in Spoken.In(text))
        {
            if (sentence.Marked && cues.Opens("asked_back", sentence.Of(text)))
            {
                told.AsSpan(sentence.Start, sentence.End - sentence.Start).Fill(' ');
            }
        }

        return new string(told);
    }

    private Reply ReplyOf(string text, string told, MessageReading reading)
    {
        var sentences = Spoken.In(text);
        if (sentences.Count == 0)
        {
            return Reply.Other;
        }

        // "Okay. Yes, that's right." answers in its second sentence.
        foreach (var sentence in sentences.Take(3))
        {
            var words = sentence.Of(text);
            if (Opening(words) is var reply and not Reply.Other)
            {
                return reply;
            }

            if (!cues.Is("back", words) && !cues.Is("asked_back", words))
            {
                break;
            }
        }

        return AtTheEnd(sentences[^1].Of(text)) ?? Early(told, reading);
    }

    // "Everything over a hundred, yes.", "They cut us by a fifth. So no."
    private Reply? AtTheEnd(ReadOnlySpan<char> last) => cues.Is("yes_last", last) ? Reply.Yes : cues.Is("no_last", last) ? Reply.No : null;

    private static Reply Early(string told, MessageReading reading) =>
        reading.Candidates.FirstOrDefault(static candidate => candidate.Type == SlotType.YesNo) is { Value: AnswerValue.YesNo(var said) } early && early.Start < EarlyReply && told.Length > 0
            ? said switch { YesNoClass.Yes => Reply.Yes, YesNoClass.No => Reply.No, _ => Reply.Unsure }
            : Reply.Other;

    private Reply Opening(ReadOnlySpan<char> words) =>
        cues.Opens("agrees_with_no", words) ? Reply.Yes
        : cues.Opens("denies_with_yes", words) ? Reply.No
        : cues.Opens("unsure", words) ? Reply.Unsure
        : cues.Opens("no", words) ? Reply.No
        : cues.Opens("yes", words) && !cues.Opens("not_yes", words) ? Reply.Yes
        : Reply.Other;
}
