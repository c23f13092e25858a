namespace QualifyBot.Bot.Commands;

/// <summary>How a command ended.</summary>
internal static class ExitCode
{
    /// <summary>It did what it was asked, and found nothing to complain of.</summary>
    public const int Done = 0;

    /// <summary>It could not do all of it, or found what it was to look for.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong; nothing was done.</summary>
    public const int Misused = 2;
}
