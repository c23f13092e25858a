using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Gathers the faults of one file, and remembers where its parts stand.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<PlaybookFault> faults = [];
    private readonly Dictionary<string, YamlValue> places = new(StringComparer.Ordinal);

    private readonly Dictionary<Condition, string> conditions = new(ReferenceEqualityComparer.Instance);

    public bool IsEmpty => faults.Count == 0;

    public void Add(int line, int column, string problem, string remedy) => faults.Add(new PlaybookFault(file, line, column, problem, remedy));

    public void Add(YamlValue at, string problem, string remedy) => Add(at.Line, at.Column, problem, remedy);

    /// <summary>Adds a fault at the innermost part of the path whose place is known.</summary>
    public void Add(string path, string problem, string remedy)
    {
        var (line, column) = Find(path);
        Add(line, column, problem, remedy);
    }

    public void Place(string path, YamlValue value) => places[path] = value;

    /// <summary>Remembers the path of a condition: several keys in one mapping have none of their own in a playbook.</summary>
    public void Place(Condition condition, string path) => conditions[condition] = path;

    public string? PathOf(Condition condition) => conditions.GetValueOrDefault(condition);

    public (int Line, int Column) Find(string path)
    {
        for (var length = path.Length; length > 0; length = path.LastIndexOf('/', length - 1))
        {
            if (places.TryGetValue(path[..length], out var value))
            {
                return (value.Line, value.Column);
            }
        }

        return (1, 1);
    }

    public ImmutableArray<PlaybookFault> ToSorted() => [.. faults.Distinct().OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)];
}
