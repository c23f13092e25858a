using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>"test": plays talks of files through the real turns, and tells where one goes another way.</summary>
internal static class TestCommand
{
    private const string JUnitOption = "--junit";
    private const string CoverageOption = "--coverage";
    private const string PlaybookOption = "--playbook";
    private const string FilterOption = "--filter";
    private const string RecordOption = "--record";
    private const string ToOption = "--to";

    /// <summary>How it is called.</summary>
    public static readonly Command Command = new()
    {
        Name = "test",
        Summary = "play the talks of files through the real bot, and show where one goes another way",
        Operands = "[FILE|FOLDER...]",
        TakesSettings = true,
        Options =
        [
            new(PlaybookOption, "ID|FILE", "only the talks of this playbook; a file takes the place of the playbook of its id"),
            new(FilterOption, "TEXT", "only files whose path holds this text"),
            new(JUnitOption, "FILE", "write the results as JUnit XML"),
            new(RecordOption, "SOURCE", "make a test of a talk: a .transcript or .chat file, a folder of them, or the id of a stored lead or conversation"),
            new(ToOption, "FILE", "with --record: the file or folder to write; without it, the talk is printed"),
            new(CoverageOption, "FILE", "write what no talk reaches, as text, or as JSON where the name ends in .json"),
        ],
        Notes = """
            Without a file or folder the talks in dialogs/tests are played. Each talk has a store in memory and a clock of its own; nothing
            is stored, sent or asked of a model. The form of the files is told in docs/test.md.

            Exit codes: 0 all talks go as expected, 1 some do not, or a file is wrong, 2 the command line is wrong.
            """,
        RunAsync = static arguments => RunAsync(arguments, Console.Out, Console.Error),
    };

    private static async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter errors)
    {
        string[] paths = arguments.Operands.Count > 0 ? [.. arguments.Operands] : [Path.Combine(AppContext.BaseDirectory, "dialogs", "tests")];
        if (paths.FirstOrDefault(static path => !File.Exists(path) && !Directory.Exists(path)) is { } missing)
        {
            await errors.WriteLineAsync($"There is no file or folder '{missing}'.");
            return ExitCode.Misused;
        }

        var house = new TestHouse(arguments.Settings);
        string? only = null;
        if (arguments.Value(PlaybookOption) is { } named && (only = Suite.Choose(house, named, errors)) is null)
        {
            return ExitCode.Misused;
        }

        return arguments.Value(RecordOption) is { } source
            ? await new Recorder(house, only, output, errors).RecordAsync(source, arguments.Value(ToOption))
            : await PlayAsync(arguments, house, only, paths, output, errors);
    }

    private static async Task<int> PlayAsync(Arguments arguments, TestHouse house, string? only, string[] paths, TextWriter output, TextWriter errors)
    {
        var files = TestFiles.Read(paths, arguments.Value(FilterOption));
        foreach (var fault in files.Faults)
        {
            await errors.WriteLineAsync(fault.ToString());
        }

        var began = Stopwatch.GetTimestamp();
        var results = await new Suite(house, only).PlayAsync(files.Talks, files.Variants);
        if (results.IsEmpty && files.Faults.Count == 0)
        {
            await errors.WriteLineAsync("No talk is left to play. Leave out --filter or --playbook, or name another folder.");
            return ExitCode.Misused;
        }

        var took = Stopwatch.GetElapsedTime(began);
        await WriteAsync(output, results);
        var covered = Coverage.Of(house.Catalog, only, results);
        await WriteTotalsAsync(output, results, covered, took);
        var isWritten = await WriteFilesAsync(arguments, results, covered, took, errors);
        return isWritten && files.Faults.Count == 0 && results.All(static result => result.IsRight) ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task WriteAsync(TextWriter output, ImmutableArray<TalkResult> results)
    {
        foreach (var failed in results.Where(static result => !result.IsRight))
        {
            await output.WriteLineAsync(FailurePage.Of(failed));
            await output.WriteLineAsync();
        }
    }

    private static async Task WriteTotalsAsync(TextWriter output, ImmutableArray<TalkResult> results, ImmutableArray<Covered> covered, TimeSpan took)
    {
        var (files, failed) = (results.Select(static result => result.File).Distinct(StringComparer.Ordinal).Count(), results.Count(static result => !result.IsRight));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{results.Length} talks of {files} files: {results.Length - failed} go as expected, {failed} do not, in {took.TotalSeconds:0.0} s."));
        await output.WriteLineAsync($"Reached: {CoverageReport.Summary(covered)}.");
    }

    private static async Task<bool> WriteFilesAsync(Arguments arguments, ImmutableArray<TalkResult> results, ImmutableArray<Covered> covered, TimeSpan took, TextWriter errors)
    {
        try
        {
            if (arguments.Value(JUnitOption) is { } junit)
            {
                JUnitReport.Write(junit, results, took);
            }

            if (arguments.Value(CoverageOption) is { } coverage)
            {
                CoverageReport.Write(coverage, covered);
            }

            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(problem.Message);
            return false;
        }
    }
}
