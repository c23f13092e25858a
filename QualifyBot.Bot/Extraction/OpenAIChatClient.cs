using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using AIMessage = Microsoft.Extensions.AI.ChatMessage;
using OpenAIMessage = OpenAI.Chat.ChatMessage;
using OpenAIResponseFormat = OpenAI.Chat.ChatResponseFormat;

namespace QualifyBot.Bot.Extraction;

/// <summary>OpenAI's chat client behind the interface that all models have here; it passes on what the reader uses: text, temperature and a schema.</summary>
internal sealed class OpenAIChatClient(ChatClient client) : IChatClient
{
    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<AIMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatCompletion completion = await client.CompleteChatAsync([.. messages.Select(MessageOf)], OptionsOf(options), cancellationToken);
        var text = string.Concat(completion.Content.Select(part => part.Text));
        return new ChatResponse(new AIMessage(ChatRole.Assistant, text))
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            Usage = completion.Usage is { } usage ? DetailsOf(usage) : null,
        };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<AIMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in client.CompleteChatStreamingAsync([.. messages.Select(MessageOf)], OptionsOf(options), cancellationToken))
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, string.Concat(update.ContentUpdate.Select(part => part.Text)))
            {
                ResponseId = update.CompletionId,
                ModelId = update.Model,
            };
            if (update.Usage is { } usage)
            {
                yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(DetailsOf(usage))]);
            }
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType.IsInstanceOfType(this) ? this
        : serviceType.IsInstanceOfType(client) ? client
        : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The connections belong to the host.
    }

    private static UsageDetails DetailsOf(ChatTokenUsage usage) =>
        new() { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount };

    private static OpenAIMessage MessageOf(AIMessage message) =>
        message.Role == ChatRole.System ? OpenAIMessage.CreateSystemMessage(message.Text)
        : message.Role == ChatRole.Assistant ? OpenAIMessage.CreateAssistantMessage(message.Text)
        : OpenAIMessage.CreateUserMessage(message.Text);

    private static ChatCompletionOptions OptionsOf(ChatOptions? options) => new()
    {
        Temperature = options?.Temperature,
        MaxOutputTokenCount = options?.MaxOutputTokens,
        ResponseFormat = options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } json
            ? OpenAIResponseFormat.CreateJsonSchemaFormat(json.SchemaName ?? "reply", BinaryData.FromString(schema.GetRawText()), json.SchemaDescription, jsonSchemaIsStrict: true)
            : null,
    };
}
