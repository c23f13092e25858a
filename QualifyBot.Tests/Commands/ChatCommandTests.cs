using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Commands;

public sealed class ChatCommandTests
{
    [Fact]
    public async Task A_talk_in_the_terminal_goes_on_where_it_was_left()
    {
        using var folder = new TempFolder();
        string[] command = ["chat", "--conversation", "anna"];
        var first = await HostProcess.RunAsync(command, "We copy and paste by hand\n", folder.Root);
        var second = await HostProcess.RunAsync(command, "300 people\n\nafter the end\n", folder.Root);
        Assert.Contains("What problem would you like to solve?", first.Output, StringComparison.Ordinal);
        Assert.Contains("How many people work at your company?", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("What problem would you like to solve?", second.Output, StringComparison.Ordinal);
        Assert.Contains("When would you like to start?", second.Output, StringComparison.Ordinal);
        Assert.Equal((0, "", 0, ""), (first.Code, first.Errors, second.Code, second.Errors));
    }

    [Fact]
    public async Task A_playbook_that_is_not_there_is_a_misuse()
    {
        using var folder = new TempFolder();
        var run = await HostProcess.RunAsync(["chat", "--playbook", "medic"], "hi\n", folder.Root);
        Assert.Equal((2, "", "--playbook: there is no playbook 'medic'. Did you mean 'meddic'?"), (run.Code, run.Output, run.Errors.Trim()));
    }
}
