using System.Collections.Immutable;
using System.Runtime.InteropServices;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Domains;

/// <summary>An answer that stands for all the answers of which the playbook's conditions say the same.</summary>
/// <param name="Meaning">The answer; a start counts in days from the day on which it is given, so that it is one on every day.</param>
/// <param name="Truths">What each of the domain's leaves says of it, in their order: true, false, or null where it says nothing.</param>
/// <param name="Place">Where it stands among better and worse answers, or null where there is no natural order.</param>
public sealed record Representative(ChoiceValue Meaning, ImmutableArray<bool?> Truths, Place? Place);

/// <summary>A place in a natural order: of two answers on one ladder the higher one is what a seller would rather hear.</summary>
/// <param name="Ladder">Answers on different ladders do not compare.</param>
/// <param name="Height">Money a year, people, levels of a title or of a part in the decision; for a start the days until it, negated.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Place(int Ladder, decimal Height);
