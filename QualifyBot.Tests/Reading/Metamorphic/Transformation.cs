using QualifyBot.Tests.Reading.SalesAnswers;

namespace QualifyBot.Tests.Reading.Metamorphic;

/// <summary>A change that leaves the meaning of a message as it is.</summary>
/// <param name="Name">What is changed.</param>
/// <param name="Demanded">The share of messages, in percent, that must be read as before.</param>
/// <param name="Apply">The changed message; null where there is nothing to change.</param>
internal sealed record Transformation(string Name, decimal Demanded, Func<SalesRow, Random, string?> Apply)
{
    /// <summary>The share where a human would see no change at all.</summary>
    public const decimal Same = 97;
}
