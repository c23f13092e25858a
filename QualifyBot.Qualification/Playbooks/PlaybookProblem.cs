namespace QualifyBot.Qualification.Playbooks;

/// <summary>Something wrong with the parts of a playbook.</summary>
/// <param name="Path">Where: names and indexes separated by slashes ("rules/3/when/slot").</param>
/// <param name="Problem">What is wrong, as a sentence.</param>
/// <param name="Remedy">How to mend it, as a sentence.</param>
/// <param name="OfTheWhole">True where it speaks of parts together, so that it may come of a part that is missing.</param>
public sealed record PlaybookProblem(string Path, string Problem, string Remedy, bool OfTheWhole = false);
