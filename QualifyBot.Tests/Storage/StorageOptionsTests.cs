using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Storage;

public sealed class StorageOptionsTests
{
    [Fact]
    public void Each_store_there_is_runs_the_contract()
    {
        var stores = typeof(IStore).Assembly.GetTypes().Where(type => type is { IsClass: true, IsNested: false } && type.IsAssignableTo(typeof(IStore))).Select(type => type.Name);
        var suites = typeof(StoreContract).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(StoreContract))).Select(type => type.Name);
        Assert.All(stores, store => Assert.Contains(suites, suite => suite.StartsWith(store[..^"Store".Length], StringComparison.Ordinal)));
        Assert.Equal(["RedisStore", "SqliteStore"], stores.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, StorageKind.Sqlite)]
    [InlineData("", StorageKind.Sqlite)]
    [InlineData("  ", StorageKind.Sqlite)]
    [InlineData("redis-1:6379,password=x", StorageKind.Redis)]
    public void One_setting_chooses_between_the_file_and_redis(string? redis, StorageKind kind) =>
        Assert.Equal(kind, Provide(("Storage:Redis", redis)).GetRequiredService<IOptions<StorageOptions>>().Value.Kind);

    [Theory]
    [InlineData("Storage:Prefix", "a{b}", "Storage:Prefix")]
    [InlineData("Storage:Prefix", "", "Prefix")]
    [InlineData("Storage:Path", "", "Storage:Path")]
    [InlineData("Storage:Redis", "redis://localhost:6379", "host:port")]
    public void Settings_that_cannot_work_are_refused_with_their_name(string setting, string value, string message)
    {
        var problem = Assert.Throws<OptionsValidationException>(() => Provide((setting, value)).GetRequiredService<IStore>());
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_open_the_store_they_choose()
    {
        using var folder = new TempFolder();
        await using (var provider = Provide(("Storage:Path", folder.File("data/store.db"))))
        {
            Assert.IsType<SqliteStore>(provider.GetRequiredService<IStore>());
            Assert.True(File.Exists(folder.File("data/store.db")));
        }

        await using (var provider = Provide(("Storage:Redis", RedisServer.Shared.Configuration), ("Storage:Prefix", RedisServer.FreshPrefix())))
        {
            Assert.IsType<RedisStore>(provider.GetRequiredService<IStore>());
        }
    }

    private static ServiceProvider Provide(params (string Key, string? Value)[] settings) => new ServiceCollection()
        .AddSingleton<TimeProvider>(new TestClock())
        .AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => pair.Value)).Build())
        .BuildServiceProvider();
}
