using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace QualifyBot.Bot.Extraction;

/// <summary>Registers the readers.</summary>
public static class ExtractionRegistration
{
    /// <summary>
    /// Adds the reader of messages and what puts sentences in other words. A chat client that is registered already is used before one of the settings. It takes the clock, chance
    /// (<see cref="Func{TResult}"/> of a number from 0 to 1), metrics and logs from the services.
    /// </summary>
    /// <returns>False where a model is asked for and there is none.</returns>
    public static bool TryAddMessageReading(this IServiceCollection services, ExtractionOptions options)
    {
        if (ChatClients.From(options) is { } client)
        {
            services.TryAddSingleton(client);
        }

        var hasModel = services.Any(service => service.ServiceType == typeof(IChatClient));
        var mode = options.Mode ?? (hasModel ? ExtractionMode.Assist : ExtractionMode.Rules);
        services.AddSingleton(provider => new ModelMeter(provider.GetRequiredService<IMeterFactory>()));
        services.AddSingleton(provider => CallOf(provider, options));
        services.AddSingleton(provider => new MessageReader(
            mode is ExtractionMode.Rules ? null : new ModelReader(provider.GetRequiredService<ModelCall>(), mode, provider.GetRequiredService<ModelMeter>())));
        services.AddSingleton(provider => options.Phrasing is PhrasingMode.Model && hasModel
            ? new Phrasing(provider.GetRequiredService<ModelCall>(), provider.GetRequiredService<ModelMeter>())
            : new Phrasing());
        return hasModel || (mode is ExtractionMode.Rules && options.Phrasing is PhrasingMode.Texts);
    }

    /// <summary>Adds a model whose replies stand in a script; it is asked in place of the one of the settings.</summary>
    internal static void AddScriptedModel(this IServiceCollection services, ScriptedModel model) => services.AddSingleton<IChatClient>(model);

    // One for both purposes, so that they share breaker and budgets.
    private static ModelCall CallOf(IServiceProvider provider, ExtractionOptions options) => new(
        provider.GetRequiredService<IChatClient>(),
        options,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<Func<double>>(),
        provider.GetRequiredService<ModelMeter>(),
        provider.GetRequiredService<ILogger<ModelCall>>());
}
