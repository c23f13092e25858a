using System.Text.Json;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Commands;

/// <summary>Stored leads, recomputed by another process.</summary>
public sealed class VerifyTests
{
    private static readonly string[] Held = ["bant booked", "bant nurture yes", "bant hand-off asked", "bant disqualified", "champ hand-off decided"];

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task What_talks_left_is_what_comes_out_in_another_process_and_language(string store)
    {
        using var box = await TalkedBox.HoldAsync(store, Held);
        var (code, output, errors) = await HostProcess.RunAsync(["verify", .. box.Settings], language: "tr_TR.UTF-8");
        Assert.Equal((0, ""), (code, errors));
        Assert.EndsWith("5 leads: 5 ok, 0 DIFFERS, 0 cannot be verified, 0 DAMAGED.\n", output, StringComparison.Ordinal);
        Assert.All(box.Leads.Values, id => Assert.Contains($"\n{id} ", output, StringComparison.Ordinal));
        Assert.Contains("book_demo ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_changed_byte_is_found_and_named()
    {
        (string Stored, string Changed, string What)[] changes =
        [
            ("\"min\":40000", "\"min\":10000", "hash"),
            ("\"outcome\":\"book_demo\"", "\"outcome\":\"nurture\"", "outcome"),
            ("\"reason\":\"sales_ready\"", "\"reason\":\"sales_read\"", "reason"),
            ("\"rule\":\"budget_20k\",\"axis\":\"intent\",\"points\":10", "\"rule\":\"budget_20k\",\"axis\":\"intent\",\"points\":11", "points of budget_20k"),
            ("40k a year", "41k a year", "words of budget"),
            ($"\"playbookVersion\":\"{Shipped.Bant.Version}\"", "\"playbookVersion\":\"9.9\"", "playbook"),
            ("\"grade\":\"A1\"", "\"grade\":\"A2\"", "grade"),
        ];
        using var box = await TalkedBox.HoldAsync("sqlite", [.. changes.Select(_ => "bant booked")]);
        var leads = box.Leads.Keys.ToArray();
        foreach (var ((stored, changed, _), talk) in changes.Zip(leads))
        {
            await box.TamperAsync(talk, stored, changed);
        }

        var (code, output, errors) = await box.RunAsync("verify", "--json");
        Assert.Equal((1, ""), (code, errors));
        var findings = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToDictionary(finding => finding.GetProperty("lead").GetString()!, StringComparer.Ordinal);
        Assert.All(changes.Zip(leads), pair =>
        {
            var finding = findings[box.Leads[pair.Second]];
            Assert.Equal("differs", finding.GetProperty("verdict").GetString());
            Assert.Contains(pair.First.What, finding.GetProperty("differences").EnumerateArray().Select(difference => difference.GetProperty("what").GetString()));
        });
    }

    [Fact]
    public async Task Of_several_leads_those_that_differ_are_told_and_the_others_are_checked_too()
    {
        using var box = await TalkedBox.HoldAsync("redis", Held);
        await box.TamperAsync("bant nurture yes", "\"class\":\"no_rush\"", "\"class\":\"asap\"");
        await box.TamperAsync("bant disqualified", "{\"format\":1", "{\"format\":1,,");
        var (code, output, _) = await box.RunAsync("verify");
        Assert.Equal(1, code);
        Assert.Contains("5 leads: 3 ok, 1 DIFFERS, 0 cannot be verified, 1 DAMAGED.", output, StringComparison.Ordinal);
        Assert.Contains("    hash: stored ", output, StringComparison.Ordinal);
        Assert.Contains("    points of no_rush: stored -15 Intent from timeline, recomputed nothing", output, StringComparison.Ordinal);
        Assert.Equal(0, (await box.RunAsync("verify", box.Leads["bant booked"])).Code);
    }

    [Fact]
    public async Task A_version_that_is_not_kept_can_be_given_as_a_file()
    {
        using var box = await TalkedBox.HoldAsync("sqlite", "bant booked");
        using var folder = new TempFolder();
        await box.TamperAsync(new StoreKey("playbooks", Shipped.Bant.Hash), _ => null);
        var other = await OtherDialogsAsync(folder);
        var (code, output, _) = await box.RunAsync("verify", "--Talk:Dialogs", other);
        Assert.Equal(1, code);
        Assert.Contains("1 cannot be verified", output, StringComparison.Ordinal);
        Assert.Contains($"The playbook with hash {Shipped.Bant.Hash} is not kept in this store: the file has changed since. Give that version with --playbook FILE.", output, StringComparison.Ordinal);
        var file = Path.Combine(Shipped.Folder, "playbooks", "bant.yaml");
        Assert.Equal(0, (await box.RunAsync("verify", "--playbook", file, "--Talk:Dialogs", other)).Code);

        // Once it is kept again, it is found there, whatever the files are now.
        await box.RunAsync("verify");
        Assert.Equal(0, (await box.RunAsync("verify", "--Talk:Dialogs", other)).Code);
    }

    [Theory]
    [InlineData(2, "'lead7' is no id of a lead. Write its 20 hexadecimal digits", "lead7")]
    [InlineData(1, "There is no lead '0123456789abcdef0123' in this store.", "0123456789abcdef0123")]
    [InlineData(2, "nothing.yaml:1:1: The file cannot be read", "--playbook", "nothing.yaml")]
    [InlineData(1, "127.0.0.1:1", "--Storage:Redis", "127.0.0.1:1,connectTimeout=200")]
    public async Task What_is_wrong_is_told_with_its_remedy(int code, string problem, params string[] words)
    {
        var ended = await HostProcess.RunAsync(["verify", "--Storage:Path", ":memory:", .. words]);
        Assert.Equal(code, ended.Code);
        Assert.Contains(problem, ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
    }

    // The rulebook as it stands later: a rule is worth one point more.
    private static async Task<string> OtherDialogsAsync(TempFolder folder)
    {
        foreach (var part in (string[])["playbooks", "texts"])
        {
            Directory.CreateDirectory(folder.File(part));
            foreach (var file in Directory.GetFiles(Path.Combine(Shipped.Folder, part)))
            {
                var text = await File.ReadAllTextAsync(file);
                await File.WriteAllTextAsync(Path.Combine(folder.File(part), Path.GetFileName(file)), text.Replace("id: has_need, axis: intent, points: 20", "id: has_need, axis: intent, points: 21", StringComparison.Ordinal));
            }
        }

        return folder.Root;
    }
}
