using Microsoft.AspNetCore.Connections;

namespace QualifyBot.Bot.Commands;

/// <summary>What the program does, by the first word of its command line; without one it serves.</summary>
public static class CommandLine
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int Misuse = 2;

    private const string Usage = """
        QualifyBot qualifies leads by chat.

          (nothing) or serve     serve the page, Direct Line and /api/messages at http://localhost:3978
          chat                   talk here in the terminal; --playbook champ, --conversation NAME to go on with a talk
          read [--explain]       read sentences: JSON lines in ("input"; also "lang", "requested", "question"), JSON lines out with
                                 candidates for money, time, timeframe, duration, number, headcount, authority, title, yesno, email,
                                 phone, person, company, need, industry (id), geography (country or region code), technology,
                                 competitor, priority (top, high, medium, low), web, correction; --explain adds rule and span
          help                   show this

        Every setting can follow as --Section:Name value, for example --Storage:Redis localhost:6379 or --Talk:Playbook champ.
        """;

    /// <summary>Runs a command; returns the exit code: 0 done, 1 failed, 2 the command line is wrong.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args is [var word, ..] && !word.StartsWith('-') ? await RunAsync(word, args[1..]) : await ServeAsync(args);
        }
        catch (Exception exception) when (exception is StartException or IOException { InnerException: AddressInUseException })
        {
            await Console.Error.WriteLineAsync($"QualifyBot cannot start:{Environment.NewLine}{exception.Message}");
            return Failure;
        }
    }

    private static async Task<int> RunAsync(string command, string[] args)
    {
        switch (command)
        {
            case "serve":
                return await ServeAsync(args);
            case "chat":
                return await ChatCommand.RunAsync(args, Console.In, Console.Out);
            case "read":
                return Read(args);
            case "help":
                await Console.Out.WriteLineAsync(Usage);
                return Success;
            default:
                await Console.Error.WriteLineAsync($"There is no command '{command}'.{Environment.NewLine}{Usage}");
                return Misuse;
        }
    }

    private static int Read(string[] args)
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        using var output = new StreamWriter(Console.OpenStandardOutput());
        return ReadCommand.Run(input, output, Console.Error, args.Contains("--explain", StringComparer.Ordinal));
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        await using var app = await QualifyBotHost.BuildAsync(args);
        await app.RunAsync();
        return Success;
    }
}
