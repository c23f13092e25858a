using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Calls;

/// <summary>How a lead takes up what the seller said.</summary>
internal enum Reply
{
    /// <summary>Neither agrees nor disagrees.</summary>
    Other,

    /// <summary>Agrees.</summary>
    Yes,

    /// <summary>Disagrees.</summary>
    No,

    /// <summary>Is not sure, or asks what is meant.</summary>
    Unsure,
}

/// <summary>What was read in a lead's turn.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Reading">The rules' reading; spans count from <paramref name="Offset"/> before the turn's first character.</param>
/// <param name="Reply">How it begins.</param>
/// <param name="Offset">Characters of an earlier, unfinished turn that were read with it.</param>
internal sealed record LeadTurn(CallTurn Turn, MessageReading Reading, Reply Reply, int Offset)
{
    /// <summary>The same turn where a no agrees and a yes does not.</summary>
    public LeadTurn Turned() => this with { Reply = Reply switch { Reply.Yes => Reply.No, Reply.No => Reply.Yes, _ => Reply } };

    /// <summary>The part of a candidate's span that stands in this turn, or null where it stands in the one before.</summary>
    public (int Start, int Length)? SpanOf(Candidate candidate)
    {
        var (start, end) = (Math.Max(candidate.Start - Offset, 0), candidate.Start + candidate.Length - Offset);
        return end > start ? (start, end - start) : null;
    }

    /// <summary>The sentence in which a span of the turn stands.</summary>
    public string SentenceAt(int start)
    {
        foreach (var sentence in Spoken.In(Turn.Text))
        {
            if (start < sentence.End)
            {
                return sentence.Of(Turn.Text).ToString();
            }
        }

        return Turn.Text;
    }

    /// <summary>The part of a sentence, between commas and joints, in which a span of the turn stands.</summary>
    public string ClauseAt(int start, int length)
    {
        var text = Turn.Text;
        var (from, to) = (start, Math.Min(start + length, text.Length));
        while (from > 0 && !IsJoint(text, from - 1))
        {
            from--;
        }

        while (to < text.Length && !IsJoint(text, to))
        {
            to++;
        }

        return text[from..to];
    }

    private static bool IsJoint(string text, int at) =>
        text[at] is ';' or '\n' or '–' or '—' || (text[at] is ',' or '.' or '!' or '?' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])))
        || (text[at] == ' ' && (text.AsSpan(at).StartsWith(" but ", StringComparison.OrdinalIgnoreCase) || text.AsSpan(at).StartsWith(" and ", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether the lead says that an answer will not come, and why.</summary>
    public WithheldReason? Withholds =>
        Reading.Acts.Contains(Act.DeclineToAnswer) ? WithheldReason.Declined
        : Reply == Reply.Unsure || Reading.Acts.Contains(Act.Unsure) ? WithheldReason.Unknown
        : null;

    /// <summary>Whether words of correction stand in it.</summary>
    public bool Corrects(SlotType type) =>
        Reading.Acts.Contains(Act.Change) || Reading.Corrections.Any(correction => correction.Type == type);

    /// <summary>The kinds of answer in it.</summary>
    public ImmutableArray<SlotType> Types => [.. Reading.Candidates.Select(static candidate => candidate.Type).Distinct()];
}
