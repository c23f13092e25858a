using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Connector;

namespace QualifyBot.BotFramework.Http;

/// <summary>Registers the protocol; the host adds its <see cref="IActivityReceiver"/>.</summary>
public static class BotFrameworkRegistration
{
    /// <summary>Adds what receives activities and sends replies.</summary>
    /// <exception cref="InvalidOperationException">The settings cannot work; the message says how to mend them.</exception>
    /// <exception cref="ValidationException">A limit is out of its range.</exception>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.Get<BotFrameworkAuthentication>() ?? new BotFrameworkAuthentication();
        if (settings.Problems().ToArray() is { Length: > 0 } problems)
        {
            throw new InvalidOperationException(string.Join(' ', problems));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(Limits(configuration));
        services.AddSingleton<ConnectorHttp>(_ => new ConnectorHttp());
        services.AddSingleton<ServiceUrls>();
        services.AddSingleton(host => new IncomingTokens(
            settings, host.GetRequiredService<ConnectorHttp>().SignIn, host.GetRequiredService<TimeProvider>(), host.GetRequiredService<ILogger<IncomingTokens>>()));
        services.AddSingleton<OutgoingTokens>();
        services.AddSingleton<ConnectorClient>();
        return services;
    }

    private static MessageLimits Limits(IConfiguration configuration)
    {
        var limits = configuration.GetSection("Messages").Get<MessageLimits>(options => options.ErrorOnUnknownConfiguration = true) ?? new MessageLimits();
        Validator.ValidateObject(limits, new ValidationContext(limits), validateAllProperties: true);
        return limits;
    }
}
