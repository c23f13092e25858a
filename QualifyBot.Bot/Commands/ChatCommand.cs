using System.Security.Cryptography;
using QualifyBot.Bot.Channels;

namespace QualifyBot.Bot.Commands;

/// <summary>A talk in the terminal: each line is a message, the end of the input ends it. The talk is stored like any other.</summary>
internal static class ChatCommand
{
    private const string ConversationOption = "--conversation";
    private const string PlaybookOption = "--playbook";

    /// <summary>Runs the talk.</summary>
    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output)
    {
        var conversation = Take(ref args, ConversationOption) ?? RandomNumberGenerator.GetHexString(8, lowercase: true);
        var playbook = Take(ref args, PlaybookOption);
        await using var app = await QualifyBotHost.BuildAsync([.. args, "--Logging:LogLevel:Default=Warning"]);
        var talk = new TerminalTalk(app.Services, conversation, playbook);
        await output.WriteLineAsync($"(conversation {conversation}; an empty line or Ctrl+D ends it)");
        await WriteAsync(output, await talk.JoinAsync());
        while (await ReadAsync(input, output) is { Length: > 0 } line)
        {
            await WriteAsync(output, await talk.SayAsync(line));
        }

        await talk.CloseAsync();
        return 0;
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

    // Takes "--name value" or "--name=value" out of the arguments; the rest are settings.
    private static string? Take(ref string[] args, string name)
    {
        var index = Array.FindIndex(args, arg => arg == name || arg.StartsWith(name + "=", StringComparison.Ordinal));
        if (index < 0)
        {
            return null;
        }

        var inline = args[index].Length > name.Length;
        var value = inline ? args[index][(name.Length + 1)..] : args.ElementAtOrDefault(index + 1);
        args = [.. args[..index], .. args.Skip(index + (inline ? 1 : 2))];
        return value;
    }
}
