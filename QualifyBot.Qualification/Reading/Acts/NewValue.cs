using System.Runtime.InteropServices;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>A value that may stand for one that the bot had named; First and End are tokens.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token behind it.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Opposes">The bot had named another value of this kind.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NewValue(int First, int End, ValueKind Kind, bool Opposes)
{
    /// <summary>The slot it is for, or null for names and free words.</summary>
    public SlotType? Type => Kind switch
    {
        ValueKind.Day or ValueKind.Clock => SlotType.Time,
        ValueKind.Count => SlotType.Number,
        _ => null,
    };
}
