using System.Text.Json.Serialization;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>What points speak of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Axis>))]
public enum Axis
{
    /// <summary>How well the lead matches the ideal customer profile (ICP): explicit facts.</summary>
    Fit,

    /// <summary>How much the lead wants to buy, and how soon.</summary>
    Intent,
}

/// <summary>A rule that earns or costs points.</summary>
/// <param name="Id">Id, unique in the playbook; receipts name it.</param>
/// <param name="Axis">What the points count for.</param>
/// <param name="Group">Group whose cap bounds it, or null.</param>
/// <param name="Points">Points, -1000 to 1000, not 0.</param>
/// <param name="When">The rule counts only where this is surely true.</param>
public sealed record ScoreRule(string Id, Axis Axis, string? Group, int Points, Condition When);

/// <summary>The most that the positive points of a group may add up to; rules take their share in playbook order, negative points stay outside.</summary>
public sealed record GroupCap(string Group, int Most);

/// <summary>What one unit of a currency is worth in the playbook's currency.</summary>
public sealed record ExchangeRate(string Currency, decimal Value);
