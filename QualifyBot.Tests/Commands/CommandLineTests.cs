using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Commands;

public sealed class CommandLineTests
{
    private static readonly string[] Names = ["chat", "check", "qualify", "replay", "calibrate", "verify", "read"];

    public static TheoryData<string> Commands() => [.. Names];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_shows_how_it_is_used(string command)
    {
        var page = await HostProcess.RunAsync([command, "--help"]);
        Assert.Equal((0, ""), (page.Code, page.Errors));
        Assert.Contains($"-- {command} ", page.Output, StringComparison.Ordinal);
        Assert.Equal(page.Output, (await HostProcess.RunAsync(["help", command])).Output);
    }

    [Fact]
    public async Task The_overview_names_every_command()
    {
        var page = await HostProcess.RunAsync(["--help"]);
        Assert.Equal((0, ""), (page.Code, page.Errors));
        Assert.Contains("  serve", page.Output, StringComparison.Ordinal);
        Assert.All(Names, name => Assert.Contains($"\n  {name} ", page.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("There is no command 'raed'. Did you mean 'read'?", "raed")]
    [InlineData("There is no command 'nonsense'. Use one of: serve, help, ", "help", "nonsense")]
    [InlineData("'read' has no option '--explian'. Did you mean '--explain'?", "read", "--explian")]
    [InlineData("The option '--explain' takes no value. Write '--explain' alone.", "read", "--explain=yes")]
    [InlineData("'read' takes options only; 'file.jsonl' is none.", "read", "file.jsonl")]
    [InlineData("'read' has no option '--Storage:Redis'. ", "read", "--Storage:Redis", "localhost")]
    [InlineData("The option '--playbook' has no value. Write '--playbook ID'.", "chat", "--playbook")]
    [InlineData("The option '--playbook' stands there twice.", "chat", "--playbook", "bant", "--playbook=champ")]
    [InlineData("The setting '--Talk:Playbook' has no value.", "chat", "--Talk:Playbook")]
    public async Task A_wrong_command_line_is_told_with_its_remedy_and_does_nothing(string problem, params string[] words)
    {
        var ended = await HostProcess.RunAsync(words);
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.Contains(problem, ended.Errors, StringComparison.Ordinal);
    }
}
