using System.Text.Json.Serialization;
using QualifyBot.Bot.Outcomes.Booking;

namespace QualifyBot.Bot.Outcomes;

/// <summary>An effect in the world that a turn asks for; it is committed with the turn and performed afterwards, harmless when done twice. A closed union.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ReleaseSlot), "releaseSlot")]
public abstract record OutcomeWork
{
    private OutcomeWork()
    {
    }

    /// <summary>Gives back a demo slot that the lead holds no more.</summary>
    public sealed record ReleaseSlot(DemoSlot Slot, string LeadId) : OutcomeWork;
}
