using System.Text.Json.Serialization;

namespace QualifyBot.Qualification.Answers;

/// <summary>What an answer rests on.</summary>
[JsonConverter(typeof(SnakeCaseEnum<Standing>))]
public enum Standing
{
    /// <summary>The visitor's words alone.</summary>
    SelfReported,

    /// <summary>The visitor's words, and a signal that says the same; the signal's value counts.</summary>
    Confirmed,

    /// <summary>The visitor's words, and a signal that says otherwise; the signal's value counts.</summary>
    Contradicted,

    /// <summary>A signal alone, where the visitor said nothing or withheld the answer.</summary>
    Enriched,
}
