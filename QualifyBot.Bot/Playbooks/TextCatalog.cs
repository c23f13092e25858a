using System.Collections.Frozen;
using System.Collections.Immutable;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Every sentence the bot speaks in one language, by id.</summary>
public sealed class TextCatalog
{
    private readonly FrozenDictionary<string, ImmutableArray<string>> texts;

    internal TextCatalog(FrozenDictionary<string, ImmutableArray<string>> texts) => this.texts = texts;

    /// <summary>Whether there is a text of this id.</summary>
    public bool Has(string id) => texts.ContainsKey(id);

    /// <summary>All wordings of a text, at least one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public ImmutableArray<string> Wordings(string id) =>
        texts.TryGetValue(id, out var wordings) ? wordings : throw new KeyNotFoundException($"There is no text '{id}'.");

    /// <summary>The first wording of a text, its <c>{names}</c> replaced by values; values are put in as they are, never read again.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string Get(string id, params ReadOnlySpan<(string Name, string Value)> values) => Wordings(id)[0] + values.Length;
}
