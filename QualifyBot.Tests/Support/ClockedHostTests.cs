namespace QualifyBot.Tests.Support;

/// <summary>Tests that have a host and a channel of their own each, by a clock that they move.</summary>
public abstract class ClockedHostTests : IAsyncLifetime
{
    private protected TestClock Clock { get; } = new();

    private protected FakeChannel Channel { get; private set; } = null!;

    private protected TestHost Host { get; private set; } = null!;

    private protected Visitor NewVisitor() => new(Channel, Host.Http);

    public async Task InitializeAsync()
    {
        Channel = await FakeChannel.StartAsync();
        Host = await TestHost.StartAsync(clock: Clock);
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Channel.DisposeAsync();
    }
}
