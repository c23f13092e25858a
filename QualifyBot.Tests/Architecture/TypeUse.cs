namespace QualifyBot.Tests.Architecture;

/// <summary>One type of an assembly that mentions another type, and the member of it where one is named.</summary>
/// <param name="From">Full name of the type that uses; nested types and closures count as their outermost type.</param>
/// <param name="To">Full name of the outermost type that is used.</param>
/// <param name="Assembly">The assembly that holds <paramref name="To"/>.</param>
/// <param name="Member">The member used, or null.</param>
/// <param name="Place">File and line, or the type's name where the compiler kept no line.</param>
public sealed record TypeUse(string From, string To, string Assembly, string? Member, string Place);
