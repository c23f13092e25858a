using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Storage;

public sealed class SqliteFileStoreTests : StoreContract, IDisposable
{
    private readonly TestClock clock = new();
    private readonly TempFolder folder = new();

    protected override Task<IStore> OpenAsync() => Task.FromResult<IStore>(SqliteStore.Open(folder.File("store.db"), clock));

    protected override async Task OutliveAsync(TimeSpan timeToLive, Func<Task<bool>> gone)
    {
        clock.Advance(timeToLive - TimeSpan.FromMilliseconds(1));
        Assert.False(timeToLive > TimeSpan.FromMilliseconds(1) && await gone(), "It was gone before its time.");
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await gone());
    }

    public void Dispose() => folder.Dispose();
}

public sealed class SqliteMemoryStoreTests : StoreContract
{
    private readonly TestClock clock = new();

    protected override Task<IStore> OpenAsync() => Task.FromResult<IStore>(SqliteStore.Open(":memory:", clock));

    protected override async Task OutliveAsync(TimeSpan timeToLive, Func<Task<bool>> gone)
    {
        clock.Advance(timeToLive);
        Assert.True(await gone());
    }
}
