using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>A criterion of the framework: one letter of BANT, CHAMP ... or "fit".</summary>
/// <param name="Id">Id ("budget").</param>
/// <param name="Name">Name for the seller ("Budget").</param>
public sealed record Criterion(string Id, string Name);

/// <summary>A place for one answer.</summary>
/// <param name="Id">Id ("budget"), unique in the playbook.</param>
/// <param name="Type">What kind of value it holds.</param>
/// <param name="Criterion">Id of the criterion that it serves.</param>
public sealed record Slot(string Id, SlotType Type, string Criterion);
