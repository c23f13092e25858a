using System.Text.Json.Serialization;
using QualifyBot.Bot.Outcomes.Booking;

namespace QualifyBot.Bot.Outcomes;

/// <summary>An effect in the world that a turn asks for; it is committed with the turn and performed afterwards, harmless when done twice. A closed union.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ReleaseSlot), "releaseSlot")]
[JsonDerivedType(typeof(RememberVisitor), "rememberVisitor")]
[JsonDerivedType(typeof(ForgetVisitor), "forgetVisitor")]
public abstract record OutcomeWork
{
    private OutcomeWork()
    {
    }

    /// <summary>Gives back a demo slot that the lead holds no more.</summary>
    public sealed record ReleaseSlot(DemoSlot Slot, string LeadId) : OutcomeWork;

    /// <summary>Notes, at a place of the store, that this is the visitor's last conversation.</summary>
    public sealed record RememberVisitor(string Partition, string Name, string LeadId) : OutcomeWork;

    /// <summary>Erases that note, and the leads of earlier conversations from this one on.</summary>
    public sealed record ForgetVisitor(string Partition, string Name, string? Earlier) : OutcomeWork;
}
