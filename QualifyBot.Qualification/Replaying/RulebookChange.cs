using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Replaying;

/// <summary>One difference between two versions of a rulebook.</summary>
/// <param name="Part">What kind of part differs: "rule", "route", "threshold" ...</param>
/// <param name="Id">The part's id ("budget_20k", "sql"), unique among the changes of its kind.</param>
/// <param name="Words">The difference in words for the seller.</param>
public sealed record RulebookChange(string Part, string Id, string Words)
{
    /// <summary>Makes this difference in a draft.</summary>
    internal Func<PlaybookDraft, PlaybookDraft> Apply { get; init; } = static draft => draft;

    /// <summary>"rule budget_20k".</summary>
    public string Name => Id.Length == 0 ? Part : $"{Part} {Id}";
}
