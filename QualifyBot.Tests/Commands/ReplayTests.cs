using System.Text.Json;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Commands;

/// <summary>Leads and transcripts under a changed rulebook, through the command line.</summary>
public sealed class ReplayTests
{
    private static readonly string Bant = Path.Combine(Shipped.Folder, "playbooks", "bant.yaml");
    private static readonly string[] Held = ["bant booked", "bant nurture yes", "bant hand-off decided", "bant disqualified", "champ booked"];

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task Stored_leads_stay_under_the_same_playbook_and_flip_under_a_changed_one(string store)
    {
        using var box = await TalkedBox.HoldAsync(store, Held);
        var same = await box.RunAsync("replay", "--playbook", Bant, "--max-flips", "0");
        Assert.Equal((0, ""), (same.Code, same.Errors));
        Assert.Contains("4 leads replayed, 0 flips (0 %).", same.Output, StringComparison.Ordinal);
        Assert.Contains("1 leads of other playbooks were left out", same.Output, StringComparison.Ordinal);

        var other = await box.RunAsync("replay", "--playbook", Path.Combine(Shipped.Folder, "playbooks", "champ.yaml"), "--max-flips", "0");
        Assert.Equal(0, other.Code);
        Assert.Contains("1 lead replayed, 0 flips", other.Output, StringComparison.Ordinal);

        using var folder = new TempFolder();
        var changed = await ChangedAsync(folder, ("sql: 80", "sql: 500"));
        var (code, output, errors) = await box.RunAsync("replay", "--playbook", changed, "--max-flips", "0", "--json");
        Assert.Equal((1, "1 flips are more than the 0 of --max-flips."), (code, errors.TrimEnd()));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToArray();
        var flip = Assert.Single(lines, line => line.TryGetProperty("flip", out var flips) && flips.GetBoolean());
        Assert.Equal(box.Leads["bant booked"], flip.GetProperty("lead").GetString());
        Assert.Equal(("book_demo", "nurture"), (OutcomeOf(flip, "before"), OutcomeOf(flip, "after")));
        var cause = Assert.Single(flip.GetProperty("causes").EnumerateArray());
        Assert.Equal(("threshold sql", "80 -> 500"), (cause.GetProperty("change").GetString(), cause.GetProperty("words").GetString()));
        Assert.Equal(25, lines[^1].GetProperty("summary").GetProperty("flipPercent").GetDouble());
        Assert.Equal(0, (await box.RunAsync("replay", "--playbook", changed, "--max-flips-percent", "25")).Code);
        Assert.Equal(0, (await box.RunAsync("verify")).Code);
    }

