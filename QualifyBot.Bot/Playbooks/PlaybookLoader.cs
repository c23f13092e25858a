using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Proving;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Reads a playbook from YAML.</summary>
public static class PlaybookLoader
{
    /// <summary>The playbook of a file, or all its faults: that the file cannot be read is one.</summary>
    public static LoadedPlaybook Load(string file)
    {
        var faults = new List<PlaybookFault>();
        return DialogFiles.ReadFile(file, faults) is { } text ? Parse(file, text) : new LoadedPlaybook(null, [.. faults], new FaultList(file));
    }

    /// <summary>The playbook of a file's text, or all its faults.</summary>
    /// <param name="file">The file's name, for the faults.</param>
    /// <param name="text">Its content.</param>
    public static LoadedPlaybook Parse(string file, string text)
    {
        var faults = new FaultList(file);
        if (YamlReader.Read(text, faults) is not { } value || MapReader.Of(value, "", faults) is not { } root)
        {
            return new LoadedPlaybook(null, faults.ToSorted(), faults);
        }

        var draft = PlaybookParser.Parse(root);
        var isWhole = faults.IsEmpty;
        var problems = PlaybookProblems.Of(draft);
        foreach (var problem in problems.Where(problem => isWhole || !problem.OfTheWhole))
        {
            faults.Add(problem.Path, problem.Problem, problem.Remedy);
        }

        return new LoadedPlaybook(faults.IsEmpty ? Playbook.From(draft) : null, faults.ToSorted(), faults);
    }
}

/// <summary>What came of reading a playbook: it, or faults.</summary>
public sealed class LoadedPlaybook
{
    private readonly FaultList places;

    internal LoadedPlaybook(Playbook? playbook, ImmutableArray<PlaybookFault> faults, FaultList places)
    {
        Playbook = playbook;
        Faults = faults;
        this.places = places;
    }

    /// <summary>The playbook, or null where there are faults.</summary>
    public Playbook? Playbook { get; }

    /// <summary>All faults, by line and column.</summary>
    public ImmutableArray<PlaybookFault> Faults { get; }

    /// <summary>Where a part stands in the file ("questions/2"), from 1.</summary>
    internal (int Line, int Column) Find(string path) => places.Find(path);

    /// <summary>Where a finding of the prover stands in the file, and its path there ("rules/3/when/below").</summary>
    public (string Path, int Line, int Column) PlaceOf(Finding finding)
    {
        var path = finding.At is { } at && places.PathOf(at) is { } exact ? exact : finding.Path;
        var (line, column) = Find(path);
        return (path, line, column);
    }
}
