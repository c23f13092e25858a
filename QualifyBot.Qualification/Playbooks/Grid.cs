using System.Text.Json.Serialization;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>Fit as a letter (A is best) and intent as a digit (1 is best).</summary>
[JsonConverter(typeof(SnakeCaseEnum<Grade>))]
public enum Grade
{
    /// <summary>Best fit, best intent.</summary>
    A1,

    /// <summary>Best fit, some intent.</summary>
    A2,

    /// <summary>Best fit, little intent.</summary>
    A3,

    /// <summary>Some fit, best intent.</summary>
    B1,

    /// <summary>Some fit, some intent.</summary>
    B2,

    /// <summary>Some fit, little intent.</summary>
    B3,

    /// <summary>Little fit, best intent.</summary>
    C1,

    /// <summary>Little fit, some intent.</summary>
    C2,

    /// <summary>Little fit, little intent.</summary>
    C3,
}

/// <summary>How far a lead has come.</summary>
[JsonConverter(typeof(SnakeCaseEnum<Stage>))]
public enum Stage
{
    /// <summary>Not even information-qualified.</summary>
    Unqualified,

    /// <summary>Information-qualified lead.</summary>
    Iql,

    /// <summary>Marketing-qualified lead.</summary>
    Mql,

    /// <summary>Product-qualified lead: the product's own signals speak for it.</summary>
    Pql,

    /// <summary>Sales-qualified lead.</summary>
    Sql,

    /// <summary>A disqualifier holds, whatever the points.</summary>
    Disqualified,
}

/// <summary>Whether there is intent worth a call.</summary>
[JsonConverter(typeof(SnakeCaseEnum<Temperature>))]
public enum Temperature
{
    /// <summary>Intent graded 3.</summary>
    Cold,

    /// <summary>Intent graded 1 or 2.</summary>
    Warm,
}

/// <summary>Least points for each grade; B and 2 lie below A and 1.</summary>
public sealed record Grid(int FitA, int FitB, int Intent1, int Intent2)
{
    /// <summary>The grade of these points.</summary>
    public Grade Of(int fit, int intent)
    {
        var letter = fit >= FitA ? Grade.A1 : fit >= FitB ? Grade.B1 : Grade.C1;
        return letter + (intent >= Intent1 ? 0 : intent >= Intent2 ? 1 : 2);
    }

    /// <summary>Warm from grade 2 on.</summary>
    public Temperature TemperatureOf(int intent) => intent >= Intent2 ? Temperature.Warm : Temperature.Cold;
}

/// <summary>Least total points for each stage, rising.</summary>
public sealed record StageThresholds(int Iql, int Mql, int Sql)
{
    /// <summary>The stage of this total.</summary>
    public Stage Of(int total) =>
        total >= Sql ? Stage.Sql : total >= Mql ? Stage.Mql : total >= Iql ? Stage.Iql : Stage.Unqualified;
}
