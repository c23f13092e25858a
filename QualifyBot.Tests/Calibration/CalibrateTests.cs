using System.Globalization;
using System.Text;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Calibration;

public sealed class CalibrateTests
{
    [Fact]
    public async Task Closed_leads_go_in_and_proposals_come_out()
    {
        using var folder = new TempFolder();
        var (input, page) = (folder.File("closed.csv"), folder.File("report.html"));
        await File.WriteAllTextAsync(input, Export());
        var ended = await HostProcess.RunAsync(["calibrate", input, "--result", "Stage", "--won", "Won", "--lost", "Lost", "--html", page, "--date", "2026-11-22"]);
        Assert.Equal(1, ended.Code);
        Assert.Contains($"{input}:2: The row has 1 cells", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("400 leads have a result, 1 others were left out, 1 rows are damaged.", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("decides_alone", ended.Output, StringComparison.Ordinal);
        Assert.Contains("no playbook was changed", ended.Output, StringComparison.Ordinal);
        Assert.Contains("<svg", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task Stored_leads_that_were_won_or_lost_are_compared_and_the_others_left_out(string store)
    {
        using var box = await TalkedBox.HoldAsync(store, "bant booked", "bant booked", "bant nurture yes", "bant hand-off asked", "champ hand-off decided");
        foreach (var (talk, status) in ((string, string)[])[("bant booked", "won"), ("bant booked 2", "open"), ("bant nurture yes", "lost"), ("champ hand-off decided", "won")])
        {
            await box.TamperAsync(talk, "{\"format\":1,", $$"""{"format":1,"result":{"status":"{{status}}","on":"2026-11-22","at":"2026-11-22T10:00:00+00:00"},""");
        }

        var (code, output, errors) = await box.RunAsync("calibrate", "--playbook", "bant");
        Assert.Equal((0, "2 stored leads of bant have a result, 3 others were left out.\n"), (code, errors));
        Assert.Contains("1 won, 1 lost", output, StringComparison.Ordinal);
        Assert.Contains("no playbook was changed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "There is no column 'Stauts' for the result. Did you mean 'Status'?", "id,Status\n1,Closed Won\n", "--result", "Stauts")]
    [InlineData(1, "1 leads are won and 0 lost: both are needed.", "id,Status\n1,Closed Won\n")]
    [InlineData(1, "There is no header.", "")]
    public async Task What_cannot_be_compared_is_told(int code, string problem, string text, params string[] words)
    {
        var ended = await HostProcess.RunAsync(["calibrate", "-", .. words], text);
        Assert.Equal((code, ""), (ended.Code, ended.Output));
        Assert.Contains(problem, ended.Errors, StringComparison.Ordinal);
    }

    private static string Export()
    {
        var text = new StringBuilder("Id,Authority,Stage\ndamaged\n0,I decide,Open\n");
        for (var index = 1; index <= 400; index++)
        {
            var decides = index % 2 == 0;
            text.AppendLine(CultureInfo.InvariantCulture, $"{index},{(decides ? "I decide" : "my boss decides")},{(index % 4 == 0 || index % 10 == 1 ? "Won" : "Lost")}");
        }

        return text.ToString();
    }
}
