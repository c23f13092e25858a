using System.Text.Json.Serialization;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Scoring;

/// <summary>What a rule rests on: a closed union.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Words), "words")]
[JsonDerivedType(typeof(Told), "told")]
[JsonDerivedType(typeof(Happened), "happened")]
public abstract record Citation
{
    private Citation()
    {
    }

    /// <summary>The visitor's answer for a slot.</summary>
    /// <param name="Slot">The slot answered.</param>
    /// <param name="Evidence">The visitor's words.</param>
    /// <param name="Standing">What the answer rests on: self-reported, confirmed or contradicted.</param>
    /// <param name="By">The signal that confirms or contradicts it, or null.</param>
    public sealed record Words(string Slot, Evidence Evidence, Standing Standing, Signal? By) : Citation;

    /// <summary>The value of a slot that the visitor did not give, from a signal.</summary>
    public sealed record Told(string Slot, Signal By) : Citation;

    /// <summary>A signal.</summary>
    public sealed record Happened(Signal Signal) : Citation;
}
