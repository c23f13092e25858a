using System.Text.Json.Serialization;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Lifecycle;

/// <summary>What became of a deal.</summary>
[JsonConverter(typeof(SnakeCaseEnum<DealStatus>))]
public enum DealStatus
{
    /// <summary>A deal is open: the lead is an opportunity.</summary>
    Open,

    /// <summary>They bought.</summary>
    Won,

    /// <summary>They did not buy.</summary>
    Lost,
}
