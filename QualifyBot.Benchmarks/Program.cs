using QualifyBot.Benchmarks;

return await BenchmarkCommands.RunAsync(args);
