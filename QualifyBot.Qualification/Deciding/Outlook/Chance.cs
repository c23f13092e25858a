namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>What a condition may turn out to be: true, false, unknown, or one of several of these.</summary>
[Flags]
internal enum Chance : byte
{
    /// <summary>Nothing, which no condition is.</summary>
    None = 0,

    /// <summary>It may be true; alone: it surely is.</summary>
    True = 1,

    /// <summary>It may be false.</summary>
    False = 2,

    /// <summary>It may be unknown.</summary>
    Unknown = 4,

    /// <summary>It may be anything.</summary>
    Any = True | False | Unknown,
}

/// <summary>Three-valued logic over what may be: whatever the parts turn out to be, the whole is among the result.</summary>
internal static class Chances
{
    public static Chance Of(bool? truth) => truth switch { true => Chance.True, false => Chance.False, null => Chance.Unknown };

    public static Chance Of(bool mayHold, bool mayFail) => (mayHold ? Chance.True : Chance.None) | (mayFail ? Chance.False : Chance.None);

    public static Chance And(Chance one, Chance other) => (one & other & Chance.True) | ((one | other) & Chance.False) | Unsure(one, other, Chance.True);

    public static Chance Or(Chance one, Chance other) => ((one | other) & Chance.True) | (one & other & Chance.False) | Unsure(one, other, Chance.False);

    public static Chance Not(Chance chance) =>
        (chance & Chance.Unknown) | (chance.HasFlag(Chance.True) ? Chance.False : Chance.None) | (chance.HasFlag(Chance.False) ? Chance.True : Chance.None);

    // One part unknown makes the whole so where the other is unknown too, or does not decide it.
    private static Chance Unsure(Chance one, Chance other, Chance undecided) =>
        (one.HasFlag(Chance.Unknown) && (other & (Chance.Unknown | undecided)) != Chance.None) || (other.HasFlag(Chance.Unknown) && (one & (Chance.Unknown | undecided)) != Chance.None)
            ? Chance.Unknown
            : Chance.None;
}
