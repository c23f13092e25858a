using Microsoft.Extensions.AI;

namespace QualifyBot.Bot.Extraction;

/// <summary>A language model whose replies stand in a script, for talks that are played without one.</summary>
internal sealed class ScriptedModel : IChatClient
{
    /// <summary>What it replies from now on; null = it does not reply.</summary>
    public string? Reply { get; set; }

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => Reply is { } reply
        ? Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, reply)))
        : throw new InvalidOperationException("The script has no reply of the model here.");

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A scripted model replies in whole.");

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // It holds nothing.
    }
}
