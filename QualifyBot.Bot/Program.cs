using QualifyBot.Bot.Commands;

if (args is ["read", ..])
{
    using var input = new StreamReader(Console.OpenStandardInput());
    using var output = new StreamWriter(Console.OpenStandardOutput());
    return ReadCommand.Run(input, output, Console.Error, args.Contains("--explain", StringComparer.Ordinal));
}

Console.WriteLine("QualifyBot");
return 0;
