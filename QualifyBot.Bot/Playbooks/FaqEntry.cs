using System.Collections.Immutable;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Playbooks;

/// <summary>A question that visitors ask back, and its answer.</summary>
/// <param name="Id">Its id ("price"), the same in every language.</param>
/// <param name="Phrasings">Ways to ask it, at least one.</param>
/// <param name="Answers">Wordings of the answer; none where it stands in the texts.</param>
public sealed record FaqEntry(string Id, ImmutableArray<string> Phrasings, ImmutableArray<string> Answers)
{
    /// <summary>Id of the text that answers it ("talk.price"); null where it has an answer of its own.</summary>
    public string? TextId { get; init; }

    /// <summary>What the reader calls such a question, where it knows it: then the entry answers that too, in any words.</summary>
    public Act? Act { get; init; }

    /// <summary>True where a colleague must answer it: the visitor's words are noted on the lead.</summary>
    public bool Note { get; init; }
}
