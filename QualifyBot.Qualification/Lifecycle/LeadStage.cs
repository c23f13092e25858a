using System.Text.Json.Serialization;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Lifecycle;

/// <summary>Where a lead stands between the first word and a deal.</summary>
[JsonConverter(typeof(SnakeCaseEnum<LeadStage>))]
public enum LeadStage
{
    /// <summary>Not even information-qualified.</summary>
    Unqualified,

    /// <summary>Information-qualified lead (IQL).</summary>
    InformationQualified,

    /// <summary>Marketing-qualified lead (MQL).</summary>
    MarketingQualified,

    /// <summary>Product-qualified lead (PQL).</summary>
    ProductQualified,

    /// <summary>Sales-qualified lead (SQL).</summary>
    SalesQualified,

    /// <summary>A demo is booked or a deal was opened; a deal that was won stays here.</summary>
    Opportunity,

    /// <summary>Too early: a follow-up was agreed to, or a deal was lost.</summary>
    Nurturing,

    /// <summary>There is no fit; the event's cause says why.</summary>
    Disqualified,
}
