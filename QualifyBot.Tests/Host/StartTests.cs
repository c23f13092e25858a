using QualifyBot.Bot;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Host;

/// <summary>What cannot work stops the start with what is wrong and how to mend it, without a stack trace.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("--Talk:Playbook nothere", "Talk:Playbook: there is no 'nothere'; choose one of bant, champ")]
    [InlineData("--Talk:Language xx", "Talk:Language: there is no 'xx'")]
    [InlineData("--Talk:PublicUrl nonsense", "Talk:PublicUrl")]
    [InlineData("--Talk:Dialogs nowhere", "nowhere")]
    [InlineData("--Retention:LeadDays 0", "Retention:LeadDays")]
    [InlineData("--Retention:LeadDays many", "Retention")]
    [InlineData("--Desk:AdminKey short", "Desk:AdminKey: the key is shorter than 16 characters")]
    [InlineData("--Storage:Redis redis://localhost", "Storage:Redis is not an address with '://'")]
    [InlineData("--Storage:Redis 127.0.0.1:1,connectTimeout=500", "Redis at 127.0.0.1:1")]
    [InlineData("--Storage:Path /dev/null/store.db", "/dev/null/store.db")]
    [InlineData("--Booking:TimeZone Mars/Olympus", "Mars/Olympus")]
    [InlineData("--Booking:SlotMinutes many", "Booking")]
    [InlineData("--Telemetry:Endpoint collector:4318", "Telemetry:Endpoint is no address")]
    [InlineData("--Messages:LargestBody 1", "Messages")]
    [InlineData("--MicrosoftAppId not-a-guid", "MicrosoftApp")]
    public async Task Settings_that_cannot_work_stop_the_start(string settings, string problem)
    {
        var refused = await Assert.ThrowsAsync<StartException>(() => QualifyBotHost.BuildAsync(["--Storage:Path", ":memory:", .. settings.Split(' ')]));
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("playbooks/bant.yaml", "  - id: need\n    slot: need", "  - id: need\n    slot: neeed", "bant.yaml", "neeed")]
    [InlineData("playbooks/champ.yaml", "points: 20", "points: twenty", "champ.yaml", "twenty")]
    [InlineData("texts/en.yaml", "talk.apology:", "talk.apologi:", "en.yaml", "'talk.apology' is missing")]
    public async Task A_wrong_file_stops_the_start_with_its_place(string file, string right, string wrong, string named, string problem)
    {
        using var folder = new TempFolder();
        foreach (var source in Directory.GetFiles(Playbooks.Shipped.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = folder.File(Path.GetRelativePath(Playbooks.Shipped.Folder, source));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            var text = await File.ReadAllTextAsync(source);
            var broken = copy == folder.File(file) ? text.Replace(right, wrong, StringComparison.Ordinal) : text;
            Assert.Equal(copy == folder.File(file), broken != text);
            await File.WriteAllTextAsync(copy, broken);
        }

        var refused = await Assert.ThrowsAsync<StartException>(() => QualifyBotHost.BuildAsync(["--Storage:Path", ":memory:", "--Talk:Dialogs", folder.Root]));
        Assert.Matches(named + @"[(:]\d+[,:]\d+", refused.Message);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_says_why_it_cannot_start_and_ends_with_code_1()
    {
        var (code, _, errors) = await HostProcess.RunAsync(["serve", "--Talk:Playbook", "nothere", "--Desk:AdminKey", "short"]);
        Assert.Equal(1, code);
        Assert.StartsWith("QualifyBot cannot start:", errors, StringComparison.Ordinal);
        Assert.Contains("'nothere'", errors, StringComparison.Ordinal);
        Assert.Contains("Desk:AdminKey", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_stops_the_start()
    {
        await using var other = await FakeChannel.StartAsync();
        var (code, _, errors) = await HostProcess.RunAsync(["serve", "--urls", other.Url, "--Storage:Path", ":memory:"]);
        Assert.Equal(1, code);
        Assert.Contains("QualifyBot cannot start:", errors, StringComparison.Ordinal);
        Assert.Contains(new Uri(other.Url).Authority, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help", 0, "--Storage:Redis")]
    [InlineData("dance", 2, "There is no command 'dance'")]
    public async Task The_command_line_is_answered(string command, int code, string said)
    {
        var run = await HostProcess.RunAsync([command]);
        Assert.Equal(code, run.Code);
        Assert.Contains(said, run.Output + run.Errors, StringComparison.Ordinal);
    }
}
