using System.Text.Json;
using System.Xml.Linq;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Commands.Testing;

public sealed class TestCommandTests : IDisposable
{
    private const string Right = """
        talk:
          - joins: true
            question: need
          - says: We copy everything by hand
            slots: { need: manual_work }
            question: headcount
        """;

    private const string Wrong = """
        talk:
          - joins: true
          - says: We copy everything by hand
            slots: { need: growth }
            replies: [bant.budget.ask]
          - says: 300 people
        """;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_talk_that_goes_as_expected_is_counted()
    {
        var run = await TestAsync(("talks/right.yaml", Right));
        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.StartsWith("1 talks of 1 files: 1 go as expected, 0 do not", run.Output, StringComparison.Ordinal);
        Assert.Contains("Reached: questions 2 of ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_talk_that_goes_another_way_is_shown_up_to_there_with_what_was_expected_and_what_came()
    {
        var run = await TestAsync(("talks/wrong.yaml", Wrong));
        Assert.Equal((1, ""), (run.Code, run.Errors));
        Assert.Contains("FAILED talks/wrong.yaml (bant)\n  visitor  (joins)\n      bot  Hello!", run.Output, StringComparison.Ordinal);
        Assert.Contains("  visitor  We copy everything by hand\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  talks/wrong.yaml:4:20: slots.need\n    - expected  growth\n    + got       manual_work\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  talks/wrong.yaml:5:15: replies\n    - expected  bant.budget.ask\n    + got       bant.headcount.ask", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("300 people", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_in_a_file_is_told_with_its_place_and_remedy_and_the_others_are_played()
    {
        var run = await TestAsync(
            ("talks/right.yaml", Right),
            ("talks/broken.yaml", "talk:\n  - sys: hello\n  - says: hi\n    after: 3 lightyears\n    score: { fitt: 3 }\n  - says: hi\n    clicks: Yes\n"),
            ("talks/torn.yaml", "talk: [\n"));
        Assert.Equal(1, run.Code);
        Assert.Contains("1 talks of 1 files: 1 go as expected", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            [
                "talks/broken.yaml:2:5: Nothing happens in this turn. Give each turn one of: joins, says, clicks, submits, attaches, event, again, leaves, signal, colleague.",
                "talks/broken.yaml:2:5: The key 'sys' is not known here. Did you mean 'says'?",
                "talks/broken.yaml:4:12: '3 lightyears' is no length of time. Write it as '20 minutes', '3 days' or '2 weeks'.",
                "talks/broken.yaml:5:20: A score has no part 'fitt'. Did you mean 'fit'?",
                "talks/broken.yaml:6:5: Several things happen in this turn: says, clicks. Give each turn one of: joins, says, clicks, submits, attaches, event, again, leaves, signal, colleague.",
            ],
            run.Errors.Split('\n').Where(line => line.StartsWith("talks/broken", StringComparison.Ordinal)));
        Assert.Contains("talks/torn.yaml:", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_are_written_as_JUnit_XML_also_where_visitors_write_what_XML_does_not_know()
    {
        await TestAsync(["--junit", "results.xml"], ("talks/a_sentence.yaml", Right), ("talks/odd.yaml", "talk:\n  - says: \"\\u0001 & <b> \\uD83D\\uDE00\"\n    question: budget\n"));
        var root = XDocument.Load(folder.File("results.xml")).Root!;
        Assert.Equal(("testsuites", "2", "1"), (root.Name.LocalName, root.Attribute("tests")!.Value, root.Attribute("failures")!.Value));
        var cases = root.Elements("testsuite").Single().Elements("testcase").ToArray();
        Assert.Equal(["a sentence", "odd"], cases.Select(one => one.Attribute("name")!.Value));
        Assert.Equal(["talks.bant", "talks.bant"], cases.Select(one => one.Attribute("classname")!.Value));
        Assert.Equal("talks/odd.yaml:3:15: question should be budget, and is need.", cases[1].Element("failure")!.Attribute("message")!.Value);
    }

    [Fact]
    public async Task What_no_talk_reaches_is_listed()
    {
        await TestAsync(["--coverage", "coverage.json", "--playbook", "bant"], ("talks/right.yaml", Right));
        var kinds = JsonElement.Parse(await File.ReadAllTextAsync(folder.File("coverage.json"))).EnumerateArray().ToArray();
        Assert.Equal(["questions", "routes", "score rules", "replies", "interruptions"], kinds.Select(kind => kind.GetProperty("name").GetString()!));
        Assert.Equal(["timeline", "authority", "budget"], Missed(kinds[0]));
        Assert.Contains("sales_ready", Missed(kinds[1]));
        Assert.Contains("has_need", Missed(kinds[2]).Append("has_need"));
        Assert.DoesNotContain("need_we_solve", Missed(kinds[2]));
        Assert.Contains("bant.need.why", Missed(kinds[3]));
        Assert.DoesNotContain("bant.need.ask", Missed(kinds[3]));
        await TestAsync(["--coverage", "coverage.txt", "--playbook", "bant"], ("talks/right.yaml", Right));
        Assert.Contains("bant: questions 2 of 5\n  not reached: timeline\n", await File.ReadAllTextAsync(folder.File("coverage.txt")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no file or folder 'nowhere'.", "nowhere")]
    [InlineData("There is no playbook 'medic', nor a file of that name. Did you mean 'meddic'?", "talks", "--playbook", "medic")]
    [InlineData("No talk is left to play.", "talks", "--filter", "nothing like it")]
    public async Task What_cannot_be_played_is_a_misuse(string problem, params string[] arguments)
    {
        Write([("talks/right.yaml", Right)]);
        var run = await HostProcess.RunAsync(["test", .. arguments], folder: folder.Root);
        Assert.Equal(2, run.Code);
        Assert.StartsWith(problem, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("talk:\n  - again: true\n", "talks/talk.yaml:2:5: There is no activity to send again yet. Let the visitor do something first.")]
    [InlineData("talk:\n  - says: hi\n    model: hello\n", "talks/talk.yaml:2:5: The model replies here, but no model is asked in this talk. Add 'model: always' (or assist) at the top of the file.")]
    [InlineData("booking: { SlotMinutes: 7 }\ntalk:\n  - says: hi\n", "talks/talk.yaml:1:10: ")]
    [InlineData("booking: { SlotMinutes: soon }\ntalk:\n  - says: hi\n", "talks/talk.yaml:1:10: ")]
    [InlineData("zone: Mars/Olympus\ntalk:\n  - says: hi\n", "talks/talk.yaml:1:7: There is no time zone 'Mars/Olympus'.")]
    [InlineData("talk:\n  - submits: '{'\n", "talks/talk.yaml:2:14: This is no JSON: ")]
    [InlineData("facts: { size: 3 }\nvariants: [a, b]\n", "talks/talk.yaml:1:16: 'size' is not a value of a type of slot.")]
    [InlineData("facts: { headcount: 3 }\nvariants: [a]\n", "talks/talk.yaml:2:11: There are fewer than two variants to compare.")]
    public async Task What_no_talk_can_mean_is_a_fault_of_its_file(string text, string fault)
    {
        var run = await TestAsync(("talks/talk.yaml", text));
        Assert.Equal(1, run.Code);
        Assert.Contains(fault, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("playbook: bnat\ntalk:\n  - says: hi\n", "talks/talk.yaml:1:1: There is no playbook 'bnat'. Did you mean 'bant'?")]
    [InlineData("talk:\n  - joins: true\n  - clicks: Maybe\n", "talks/talk.yaml:3:5: The last reply has no button 'Maybe'; it has: .")]
    [InlineData("talk:\n  - joins: true\n  - signal: pricing_page\n", "talks/talk.yaml:3:5: There is no lead yet that a signal could be about; let the visitor write first.")]
    [InlineData("talk:\n  - says: by hand\n  - after: 3 days\n    says: 40 people\n    lead: { updatedAt: \"2026-01-12T09:00:01+00:00\" }\n", "+ got       2026-01-15T09:00:01+00:00")]
    public async Task What_a_visitor_cannot_do_fails_the_talk_there(string text, string problem)
    {
        var run = await TestAsync(("talks/talk.yaml", text));
        Assert.Equal((1, ""), (run.Code, run.Errors));
        Assert.Contains(problem, run.Output, StringComparison.Ordinal);
    }

    private static string[] Missed(JsonElement kind) => [.. kind.GetProperty("missed").EnumerateArray().Select(one => one.GetString()!)];

    private Task<(int Code, string Output, string Errors)> TestAsync(params (string File, string Text)[] talks) => TestAsync([], talks);

    private Task<(int Code, string Output, string Errors)> TestAsync(string[] options, params (string File, string Text)[] talks)
    {
        Write(talks);
        return HostProcess.RunAsync(["test", "talks", .. options], folder: folder.Root);
    }

    private void Write((string File, string Text)[] talks)
    {
        foreach (var (file, text) in talks)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(file))!);
            File.WriteAllText(folder.File(file), text);
        }
    }
}
