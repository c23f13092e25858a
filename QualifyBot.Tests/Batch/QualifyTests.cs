using System.Text.Json;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Batch;

public sealed class QualifyTests
{
    [Fact]
    public async Task An_export_goes_in_and_comes_out_scored_with_receipts_and_damage_told()
    {
        using var folder = new TempFolder();
        var (input, output, receipts) = (folder.File("leads.csv"), folder.File("scored.csv"), folder.File("receipts.jsonl"));
        await File.WriteAllTextAsync(input, "Id;Annual Budget;Notes\na1;15k;\"=cmd; \"\"x\"\"\"\na2;20k\na3;nothing to say;\n");
        var ended = await HostProcess.RunAsync(["qualify", input, "--out", output, "--receipts", receipts, "--date", "2026-11-22"]);
        var lines = await File.ReadAllLinesAsync(output);
        Assert.Equal((1, "", 3), (ended.Code, ended.Output, lines.Length));
        Assert.StartsWith("Id;Annual Budget;Notes;score;fit;intent;grade;stage", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("a1;15k;\"=cmd; \"\"x\"\"\";10;0;10;c3;iql;cold;nurture;not_yet;no;need;", lines[1], StringComparison.Ordinal);
        Assert.Contains($"{input}:3: The row has 2 cells, the header 3.", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("2 rows scored, 1 damaged rows left out.", ended.Errors, StringComparison.Ordinal);
        using var receipt = JsonDocument.Parse((await File.ReadAllLinesAsync(receipts))[0]);
        Assert.Equal(("a1", "budget_5k", 10), (receipt.RootElement.GetProperty("id").GetString(), receipt.RootElement.GetProperty("rule").GetString(), receipt.RootElement.GetProperty("points").GetInt32()));
        Assert.Equal("15k", receipt.RootElement.GetProperty("cells")[0].GetProperty("quote").GetString());
        Assert.Empty(Directory.GetFiles(folder.Root, "*.part"));
    }

    [Fact]
    public async Task Rows_keep_their_order_whatever_the_number_of_batches()
    {
        var rows = Enumerable.Range(0, 5000).Select(static index => $"{index},{index}k");
        var ended = await HostProcess.RunAsync(["qualify", "-", "--date", "2026-11-22"], "id,budget\n" + string.Join('\n', rows) + "\n");
        var ids = ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(static line => line[..line.IndexOf(',', StringComparison.Ordinal)]);
        Assert.Equal(Enumerable.Range(0, 5000).Select(static index => $"{index}"), ids);
        Assert.Equal(0, ended.Code);
    }

    [Theory]
    [InlineData(2, "Name one CSV file")]
    [InlineData(2, "is no day", "leads.csv", "--date", "22.11.2026")]
    [InlineData(2, "cannot be read and written at once", "leads.csv", "--out", "leads.csv")]
    [InlineData(1, "There is no playbook 'bnat'. Did you mean 'bant'?", "leads.csv", "--playbook", "bnat")]
    [InlineData(1, "nowhere.csv", "nowhere.csv")]
    public async Task What_cannot_be_done_is_told_with_its_remedy(int code, string problem, params string[] words)
    {
        var ended = await HostProcess.RunAsync(["qualify", .. words]);
        Assert.Equal((code, ""), (ended.Code, ended.Output));
        Assert.Contains(problem, ended.Errors, StringComparison.Ordinal);
    }
}
