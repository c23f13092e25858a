using System.Text.Json.Serialization;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>What points speak of.</summary>
[JsonConverter(typeof(SnakeCaseEnum<Axis>))]
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
public sealed record ScoreRule(string Id, Axis Axis, string? Group, int Points, Condition When)
{
    /// <summary>How the points fade with the age of the signals; null = they do not. Only for rules of intent on signals alone.</summary>
    public Decay? Decay { get; init; }

    /// <summary>How many signals earn the points, each of them anew; 1 = once, however many came. Only for rules on signals alone.</summary>
    public int Each { get; init; } = 1;
}

/// <summary>Points fade in a straight line: all of them up to an age of <paramref name="FromDays"/>, none from <paramref name="UntilDays"/> on.</summary>
/// <param name="FromDays">Days, 0 or more.</param>
/// <param name="UntilDays">Days, more than <paramref name="FromDays"/>.</param>
public sealed record Decay(int FromDays, int UntilDays);

/// <summary>A kind of signal that the playbook reads.</summary>
/// <param name="Id">Id ("pricing_page").</param>
/// <param name="Name">Name for the seller ("Pricing page seen").</param>
public sealed record SignalKind(string Id, string Name);

/// <summary>What positive points are worth, in percent, by what the answers behind them rest on.</summary>
/// <param name="SelfReported">At least one rests on the visitor's words alone.</param>
/// <param name="Evidenced">Signals confirm, correct or tell all of them; not less than <paramref name="SelfReported"/>.</param>
public sealed record EvidenceWeights(int SelfReported, int Evidenced)
{
    /// <summary>Words and signals weigh the same.</summary>
    public static readonly EvidenceWeights Even = new(100, 100);
}

/// <summary>The most that the positive points of a group may add up to; rules take their share in playbook order, negative points stay outside.</summary>
public sealed record GroupCap(string Group, int Most);

/// <summary>What one unit of a currency is worth in the playbook's currency.</summary>
public sealed record ExchangeRate(string Currency, decimal Value);
