using System.Runtime.InteropServices;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>A value that may stand for one that the bot had named; First and End are tokens.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token behind it.</param>
/// <param name="Type">Its kind, or null for free words.</param>
/// <param name="Opposes">The bot had named another value of this kind.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NewValue(int First, int End, SlotType? Type, bool Opposes);
