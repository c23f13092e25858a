using System.Collections.Immutable;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>Finds what is wrong with the parts of a playbook.</summary>
public static class PlaybookProblems
{
    /// <summary>All problems, in the order of the parts; none = the draft can become a playbook.</summary>
    public static ImmutableArray<PlaybookProblem> Of(PlaybookDraft draft) => [];
}
