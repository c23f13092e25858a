using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using QualifyBot.Bot.Accounts;
using QualifyBot.Bot.Channels;
using QualifyBot.Bot.Desk;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Extraction;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Telemetry;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Connector;
using QualifyBot.BotFramework.DirectLine;
using QualifyBot.BotFramework.Dialogs;
using QualifyBot.BotFramework.Http;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Bot;

/// <summary>Registers the parts of the product.</summary>
internal static class QualifyBotServices
{
    /// <summary>Adds everything; what must be there at the start (settings, playbooks, the store) is opened and checked here.</summary>
    /// <exception cref="StartException">Something is not as it must be; the message says what to mend.</exception>
    public static async Task AddQualifyBotAsync(this IServiceCollection services, IConfiguration configuration, TimeProvider clock)
    {
        var settings = new HostSettings(configuration);
        var store = settings.OpenStore(clock);
        services.AddHttpContextAccessor();
        services.AddTalks(configuration, settings, store, clock);
        AddReading(services, settings.Extraction);
        var key = await SharedKey.GetAsync(store, RandomNumberGenerator.Fill, CancellationToken.None);
        services.AddSingleton(new DirectLineTokens(key, clock));
        await new StoredPlaybooks(store).KeepAsync(settings.Catalog!, CancellationToken.None);
        AddHosted(services);
        services.AddDemoPage();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton(provider => new TypingSign(provider.GetRequiredService<ConnectorClient>(), settings.Extraction, clock));
        services.AddSingleton<IActivityReceiver, ChannelReceiver>();
        services.AddSingleton<IDirectLineConversations, WebConversations>();
        services.AddSingleton<IDirectLineFiles, WebFiles>();
    }

    /// <summary>Adds what a talk needs, from the message that comes in to the lead and the work that come of it, but the readers; nothing runs by itself.</summary>
    public static void AddTalks(this IServiceCollection services, IConfiguration configuration, HostSettings settings, IStore store, TimeProvider clock)
    {
        services.AddSingleton(clock);
        services.AddSingleton(_ => store);
        AddSettings(services, settings);
        AddProtocol(services, configuration);
        AddDialogs(services);
        AddTurns(services);
        services.AddSingleton<StoredAccounts>();
        services.AddSingleton<LeadViews>();
        services.AddSingleton<SignalInbox>();
        services.AddSingleton<VisitorFiles>();
    }

    private static void AddProtocol(IServiceCollection services, IConfiguration configuration)
    {
        try
        {
            services.AddBotFramework(configuration);
            services.AddDirectLine(configuration);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ValidationException)
        {
            throw new StartException(exception is ValidationException ? $"Messages: {exception.Message}" : exception.Message, exception);
        }
    }

    private static void AddSettings(IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton(settings.Talk);
        services.AddSingleton(settings.Retention);
        services.AddSingleton(settings.Desk);
        services.AddSingleton(settings.Booking);
        services.AddSingleton(settings.Reminders);
        services.AddSingleton(settings.Telemetry);
        services.AddSingleton(settings.Catalog!);
        services.AddSingleton(settings.Plan!);
        services.AddSingleton(settings.Opening!);
        services.AddSingleton(settings.Visits!);
        services.AddSingleton(settings.Identity);
    }

    private static void AddReading(IServiceCollection services, ExtractionOptions options)
    {
        if (!services.TryAddMessageReading(options))
        {
            throw new StartException(options.Phrasing is PhrasingMode.Model
                ? "Extraction:Phrasing: Model needs a model. Name one with Extraction:Provider and Extraction:Model, or set it to texts."
                : $"Extraction:Mode: {options.Mode} needs a model. Name one with Extraction:Provider and Extraction:Model, or set the mode to rules.");
        }
    }

    private static void AddDialogs(IServiceCollection services)
    {
        services.AddSingleton<Listening>();
        services.AddSingleton(provider => new DemoConfirmation(
            () => RandomNumberGenerator.GetHexString(32, lowercase: true), provider.GetRequiredService<BookingOptions>()));
        services.AddSingleton(provider => new DemoCalendar(
            provider.GetRequiredService<IStore>(), provider.GetRequiredService<BookingOptions>(), provider.GetRequiredService<StoredLeads>().HoldsAsync));
        services.AddSingleton<BookDialog>();
        services.AddSingleton(provider => new MainDialog(
        [
            new QualifyDialog(), provider.GetRequiredService<BookDialog>(), new NurtureDialog(), new HandOffDialog(), new DeclineDialog(),
            new FarewellDialog(), new RestartDialog(), new EraseDialog(), new AfterDialog(), new GoBackDialog(), new WithdrawDialog(), new SlotPrompt(), new YesNoPrompt(),
            new ReopenDialog(), new ReopenPrompt(), new ReturnDialog(), new ReturnPrompt(),
        ]));
        services.AddSingleton<IBot, LeadBot>();
    }

    private static void AddTurns(IServiceCollection services)
    {
        services.AddSingleton(new HostIdentity(RandomNumberGenerator.GetHexString(12, lowercase: true)));
        services.AddSingleton<Func<double>>(() => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue);
        services.AddSingleton<ConversationLanes>();
        services.AddSingleton<WorkInHand>();
        services.AddSingleton<ReplyDelivery>();
        services.AddSingleton<KnownVisitors>();
        services.AddSingleton<SignedVisitors>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Talks>();
        services.AddSingleton<TurnPipeline>();
        services.AddSingleton<TalkAdapter>();
        services.AddSingleton<BotAdapter>(provider => provider.GetRequiredService<TalkAdapter>());
        services.AddSingleton<UndeliveredReplies>();
        services.AddSingleton<StoredLeads>();
        services.AddSingleton<LeadChanges>();
        services.AddSingleton<LeadGroups>();
        services.AddSingleton<DailyRequalification>();
        services.AddTransient<StoredPlaybooks>();
    }

    private static void AddHosted(IServiceCollection services)
    {
        services.AddHostedService<MetricsExport>();
        services.AddHostedService<Rehearsal>();
        services.AddHostedService<OutboxSweep>();
        services.AddHostedService<ReminderSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<DailyRequalification>());
        services.AddHostedService<ClaimSweep>();
    }
}
