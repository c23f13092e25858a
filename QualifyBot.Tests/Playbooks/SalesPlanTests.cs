using Microsoft.Extensions.DependencyInjection;
using QualifyBot.Bot;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Playbooks;

public sealed class SalesPlanTests
{
    private static readonly string[] Known = ["bant", "champ", "faint", "gpct", "meddic"];

    [Theory]
    [InlineData("framework: gpct", "gpct", "sales.yaml says so")]
    [InlineData("framework: auto\nsales_cycle_days: 120\nstakeholders: 2", "meddic", "120 days")]
    [InlineData("framework: auto\nsales_cycle_days: 20\nstakeholders: 1\nbudget_first: true", "bant", "20 days")]
    [InlineData("framework: auto\nsales_cycle_days: 20\nstakeholders: 1\nbudgeted: false", "faint", "without a budget")]
    [InlineData("framework: auto\nsales_cycle_days: 20\nstakeholders: 1\ndepartments: 4", "meddic", "4 departments")]
    [InlineData("framework: bant\nsales_cycle_days: 120", "bant", "sales.yaml says so")]
    public void The_file_names_a_playbook_or_how_to_choose_it(string text, string playbook, string reason)
    {
        var (plan, faults) = SalesPlan.Parse("sales.yaml", text, Known);
        Assert.Empty(faults);
        Assert.Equal(playbook, plan!.Playbook);
        Assert.Contains(reason, plan.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stakeholders: 2", "1:1: The key 'framework' is missing.")]
    [InlineData("framework: medic", "1:12: There is no playbook 'medic'. Did you mean 'meddic'?")]
    [InlineData("framework: auto\nstakeholders: 2", "1:1: The key 'sales_cycle_days' is missing.")]
    [InlineData("framework: auto\nsales_cycle_days: soon\nstakeholders: 2", "2:19: 'sales_cycle_days' must be a whole number")]
    [InlineData("framework: auto\nsales_cycle_days: 0\nstakeholders: 2", "2:19: 'sales_cycle_days' is 0. Write a number from 1 to 3650.")]
    [InlineData("framework: auto\nsales_cycle_days: 20\nstakeholders: 2\nbudgeted: perhaps", "4:11: 'budgeted' must be true or false")]
    [InlineData("framework: bant\nstakeholder: 2", "2:1: The key 'stakeholder' is not known here. Did you mean 'stakeholders'?")]
    [InlineData("framework: [bant]", "1:12: 'framework' must be a text")]
    [InlineData("- bant", "1:1: Here must be a mapping")]
    [InlineData("", "1:1: The file is empty.")]
    [InlineData("framework: {", "This is not YAML")]
    public void What_is_wrong_is_told_with_its_place_and_remedy(string text, string fault)
    {
        var (plan, faults) = SalesPlan.Parse("sales.yaml", text, Known);
        Assert.Null(plan);
        Assert.Contains(fault, faults[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_auto_chooses_must_be_there()
    {
        var (plan, faults) = SalesPlan.Parse("sales.yaml", "framework: auto\nsales_cycle_days: 120\nstakeholders: 2", ["bant"]);
        Assert.Null(plan);
        Assert.Contains("'auto' chooses 'meddic', because a sales cycle of 120 days is 90 or more; there is no such playbook.", Assert.Single(faults).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("framework: auto\nsales_cycle_days: 120\nstakeholders: 2", null, "meddic")]
    [InlineData("framework: auto\nsales_cycle_days: 120\nstakeholders: 2", "champ", "champ")]
    [InlineData(null, null, "bant")]
    public async Task New_talks_use_what_the_file_says_unless_a_setting_says_otherwise(string? file, string? setting, string playbook)
    {
        using var folder = new TempFolder();
        foreach (var source in Directory.GetFiles(Shipped.Folder, "*.yaml", SearchOption.AllDirectories).Where(source => Path.GetFileName(source) != SalesPlan.FileName))
        {
            var copy = folder.File(Path.GetRelativePath(Shipped.Folder, source));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(source, copy);
        }

        if (file is not null)
        {
            await File.WriteAllTextAsync(folder.File(SalesPlan.FileName), file);
        }

        string[] settings = ["--Storage:Path", ":memory:", "--Talk:Dialogs", folder.Root, .. setting is null ? Array.Empty<string>() : ["--Talk:Playbook", setting]];
        await using var app = await QualifyBotHost.BuildAsync(settings);
        Assert.Equal(playbook, app.Services.GetRequiredService<SalesPlan>().Playbook);
    }

    [Fact]
    public void As_shipped_new_talks_use_bant() => Assert.Equal("bant", SalesPlan.Load(Shipped.Folder, Shipped.Catalog.Playbooks.Keys).Playbook);
}