    [Fact]
    public async Task Transcripts_of_every_form_are_read_alike()
    {
        using var folder = new TempFolder();
        var changed = await ChangedAsync(folder, ("sql: 80", "sql: 500"));
        string[] forms = [OwnForm("talk"), string.Join('\n', Activities("talk")), $"\n[\n{string.Join(",\n", Activities("talk"))}]"];
        foreach (var (index, form) in forms.Index())
        {
            var file = folder.File($"talks{index}.jsonl");
            await File.WriteAllTextAsync(file, form);
            var (code, output, errors) = await RunAsync("--playbook", changed, "--transcripts", file, "--json");
            Assert.Equal((0, ""), (code, errors));
            var flip = JsonElement.Parse(output.Split('\n')[0]);
            Assert.Equal(("talk", "book_demo", "nurture"), (flip.GetProperty("lead").GetString(), OutcomeOf(flip, "before"), OutcomeOf(flip, "after")));
            Assert.Equal("A1", flip.GetProperty("before").GetProperty("grade").GetString());
        }

        var all = forms.Index().SelectMany(form => new[] { "--transcripts", folder.File($"talks{form.Index}.jsonl") });
        Assert.Contains("3 leads replayed, 0 flips", (await RunAsync(["--playbook", Bant, .. all])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_in_words_of_another_bot_is_known_by_what_it_shares_with_ours()
    {
        using var folder = new TempFolder();
        var file = folder.File("talks.jsonl");
        await File.WriteAllTextAsync(file, """
            {"id":"other","turns":[{"speaker":"agent","text":"Nice to meet you. How many people work at your place?"},{"speaker":"lead","text":"300"},{"speaker":"agent","text":"Thanks! And what is your budget?"},{"speaker":"lead","text":"40000"}]}
            """);
        var line = JsonElement.Parse((await RunAsync("--playbook", Bant, "--transcripts", file, "--json")).Output.Split('\n')[0]);
        Assert.Equal((30, 30), (line.GetProperty("after").GetProperty("fit").GetInt32(), line.GetProperty("after").GetProperty("intent").GetInt32() + 10));
    }

    [Fact]
    public async Task What_a_rulebook_reads_otherwise_is_named_as_what_flipped()
    {
        using var folder = new TempFolder();
        var file = folder.File("talks.jsonl");
        await File.WriteAllTextAsync(file, OwnForm("talk"));
        var changed = await ChangedAsync(folder, ("  onboarding: [onboarding, new hires, ", "  onboarding: ["), ("takes too long, ", ""), ("  not_buying: [i am a student", "  not_buying: [new hires, i am a student"));
        var flip = JsonElement.Parse((await RunAsync("--playbook", changed, "--transcripts", file, "--json")).Output.Split('\n')[0]);
        Assert.Equal("disqualify", OutcomeOf(flip, "after"));
        Assert.Equal("reading", Assert.Single(flip.GetProperty("causes").EnumerateArray()).GetProperty("change").GetString());
    }

    [Fact]
    public async Task A_file_that_is_partly_broken_is_read_as_far_as_it_goes_and_each_fault_has_its_place()
    {
        using var folder = new TempFolder();
        var file = folder.File("talks.jsonl");
        string[] lines =
        [
            "{\"id\":", "[]", "nonsense", "{}", "{\"id\":{},\"turns\":[]}", "{\"id\":\"a\",\"turns\":{}}", "{\"id\":\"a\",\"turns\":[1]}", "{\"id\":\"a\",\"turns\":[{\"speaker\":\"cat\",\"text\":\"x\"}]}",
            "{\"id\":\"a\",\"turns\":[{\"speaker\":\"lead\",\"text\":\"\\ud800\"}]}", "{\"type\":7}", "", OwnForm("whole"), "{\"id\":7,\"turns\":[]}",
        ];
        await File.WriteAllTextAsync(file, string.Join('\n', lines));
        var (code, output, errors) = await RunAsync("--playbook", Bant, "--transcripts", file);
        Assert.Equal(1, code);
        Assert.Contains("2 leads replayed, 0 flips", output, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 10), line => Assert.Contains($"{file}:{line}:", errors, StringComparison.Ordinal));
        Assert.Equal(10, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task The_page_holds_the_receipts_of_both_sides_and_no_markup_of_others()
    {
        using var folder = new TempFolder();
        var file = folder.File("talks.jsonl");
        await File.WriteAllTextAsync(file, OwnForm("<img src=x onerror=alert(1)>"));
        var page = folder.File("report.html");
        var changed = await ChangedAsync(folder, ("sql: 80", "sql: 500"), ("id: has_need, axis: intent, points: 20", "id: has_need, axis: intent, points: 21"));
        Assert.Equal(0, (await RunAsync("--playbook", changed, "--transcripts", file, "--html", page)).Code);
        var html = await File.ReadAllTextAsync(page);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
        Assert.Contains($"<li class=\"plus moved\">&#x2B;20 intent, has_need (bant {Shipped.Bant.Version})", html, StringComparison.Ordinal);
        Assert.Contains("<li class=\"plus moved\">&#x2B;21 intent, has_need (bant 9.9)", html, StringComparison.Ordinal);
        Assert.Contains("Flipped by threshold sql (80 -&gt; 500)", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "Name the changed playbook: 'replay --playbook FILE'.")]
    [InlineData(2, "no.yaml:1:1: The file cannot be read", "--playbook", "no.yaml")]
    [InlineData(2, "'x' is no number of flips. Write a whole number, such as --max-flips 0.", "--playbook", "{bant}", "--max-flips", "x")]
    [InlineData(2, "'101' is no share in percent.", "--playbook", "{bant}", "--max-flips-percent", "101")]
    [InlineData(2, "'--against' goes with '--transcripts'", "--playbook", "{bant}", "--against", "{bant}")]
    [InlineData(2, "'--leads-of' is for stored leads", "--playbook", "{bant}", "--leads-of", "bant", "--transcripts", "x")]
    [InlineData(1, "no.jsonl", "--playbook", "{bant}", "--transcripts", "no.jsonl")]
    [InlineData(1, "no/r.html", "--playbook", "{bant}", "--html", "no/r.html")]
    public async Task What_is_wrong_is_told_with_its_remedy(int code, string problem, params string[] words)
    {
        var ended = await RunAsync([.. words.Select(word => word.Replace("{bant}", Bant, StringComparison.Ordinal))]);
        Assert.Equal(code, ended.Code);
        Assert.Contains(problem, ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(params string[] words) => HostProcess.RunAsync(["replay", "--Storage:Path", ":memory:", .. words]);

    private static string? OutcomeOf(JsonElement line, string side) => line.GetProperty(side).GetProperty("outcome").GetString();

    private static async Task<string> ChangedAsync(TempFolder folder, params (string Old, string New)[] changes)
    {
        var text = (await File.ReadAllTextAsync(Bant)).Replace($"version: \"{Shipped.Bant.Version}\"", "version: \"9.9\"", StringComparison.Ordinal);
        foreach (var (old, changed) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, changed, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(folder.File("changed.yaml"), text);
        return folder.File("changed.yaml");
    }

    // The shipped talk, as the bot and the visitor wrote it.
    private static IEnumerable<(bool FromVisitor, string Text)> Lines()
    {
        var question = "bant.need.ask";
        foreach (var step in Talks.Of("bant booked").Take(5))
        {
            yield return (false, "All right.\n\n" + Shipped.Catalog.Texts["en"].Get(question));
            yield return (true, step.Says);
            question = step.EndsWith;
        }
    }

    private static string OwnForm(string id) => JsonSerializer.Serialize(new
    {
        id,
        turns = Lines().Select(line => new { time = "2026-11-20T10:00:00+01:00", speaker = line.FromVisitor ? "lead" : "bot", text = line.Text }),
    });

    private static IEnumerable<string> Activities(string conversation) => Lines().Select((line, index) => JsonSerializer.Serialize(new
    {
        type = "message",
        id = $"a{index}",
        timestamp = "2026-11-20T10:00:00Z",
        conversation = new { id = conversation },
        from = new { id = "x", role = line.FromVisitor ? "user" : "bot" },
        text = line.Text,
    })).Prepend($$$"""{"type":"conversationUpdate","conversation":{"id":"{{{conversation}}}"}}""");
}
