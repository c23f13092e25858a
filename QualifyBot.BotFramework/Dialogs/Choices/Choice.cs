using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Dialogs.Choices;

/// <summary>Something that can be chosen.</summary>
public sealed class Choice
{
    public Choice()
    {
    }

    public Choice(string value) => Value = value;

    /// <summary>What is returned when it is chosen, and shown unless <see cref="Action"/> says otherwise.</summary>
    public string Value { get; set; } = "";

    /// <summary>Its button, or null for one that says <see cref="Value"/>.</summary>
    public CardAction? Action { get; set; }

    /// <summary>Other words for it.</summary>
    public IList<string>? Synonyms { get; set; }

    /// <summary>What people see.</summary>
    internal string Title => Action?.Title ?? Value;
}

/// <summary>A choice that was found in a message.</summary>
/// <param name="Value">The choice's value.</param>
/// <param name="Index">Its place in the list, from 0.</param>
/// <param name="Score">How sure that is: 1 for its very words or its number, less for a part of a message or of its words.</param>
/// <param name="Synonym">The words of the choice that matched: its value, its title or a synonym.</param>
public sealed record FoundChoice(string Value, int Index, float Score, string Synonym);

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As buttons where the channel has them, else as a numbered list.</summary>
    Auto,

    /// <summary>Numbered, behind the question.</summary>
    Inline,

    /// <summary>Numbered, one a line.</summary>
    List,

    /// <summary>As buttons that go once one is pressed.</summary>
    SuggestedAction,

    /// <summary>As buttons of a card, which stay.</summary>
    HeroCard,
}
