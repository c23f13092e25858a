using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Every sentence the bot speaks in one language, by id.</summary>
public sealed class TextCatalog
{
    private readonly FrozenDictionary<string, ImmutableArray<string>> texts;
    private readonly FrozenDictionary<string, (int Line, int Column)> places;

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

    /// <summary>Ids of all texts.</summary>
    public ImmutableArray<string> Ids => texts.Keys;

    /// <summary>Whether there is a text of this id.</summary>
    public bool Has(string id) => texts.ContainsKey(id);

    /// <summary>Where a text stands in the file, line and column from 1; its start for a text that is not there.</summary>
    public (int Line, int Column) Find(string id) => places.GetValueOrDefault(id, (1, 1));

    /// <summary>All wordings of a text, at least one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public ImmutableArray<string> Wordings(string id) =>
        texts.TryGetValue(id, out var wordings) ? wordings : throw new KeyNotFoundException($"There is no text '{id}'.");

    /// <summary>The first wording of a text, filled in as by <see cref="Fill"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string Get(string id, params ReadOnlySpan<(string Name, string Value)> values) => Fill(Wordings(id)[0], values);

    /// <summary>The wording that follows <paramref name="before"/> earlier ones; after the last comes the first again.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string Get(string id, int before, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var wordings = Wordings(id);
        return Fill(wordings[before % wordings.Length], values);
    }

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
