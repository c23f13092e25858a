using System.Text.Json;
using Microsoft.Extensions.AI;

namespace QualifyBot.Bot.Extraction;

/// <summary>What a model is asked for.</summary>
internal enum ModelPurpose
{
    /// <summary>To read a message.</summary>
    Reading,

    /// <summary>To put the bot's own sentences in other words.</summary>
    Phrasing,
}

/// <summary>A question to a model. Nothing else of the talk leaves the house.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Instructions">The prompt's part for that purpose.</param>
/// <param name="Document">What it is about, as JSON.</param>
/// <param name="Schema">The strict schema of the reply.</param>
internal sealed record ModelQuestion(ModelPurpose Purpose, string Instructions, string Document, JsonElement Schema)
{
    private const int MostOutputTokens = 800;

    /// <summary>The messages of a call.</summary>
    public List<ChatMessage> Messages => [new(ChatRole.System, Instructions), new(ChatRole.User, Document)];

    /// <summary>The options of a call.</summary>
    public ChatOptions Options(float? temperature) => new()
    {
        Temperature = temperature,
        MaxOutputTokens = MostOutputTokens,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema, "answers"),
    };
}

/// <summary>Whom a call is charged to.</summary>
/// <param name="Visitor">Tells this visitor from others.</param>
/// <param name="CallsOfTalk">How often the talk asked a model so far.</param>
/// <param name="Memory">What a model said in this turn.</param>
public sealed record ModelAccount(string Visitor, int CallsOfTalk, TurnMemory Memory);
