using System.Globalization;
using System.Text.Json;
using QualifyBot.Tests.Architecture;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Commands.Testing;

/// <summary>The talks that ship, played by the program itself.</summary>
public sealed class ShippedTalksTests
{
    private const int LeastTalks = 250;

    /// <summary>What the talks must reach in full.</summary>
    private static readonly string[] Whole = ["questions", "routes", "replies"];

    [Fact]
    public async Task The_shipped_talks_go_as_expected_and_reach_every_question_route_and_reply()
    {
        using var folder = new TempFolder();
        var run = await HostProcess.RunAsync(["test", Path.Combine(Shipped.Folder, "tests"), "--coverage", folder.File("coverage.json")], folder: folder.Root);
        Assert.True(run.Code == 0, run.Output + run.Errors);
        var files = int.Parse(run.Output.Split(" talks of ")[1].Split(' ')[0], CultureInfo.InvariantCulture);
        Assert.True(files >= LeastTalks, $"{files} files of talks, and not {LeastTalks}.");
        Findings.AssertNone(Missed(await File.ReadAllTextAsync(folder.File("coverage.json"))));
    }

    [Fact]
    public void Every_talk_satisfies_the_schema_and_names_it()
    {
        var schema = SchemaTests.Schema("talk.schema.json");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Shipped.Folder, "tests"), "*.yaml", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            Assert.Empty(SchemaCheck.Of(schema, SchemaTests.ToJson(text)).Select(fault => $"{file}: {fault}"));
            Assert.True(text.Contains("attacks:", StringComparison.Ordinal) || text.StartsWith("# yaml-language-server: $schema=../../talk.schema.json\n", StringComparison.Ordinal), file);
        }
    }

    private static IEnumerable<string> Missed(string coverage) =>
        from kind in JsonElement.Parse(coverage).EnumerateArray()
        where Whole.Contains(kind.GetProperty("name").GetString())
        from missed in kind.GetProperty("missed").EnumerateArray()
        select $"No talk reaches {kind.GetProperty("name").GetString()} {kind.GetProperty("playbook").GetString()} {missed.GetString()}.";
}
