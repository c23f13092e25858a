using System.Numerics;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>A set of outcomes.</summary>
internal readonly record struct Outcomes(int Bits)
{
    public int Count => BitOperations.PopCount((uint)Bits);

    public static Outcomes Only(Outcome outcome) => new(1 << (int)outcome);

    public Outcomes With(Outcome outcome) => new(Bits | (1 << (int)outcome));

    public bool Overlaps(Outcomes other) => (Bits & other.Bits) != 0;

    /// <summary>The outcome of a set of one.</summary>
    public Outcome Single() => (Outcome)BitOperations.TrailingZeroCount(Bits);
}
