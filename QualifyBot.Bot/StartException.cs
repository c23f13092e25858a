namespace QualifyBot.Bot;

/// <summary>The host cannot start as it is set up; the message tells everything that is to be mended.</summary>
public sealed class StartException : Exception
{
    /// <summary>Made by the platform's conventions.</summary>
    public StartException()
        : this("QualifyBot cannot start.")
    {
    }

    /// <summary>Names what is wrong and what to do about it.</summary>
    public StartException(string message)
        : base(message)
    {
    }

    /// <summary>Names what is wrong and what to do about it, with the cause.</summary>
    public StartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
