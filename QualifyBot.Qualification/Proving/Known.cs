namespace QualifyBot.Qualification.Proving;

/// <summary>Which truths a condition may still have.</summary>
[Flags]
internal enum Known
{
    /// <summary>Nothing: there is no lead.</summary>
    Nothing = 0,

    /// <summary>Surely true.</summary>
    True = 1,

    /// <summary>Surely false.</summary>
    False = 2,

    /// <summary>Neither.</summary>
    Unknown = 4,
}
