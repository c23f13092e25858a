using System.Security.Cryptography;
using QualifyBot.Bot.Channels;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands;

/// <summary>A talk in the terminal: each line is a message, the end of the input ends it. The talk is stored like any other.</summary>
internal static class ChatCommand
{
    private const string ConversationOption = "--conversation";
    private const string PlaybookOption = "--playbook";

    /// <summary>How it is called.</summary>
    public static readonly Command Command = new()
    {
        Name = "chat",
        Summary = "talk here in the terminal; the talk is stored like any other, an empty line ends it",
        TakesSettings = true,
        Options =
        [
            new(ConversationOption, "NAME", "name of the talk; the same name again goes on with it"),
            new(PlaybookOption, "ID", "the playbook of a new talk, for example champ"),
        ],
        RunAsync = static arguments => RunAsync(arguments, Console.In, Console.Out),
    };

    private static async Task<int> RunAsync(Arguments arguments, TextReader input, TextWriter output)
    {
        var conversation = arguments.Value(ConversationOption) ?? RandomNumberGenerator.GetHexString(8, lowercase: true);
        var playbook = arguments.Value(PlaybookOption);
        await using var app = await QualifyBotHost.BuildAsync([.. arguments.Settings, "--Logging:LogLevel:Default=Warning"]);
        var known = app.Services.GetRequiredService<PlaybookCatalog>().Playbooks.Keys.Order(StringComparer.Ordinal).ToList();
        if (playbook is not null && !known.Contains(playbook, StringComparer.Ordinal))
        {
            await Console.Error.WriteLineAsync($"{PlaybookOption}: there is no playbook '{playbook}'. {Nearest.Remedy(playbook, known)}");
            return ExitCode.Misused;
        }

        var talk = new TerminalTalk(app.Services, conversation, playbook);
        await output.WriteLineAsync($"(conversation {conversation}; an empty line or Ctrl+D ends it)");
        await WriteAsync(output, await talk.JoinAsync());
        while (await ReadAsync(input, output) is { Length: > 0 } line)
        {
            await WriteAsync(output, await talk.SayAsync(line));
        }

        await talk.CloseAsync();
        return ExitCode.Done;
    }

    private static async Task<string?> ReadAsync(TextReader input, TextWriter output)
    {
        await output.WriteAsync("> ");
        await output.FlushAsync();
        return (await input.ReadLineAsync())?.Trim();
    }

    private static async Task WriteAsync(TextWriter output, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            await output.WriteLineAsync(line);
        }
    }
}
