namespace QualifyBot.BotFramework.Authentication;

/// <summary>Why a call is refused, in words the caller can act on.</summary>
/// <param name="Status">The HTTP status, 400 to 503.</param>
/// <param name="Code">One word for programs.</param>
/// <param name="Message">What is wrong, where, and how to mend it.</param>
/// <param name="RetryAfter">When it is worth trying again, if it is.</param>
public sealed record ProtocolError(int Status, string Code, string Message, TimeSpan? RetryAfter = null)
{
    internal static ProtocolError Unauthorized(string message) => new(401, "Unauthorized", message);

    internal static ProtocolError Forbidden(string message) => new(403, "Forbidden", message);

    internal static ProtocolError BadRequest(string message) => new(400, "BadArgument", message);
}
