using Microsoft.Extensions.AI;

namespace QualifyBot.Tests.Extraction;

/// <summary>A model that replies what a test tells it to; it minds a request that is not as the prompt has it.</summary>
internal sealed class FakeModel(Func<string, CancellationToken, Task<string?>> reply) : IChatClient
{
    private int calls;

    public FakeModel(string? reply)
        : this((_, _) => Task.FromResult(reply))
    {
    }

    /// <summary>How often it was asked.</summary>
    public int Calls => calls;

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref calls);
        var sent = messages.ToArray();
        Assert.Equal([ChatRole.System, ChatRole.User], sent.Select(message => message.Role));
        Assert.Null(options!.Tools);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, await reply(sent[1].Text, cancellationToken)))
        {
            Usage = new UsageDetails { InputTokenCount = 300, OutputTokenCount = 20 },
        };
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // It holds nothing.
    }
}
