using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace QualifyBot.Bot.Extraction;

/// <summary>Registers the readers.</summary>
public static class ExtractionRegistration
{
    /// <summary>
    /// Adds the reader of messages. A chat client that is registered already is used before one of the settings. It takes the clock, chance
    /// (<see cref="Func{TResult}"/> of a number from 0 to 1), metrics and logs from the services.
    /// </summary>
    /// <returns>False where the mode asks for a model and there is none.</returns>
    public static bool TryAddMessageReading(this IServiceCollection services, ExtractionOptions options)
    {
        if (ChatClients.From(options) is { } client)
        {
            services.TryAddSingleton(client);
        }

        var hasModel = services.Any(service => service.ServiceType == typeof(IChatClient));
        var mode = options.Mode ?? (hasModel ? ExtractionMode.Assist : ExtractionMode.Rules);
        services.AddSingleton(provider => new MessageReader(mode is ExtractionMode.Rules ? null : ReaderOf(provider, options, mode)));
        return hasModel || mode is ExtractionMode.Rules;
    }

    private static ModelReader ReaderOf(IServiceProvider provider, ExtractionOptions options, ExtractionMode mode)
    {
        var meter = new ModelMeter(provider.GetRequiredService<IMeterFactory>());
        var call = new ModelCall(
            provider.GetRequiredService<IChatClient>(),
            options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<Func<double>>(),
            meter,
            provider.GetRequiredService<ILogger<ModelCall>>());
        return new ModelReader(call, mode, meter);
    }
}
