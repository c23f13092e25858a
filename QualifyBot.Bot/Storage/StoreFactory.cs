using Microsoft.Extensions.Options;

namespace QualifyBot.Bot.Storage;

/// <summary>Opens the store that the options choose.</summary>
public static class StoreFactory
{
    /// <summary>Adds <see cref="IStore"/>, opened when first asked for; options that cannot work stop the start.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        return services.AddSingleton(provider =>
            Open(provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Opens a store, ready for use.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be reached or opened; the message says which and what to do.</exception>
    /// <exception cref="InvalidDataException">The SQLite file is damaged, of a newer version or of another program.</exception>
    public static IStore Open(StorageOptions options, TimeProvider time) => options.Kind == StorageKind.Redis
        ? RedisStore.Connect(options.Redis!, options.Prefix)
        : SqliteStore.Open(options.Path, time);
}
