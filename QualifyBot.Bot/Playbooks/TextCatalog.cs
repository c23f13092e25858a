using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Every sentence the bot speaks in one language, by id.</summary>
public sealed class TextCatalog
{
    private readonly FrozenDictionary<string, ImmutableArray<string>> texts;
    private readonly FrozenDictionary<string, (int Line, int Column)> places;
    private readonly Action<string, string>? taken;

    internal TextCatalog(string file, IEnumerable<KeyValuePair<string, ImmutableArray<string>>> texts, IEnumerable<KeyValuePair<string, (int Line, int Column)>> places)
    {
        File = file;
        this.texts = texts.ToFrozenDictionary(StringComparer.Ordinal);
        this.places = places.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The file that they stand in.</summary>
    public string File { get; }

    /// <summary>The language, by the name of the file ("en").</summary>
    public string Language => Path.GetFileNameWithoutExtension(File);

    private TextCatalog(TextCatalog from, FrozenDictionary<string, ImmutableArray<string>> texts, Action<string, string>? taken) =>
        (File, this.texts, places, this.taken) = (from.File, texts, from.places, taken);

    /// <summary>Ids of all texts.</summary>
    public ImmutableArray<string> Ids => texts.Keys;

    /// <summary>Whether there is a text of this id.</summary>
    public bool Has(string id) => texts.ContainsKey(id);

    /// <summary>Where a text stands in the file, line and column from 1; its start for a text that is not there.</summary>
    public (int Line, int Column) Find(string id) => places.GetValueOrDefault(id, (1, 1));

    /// <summary>All wordings of a text, at least one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public ImmutableArray<string> Wordings(string id)
    {
        var wordings = WordingsOf(id);
        foreach (var wording in wordings)
        {
            taken?.Invoke(id, wording);
        }

        return wordings;
    }

    /// <summary>The first wording of a text, filled in as by <see cref="Fill"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string Get(string id, params ReadOnlySpan<(string Name, string Value)> values) => Take(id, Fill(WordingsOf(id)[0], values));

    /// <summary>The wording that follows <paramref name="before"/> earlier ones; after the last comes the first again.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string Get(string id, int before, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var wordings = WordingsOf(id);
        return Take(id, Fill(wordings[before % wordings.Length], values));
    }

    /// <summary>The same texts, for somebody who wants to know which are taken: their ids, and the words as they were filled in.</summary>
    internal TextCatalog Watched(Action<string, string> onTaken) => new(this, texts, onTaken);

    /// <summary>A wording with its <c>{names}</c> replaced by values. A value is put in as it is and never read again; a name without a value stays.</summary>
    public static string Fill(string wording, params ReadOnlySpan<(string Name, string Value)> values)
    {
        if (values.IsEmpty || !wording.Contains('{', StringComparison.Ordinal))
        {
            return wording;
        }

        var filled = new StringBuilder(wording.Length + 32);
        var rest = wording.AsSpan();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            filled.Append(rest[..open]);
            rest = rest[open..];
            var (length, value) = Match(rest, values);
            filled.Append(value is null ? rest[..length] : value);
            rest = rest[length..];
        }

        return filled.Append(rest).ToString();
    }

    /// <summary>The same texts, and those of these ids that are missing, each with its id for words.</summary>
    internal TextCatalog With(IEnumerable<string> ids) =>
        ids.Where(id => !Has(id)).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } missing
            ? new(this, texts.Concat(missing.Select(id => KeyValuePair.Create<string, ImmutableArray<string>>(id, [id]))).ToFrozenDictionary(StringComparer.Ordinal), taken)
            : this;

    private ImmutableArray<string> WordingsOf(string id) =>
        texts.TryGetValue(id, out var wordings) ? wordings : throw new KeyNotFoundException($"There is no text '{id}'.");

    private string Take(string id, string words)
    {
        taken?.Invoke(id, words);
        return words;
    }

    /// <summary>The length of the placeholder that the text starts with, and its value; one character as it is where there is none.</summary>
    private static (int Length, string? Value) Match(ReadOnlySpan<char> text, ReadOnlySpan<(string Name, string Value)> values)
    {
        var close = text.IndexOf('}');
        if (close > 0)
        {
            foreach (var (name, value) in values)
            {
                if (text[1..close].SequenceEqual(name))
                {
                    return (close + 1, value);
                }
            }
        }

        return (1, null);
    }
}
