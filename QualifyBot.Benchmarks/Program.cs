using QualifyBot.Benchmarks;

// "stores [redis host:port]" measures the stores.
if (args is ["stores", ..])
{
    await StoreBenchmarks.RunAsync(args.ElementAtOrDefault(1));
}
