using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Reads the keys of a mapping by name and type; what is wrong becomes a fault, and the value null.</summary>
internal sealed class MapReader(YamlValue.Map map, string path, FaultList faults)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public string Path => path;

    public FaultList Faults => faults;

    public YamlValue.Map Map => map;

    /// <summary>A reader of the value, or null and a fault where it is no mapping.</summary>
    public static MapReader? Of(YamlValue value, string path, FaultList faults)
    {
        faults.Place(path, value);
        if (value is YamlValue.Map map)
        {
            return new MapReader(map, path, faults);
        }

        faults.Add(value, $"Here must be a mapping ('key: value' lines), not {value.Kind}.", "Write its keys below each other, indented alike.");
        return null;
    }

    public bool Has(string key) => map.Entries.Any(entry => string.Equals(entry.Key.Text, key, StringComparison.Ordinal));

    /// <summary>The value of a key, or null where it is missing.</summary>
    public YamlValue? Value(string key, bool required = false)
    {
        asked.Add(key);
        foreach (var (name, value) in map.Entries)
        {
            if (string.Equals(name.Text, key, StringComparison.Ordinal))
            {
                faults.Place(PathOf(key), value);
                return value;
            }
        }

        if (required)
        {
            faults.Add(map, $"The key '{key}' is missing.", $"Add '{key}:' with its value.");
        }

        return null;
    }

    public string? Text(string key, bool required = false)
    {
        var value = Value(key, required);
        return value is null ? null : ScalarReader.Text(value, $"'{key}'", faults);
    }

    public int? Int(string key, bool required = false)
    {
        var value = Value(key, required);
        return value is null ? null : ScalarReader.Int(value, $"'{key}'", faults);
    }

    public decimal? Number(string key)
    {
        var value = Value(key);
        return value is null ? null : ScalarReader.Number(value, $"'{key}'", faults);
    }

    public bool? Bool(string key)
    {
        var value = Value(key);
        switch (value)
        {
            case null:
                return null;
            case YamlValue.Scalar { IsPlain: true, Text: "true" or "false" } scalar:
                return string.Equals(scalar.Text, "true", StringComparison.Ordinal);
            default:
                faults.Add(value, $"'{key}' must be true or false, not {value.Kind}.", "Write true or false, without quotes.");
                return null;
        }
    }

    /// <summary>True where the key says true; "false" has no meaning here, so it is a fault.</summary>
    public bool Flag(string key)
    {
        if (Bool(key) is false)
        {
            faults.Add(PathOf(key), $"'{key}' can only be true.", $"Write '{key}: true', wrap it in 'not:', or remove it.");
        }

        return Has(key);
    }

    public T? Enum<T>(string key, bool required = false)
        where T : struct, Enum
    {
        var value = Value(key, required);
        return value is null ? null : ScalarReader.Enum<T>(value, $"'{key}'", faults);
    }

    /// <summary>One or several values of an enum: a word, or a list of words.</summary>
    public ImmutableArray<T>? Enums<T>(string key)
        where T : struct, Enum
    {
        var items = Items(key);
        return items is null ? null : [.. items.Value.Select(item => ScalarReader.Enum<T>(item, $"'{key}'", faults)).OfType<T>()];
    }

    /// <summary>One or several texts.</summary>
    public ImmutableArray<string>? Texts(string key)
    {
        var items = Items(key);
        return items is null ? null : [.. items.Value.Select(item => ScalarReader.Text(item, $"'{key}'", faults)).OfType<string>()];
    }

    /// <summary>The mapping of a key, or null.</summary>
    public MapReader? Inner(string key, bool required = false)
    {
        var value = Value(key, required);
        return value is null ? null : Of(value, PathOf(key), faults);
    }

    /// <summary>The items of a list, each read by <paramref name="read"/>, without those that come out null; null where the key is missing.</summary>
    public ImmutableArray<T>? List<T>(string key, Func<MapReader, T?> read, bool required = false)
        where T : class
    {
        var value = Value(key, required);
        if (value is not YamlValue.List { Items.IsEmpty: false } list)
        {
            if (value is not null)
            {
                faults.Add(value, $"'{key}' must be a list of at least one item, not {value.Kind}.", "Start each item on its own line with '- ', or remove the key.");
            }

            return null;
        }

        var kept = ImmutableArray.CreateBuilder<T>();
        foreach (var item in list.Items)
        {
            if (Of(item, $"{PathOf(key)}/{kept.Count}", faults) is { } reader && read(reader) is { } part)
            {
                kept.Add(part);
            }
        }

        return kept.DrainToImmutable();
    }

    /// <summary>The entries of a mapping, each read by <paramref name="read"/> from its name, value and path; those that come out null are left out.</summary>
    public ImmutableArray<T> Entries<T>(string key, Func<string, YamlValue, string, T?> read, bool required = false)
        where T : class
    {
        var kept = ImmutableArray.CreateBuilder<T>();
        foreach (var (name, value) in Inner(key, required)?.Map.Entries ?? [])
        {
            var place = $"{PathOf(key)}/{kept.Count}";
            faults.Place(place, name);
            if (read(name.Text, value, place) is { } part)
            {
                kept.Add(part);
            }
        }

        return kept.DrainToImmutable();
    }

    /// <summary>Faults for the keys that nobody asked for; <paramref name="explain"/> may know better than the nearest known key.</summary>
    public void Finish(Func<string, (string Problem, string Remedy)?>? explain = null)
    {
        foreach (var (key, _) in map.Entries.Where(entry => !asked.Contains(entry.Key.Text)))
        {
            var (problem, remedy) = explain?.Invoke(key.Text) ?? ($"The key '{key.Text}' is not known here.", Nearest.Remedy(key.Text, asked));
            faults.Add(key, problem, remedy);
        }
    }

    private ImmutableArray<YamlValue>? Items(string key)
    {
        var value = Value(key);
        if (value is not YamlValue.List list)
        {
            return value is null ? null : [value];
        }

        if (list.Items.IsEmpty)
        {
            faults.Add(value, $"The list of '{key}' is empty.", "Name at least one, or remove the key.");
        }

        return list.Items;
    }

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}/{key}";
}
