using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Connections;
using QualifyBot.Bot.Commands.Replaying;
using QualifyBot.Bot.Commands.Testing;
using QualifyBot.Bot.Commands.Verifying;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands;

/// <summary>What the program does, by the first word of its command line; without one it serves.</summary>
public static class CommandLine
{
    private static readonly ImmutableArray<Command> All =
    [
        ChatCommand.Command, CheckCommand.Command, QualifyCommand.Command, ReplayCommand.Command, CalibrateCommand.Command, VerifyCommand.Command, ReadCommand.Command, TestCommand.Command,
    ];

    /// <summary>Runs a command; returns the exit code: 0 done, 1 failed or found something, 2 the command line is wrong.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args switch
            {
                ["help" or "--help" or "-h", .. var topic] => await HelpAsync(topic),
                ["serve", "--help" or "-h", ..] => await HelpAsync([]),
                ["serve", .. var settings] => await ServeAsync(settings),
                [var word, .. var rest] when !word.StartsWith('-') => await RunAsync(word, rest),
                _ => await ServeAsync(args),
            };
        }
        catch (Exception exception) when (exception is StartException or IOException { InnerException: AddressInUseException })
        {
            await Console.Error.WriteLineAsync($"QualifyBot cannot start:{Environment.NewLine}{exception.Message}");
            return ExitCode.Failed;
        }
    }

    private static async Task<int> RunAsync(string word, string[] rest)
    {
        if (Find(word) is not { } command)
        {
            return await UnknownAsync(word);
        }

        if (rest.TakeWhile(static part => part != "--").Any(static part => part is "--help" or "-h"))
        {
            return await HelpAsync([word]);
        }

        var (arguments, problem) = Arguments.Parse(rest, command);
        if (arguments is not null)
        {
            return await command.RunAsync(arguments);
        }

        await Console.Error.WriteLineAsync($"{problem}{Environment.NewLine}'{word} --help' shows how it is used.");
        return ExitCode.Misused;
    }

    private static async Task<int> HelpAsync(string[] topic)
    {
        var command = topic is [var word, ..] ? Find(word) : null;
        if (topic is [var unknown, ..] && command is null && unknown != "serve")
        {
            return await UnknownAsync(unknown);
        }

        await Console.Out.WriteLineAsync(command is null ? Overview() : command.Help());
        return ExitCode.Done;
    }

    private static async Task<int> UnknownAsync(string word)
    {
        await Console.Error.WriteLineAsync($"There is no command '{word}'. {Nearest.Remedy(word, ["serve", "help", .. All.Select(static command => command.Name)])}{Environment.NewLine}{Environment.NewLine}{Overview()}");
        return ExitCode.Misused;
    }

    private static Command? Find(string word) => All.FirstOrDefault(command => string.Equals(command.Name, word, StringComparison.Ordinal));

    private static string Overview()
    {
        const string Serve = "serve";
        var width = Math.Max(Serve.Length, All.Max(static command => command.Name.Length));
        var page = new StringBuilder().AppendLine("QualifyBot qualifies leads by chat.").AppendLine()
            .AppendLine($"  {Serve.PadRight(width)}  serve the page, Direct Line and /api/messages at http://localhost:3978; without a command, this");
        foreach (var command in All)
        {
            page.AppendLine($"  {command.Name.PadRight(width)}  {command.Summary}");
        }

        return page.AppendLine().AppendLine("'help COMMAND' or 'COMMAND --help' tells more of each.").AppendLine()
            .Append("Settings of the host can follow as --Section:Name value, for example --Storage:Redis localhost:6379 or --Talk:Playbook champ.").ToString();
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        await using var app = await QualifyBotHost.BuildAsync(args);
        await app.RunAsync();
        return ExitCode.Done;
    }
}
