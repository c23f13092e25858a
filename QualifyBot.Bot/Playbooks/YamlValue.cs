using System.Collections.Immutable;

namespace QualifyBot.Bot.Playbooks;

/// <summary>A value of a YAML file and where it starts (line and column from 1): a closed union.</summary>
internal abstract record YamlValue(int Line, int Column)
{
    /// <summary>A word, number or text.</summary>
    /// <param name="Text">The text without quotes.</param>
    /// <param name="IsPlain">Whether it stands without quotes, so that it may be a number, true or false.</param>
    /// <param name="Line">Line, from 1.</param>
    /// <param name="Column">Column, from 1.</param>
    public sealed record Scalar(string Text, bool IsPlain, int Line, int Column) : YamlValue(Line, Column)
    {
        /// <summary>Whether nothing is written.</summary>
        public bool IsNull => IsPlain && Text is "" or "~" or "null";
    }

    /// <summary>A list.</summary>
    public sealed record List(ImmutableArray<YamlValue> Items, int Line, int Column) : YamlValue(Line, Column);

    /// <summary>A mapping; no key stands twice.</summary>
    public sealed record Map(ImmutableArray<(Scalar Key, YamlValue Value)> Entries, int Line, int Column) : YamlValue(Line, Column);

    /// <summary>What it is, in a sentence.</summary>
    public string Kind => this switch
    {
        Scalar { IsNull: true } => "nothing",
        Scalar { Text: var text } => $"'{(text.Length > 40 ? text[..40] + "…" : text)}'",
        List { Items.IsEmpty: true } => "an empty list",
        List => "a list",
        _ => "a mapping",
    };
}
