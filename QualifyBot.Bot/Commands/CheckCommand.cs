using System.Globalization;
using QualifyBot.Qualification.Proving;

namespace QualifyBot.Bot.Commands;

/// <summary>"check": proves playbooks, and tells each fault with its place and a lead that shows it.</summary>
internal static class CheckCommand
{
    private const string JsonOption = "--json";
    private const string StrictOption = "--strict";

    /// <summary>Findings do not hang on the day; with one for all, the same files give the same text every day.</summary>
    private static readonly DateOnly Day = new(2026, 1, 1);

    /// <summary>How it is called.</summary>
    public static readonly Command Command = new()
    {
        Name = "check",
        Summary = "prove playbooks: dead rules, routes that no lead takes, better answers that score less, each with a lead as example",
        Operands = "[FILE|FOLDER...]",
        Options =
        [
            new(JsonOption, null, "one JSON object a line for each finding, instead of text"),
            new(StrictOption, null, "warnings, and what could not be proved, count as errors"),
        ],
        Notes = """
            A FILE is a playbook; a FOLDER holds playbooks, or is a folder of dialogs with 'playbooks' and 'texts' in it. Without either,
            the folder 'dialogs' is checked: the one here, or else the one that came with the program.

            Exit code 0: nothing found, or warnings only. 1: errors. 2: the command line is wrong. docs/check.md explains every kind of finding.
            """,
        RunAsync = static arguments => Task.FromResult(Run(arguments, Console.Out, Console.Error)),
    };

    private static int Run(Arguments arguments, TextWriter output, TextWriter errors)
    {
        var files = new CheckedFiles(Day);
        var paths = arguments.Operands.Count > 0 ? arguments.Operands : [DefaultFolder()];
        if (paths.FirstOrDefault(static path => !File.Exists(path) && !Directory.Exists(path)) is { } missing)
        {
            errors.WriteLine($"There is no file or folder '{missing}'. Name a playbook, or a folder of playbooks.");
            return ExitCode.Misused;
        }

        foreach (var path in paths.Distinct(StringComparer.Ordinal))
        {
            files.Check(path);
        }

        var (report, json) = (new CheckReport(Day), arguments.Has(JsonOption));
        foreach (var finding in files.Findings)
        {
            output.WriteLine(json ? report.WriteJson(finding) : report.Write(finding));
        }

        var wrong = files.Findings.Count(finding => finding.Severity == Severity.Error || arguments.Has(StrictOption));
        if (!json)
        {
            output.WriteLine(Summary(files));
        }

        return wrong > 0 ? ExitCode.Failed : ExitCode.Done;
    }

    private static string DefaultFolder() => Directory.Exists("dialogs") ? "dialogs" : Path.Combine(AppContext.BaseDirectory, "dialogs");

    private static string Summary(CheckedFiles files)
    {
        var errors = files.Findings.Count(static finding => finding.Severity == Severity.Error);
        var warnings = files.Findings.Count(static finding => finding.Severity == Severity.Warning);
        var open = files.Findings.Count - errors - warnings;
        return string.Create(CultureInfo.InvariantCulture, $"{files.Playbooks} {(files.Playbooks == 1 ? "playbook" : "playbooks")}: ")
            + (files.Findings.Count == 0 ? "no fault found." : string.Create(CultureInfo.InvariantCulture, $"{errors} errors, {warnings} warnings{(open > 0 ? $", {open} not proved" : "")}."));
    }
}
