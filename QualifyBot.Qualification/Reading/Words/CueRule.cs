using System.Runtime.InteropServices;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>What a step of a cue rule asks of the words at its place.</summary>
internal enum CueKind : byte
{
    /// <summary>The next word is of the class; words that say little may stand before it.</summary>
    Word,

    /// <summary>As Word, or nothing.</summary>
    Optional,

    /// <summary>Up to three words of any kind.</summary>
    Gap,

    /// <summary>Any words of the clause.</summary>
    WideGap,

    /// <summary>The start of the clause.</summary>
    Start,

    /// <summary>The end of the clause; words that say little may stand before it.</summary>
    End,
}

/// <summary>One step of a cue rule; the class counts only for a word.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CueStep(CueKind Kind, int Class);

/// <summary>Classes of words that show an act where they stand in this order within one clause.</summary>
/// <param name="Act">The act.</param>
/// <param name="Steps">The order.</param>
/// <param name="Forbidden">Classes of which no word may stand in the clause.</param>
/// <param name="Needs">Classes of which a word must stand in the clause.</param>
internal sealed record CueRule(Act Act, CueStep[] Steps, int[] Forbidden, int[] Needs);
