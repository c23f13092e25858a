using System.Collections.Immutable;

namespace QualifyBot.Qualification.Explaining;

/// <summary>What holds the parts of a phrase together.</summary>
internal enum Joint
{
    /// <summary>One part.</summary>
    None,

    /// <summary>Parts joined by "and".</summary>
    And,

    /// <summary>Parts joined by "or".</summary>
    Or,
}

/// <summary>Words, and whether they need brackets inside others.</summary>
internal sealed record Phrase(string Text, Joint Joint = Joint.None)
{
    /// <summary>A beginning and alternatives: "grade A1, A2 or B1".</summary>
    public static Phrase List(string start, ImmutableArray<string> choices) => choices.Length switch
    {
        0 => new Phrase(start + "nothing"),
        1 => new Phrase(start + choices[0]),
        _ => new Phrase($"{start}{string.Join(", ", choices[..^1])} or {choices[^1]}", Joint.Or),
    };

    /// <summary>The words as a part of a longer phrase: in brackets where they could be read otherwise.</summary>
    public string Within(Joint outer) => Joint == Joint.None || Joint == outer ? Text : $"({Text})";
}
