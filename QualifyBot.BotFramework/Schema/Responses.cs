using System.Text.Json;

namespace QualifyBot.BotFramework.Schema;

/// <summary>A bot's answer to an invoke activity: an HTTP status and a body.</summary>
public sealed class InvokeResponse
{
    public int Status { get; set; }

    public JsonElement? Body { get; set; }

    /// <summary>The response as the activity by which a bot sends it to its adapter.</summary>
    public Activity ToActivity() => new()
    {
        Type = ActivityTypes.InvokeResponse,
        Value = JsonSerializer.SerializeToElement(this, BotFrameworkJsonContext.Wire.InvokeResponse),
    };

    /// <summary>The response that such an activity carries; null for any other activity.</summary>
    public static InvokeResponse? From(Activity activity) => activity is { Type: ActivityTypes.InvokeResponse, Value: { } value }
        ? value.Deserialize(BotFrameworkJsonContext.Wire.InvokeResponse)
        : null;
}

/// <summary>The id that a channel gave to what was sent.</summary>
public sealed class ResourceResponse
{
    public ResourceResponse()
    {
    }

    public ResourceResponse(string? id) => Id = id;

    public string? Id { get; set; }
}

/// <summary>The body of an answer to a request with delivery mode expectReplies.</summary>
public sealed class ExpectedReplies
{
    public IList<Activity> Activities { get; set; } = [];
}

/// <summary>The body of an answer that reports an error.</summary>
public sealed class ErrorResponse
{
    public ErrorResponse()
    {
    }

    public ErrorResponse(string code, string message) => Error = new Error { Code = code, Message = message };

    public Error? Error { get; set; }
}

/// <summary>An error: a code for programs and a message for people.</summary>
public sealed class Error
{
    public string? Code { get; set; }

    public string? Message { get; set; }
}
