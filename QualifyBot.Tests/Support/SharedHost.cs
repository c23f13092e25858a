using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace QualifyBot.Tests.Support;

/// <summary>A host and a channel for all tests of a class, each with visitors of its own.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    internal TestHost Host { get; private set; } = null!;

    internal FakeChannel Channel { get; private set; } = null!;

    internal Visitor NewVisitor(string? conversation = null) => new(Channel, Host.Http, conversation);

    /// <summary>A visitor's lead, as the desk shows it.</summary>
    internal Task<JsonElement> LeadAsync(Visitor visitor) => Host.LeadAsync(visitor);

    /// <summary>Asserts that no turn failed so far.</summary>
    internal void AssertNothingBroke() => Assert.DoesNotContain(Host.Log.Lines, line => line.Level >= LogLevel.Error);

    public async Task InitializeAsync()
    {
        Channel = await FakeChannel.StartAsync();
        Host = await TestHost.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Channel.DisposeAsync();
    }
}
