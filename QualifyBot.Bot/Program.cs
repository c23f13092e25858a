using QualifyBot.Bot.Commands;

return await CommandLine.RunAsync(args);
