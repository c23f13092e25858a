using System.Collections.Immutable;

namespace QualifyBot.Qualification.Lifecycle;

/// <summary>Why a lead is looked at anew: a closed union.</summary>
public abstract record Happening
{
    private Happening()
    {
    }

    /// <summary>The visitor said something, or agreed to something.</summary>
    /// <param name="Aside">True where what was said changed a decision beside the question at hand, so that the talk did not take it up.</param>
    public sealed record Talked(bool Aside = false) : Happening;

    /// <summary>The visitor starts over: what was answered is forgotten.</summary>
    public sealed record StartedOver : Happening;

    /// <summary>Signals came.</summary>
    /// <param name="Ids">Their ids, at least one.</param>
    public sealed record Signalled(ImmutableArray<string> Ids) : Happening;

    /// <summary>Somebody told what came of the deal.</summary>
    public sealed record ResultTold : Happening;

    /// <summary>Days went by: events fade, dates come nearer.</summary>
    /// <param name="Today">The new day.</param>
    public sealed record DaysPassed(DateOnly Today) : Happening;

    /// <summary>The rulebook was changed.</summary>
    /// <param name="Hash">Its new hash.</param>
    public sealed record RulebookChanged(string Hash) : Happening;
}
