using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Which playbook new talks use, and why.</summary>
/// <param name="Playbook">Id of the playbook.</param>
/// <param name="Reason">Who or what says so, as the rest of a sentence that starts with "because".</param>
public sealed record SalesPlan(string Playbook, string Reason)
{
    /// <summary>Name of the file in the folder of the dialogs; without it new talks use BANT.</summary>
    public const string FileName = "sales.yaml";

    private const string Auto = "auto";
    private const string Default = "bant";
    private const int MostDays = 3650;
    private const int MostPeople = 1000;

    /// <summary>The plan of a folder of dialogs.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="playbooks">Ids of the playbooks that there are.</param>
    /// <exception cref="PlaybookException">The file is wrong; it tells all faults.</exception>
    public static SalesPlan Load(string folder, IReadOnlyCollection<string> playbooks)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            return new SalesPlan(Default, $"there is no {FileName}");
        }

        var faults = new List<PlaybookFault>();
        var content = DialogFiles.ReadFile(file, faults);
        var (plan, wrong) = content is null ? (null, []) : Parse(file, content, playbooks);
        return plan ?? throw new PlaybookException([.. faults, .. wrong]);
    }

    /// <summary>The plan of a file's text, or null and all its faults.</summary>
    public static (SalesPlan? Plan, ImmutableArray<PlaybookFault> Faults) Parse(string file, string text, IReadOnlyCollection<string> playbooks)
    {
        var faults = new FaultList(file);
        var plan = YamlReader.Read(text, faults) is { } value && MapReader.Of(value, "", faults) is { } root ? Read(root, [.. playbooks.Order(StringComparer.Ordinal)]) : null;
        return (faults.IsEmpty ? plan : null, faults.ToSorted());
    }

    private static SalesPlan? Read(MapReader root, ImmutableArray<string> playbooks)
    {
        var framework = root.Text("framework", required: true);
        var isAuto = string.Equals(framework, Auto, StringComparison.Ordinal);
        var motion = new SalesMotion(Count(root, "sales_cycle_days", MostDays, isAuto), Count(root, "stakeholders", MostPeople, isAuto))
        {
            Departments = Count(root, "departments", MostPeople, required: false),
            Budgeted = root.Bool("budgeted") ?? true,
            BudgetFirst = root.Bool("budget_first") ?? false,
        };
        root.Finish();
        if (framework is null)
        {
            return null;
        }

        var choice = isAuto ? FrameworkChoice.For(motion) : new FrameworkChoice(framework, "");
        if (!playbooks.Contains(choice.Playbook, StringComparer.Ordinal))
        {
            root.Faults.Add(
                "framework",
                isAuto ? $"'auto' chooses '{choice.Playbook}', because {choice.Reason}; there is no such playbook." : $"There is no playbook '{framework}'.",
                isAuto ? $"Add a playbook '{choice.Playbook}', or name one of: {string.Join(", ", playbooks)}." : Nearest.Remedy(framework, [Auto, .. playbooks]));
        }

        return new SalesPlan(choice.Playbook, isAuto ? choice.Reason : $"{FileName} says so");
    }

    private static int Count(MapReader root, string key, int most, bool required)
    {
        var count = root.Int(key, required) ?? 1;
        if (count < 1 || count > most)
        {
            root.Faults.Add(key, $"'{key}' is {count}.", $"Write a number from 1 to {most}.");
        }

        return count;
    }
}
