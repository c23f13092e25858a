namespace QualifyBot.Bot.Storage;

/// <summary>The store did not answer, or cannot work just now. What was asked for may have been done or not; trying again later is right.</summary>
public sealed class StoreUnavailableException : IOException
{
    /// <summary>Made by the platform's conventions; the stores name the cause.</summary>
    public StoreUnavailableException()
        : this("The store is unavailable.")
    {
    }

    /// <summary>Names what is wrong and what to do about it.</summary>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Names what is wrong and what to do about it, with the client's own exception.</summary>
    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Names what is wrong, with the platform's own code.</summary>
    public StoreUnavailableException(string message, int hresult)
        : base(message, hresult)
    {
    }
}
