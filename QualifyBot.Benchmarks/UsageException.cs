namespace QualifyBot.Benchmarks;

/// <summary>The command line, a file it names, or the machine is not as it must be; the message says what to mend.</summary>
internal sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner);
