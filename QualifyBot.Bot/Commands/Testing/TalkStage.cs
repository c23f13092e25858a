using System.Globalization;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Extraction;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Where one talk is played: the parts of the host as they are, around a store in memory, a clock that the talk moves and a model with a script.</summary>
internal sealed class TalkStage : IAsyncDisposable
{
    private readonly SqliteStore store;
    private readonly ServiceProvider services;

    /// <summary>Sets it up.</summary>
    /// <param name="house">Settings and playbooks, which all talks share.</param>
    /// <param name="catalog">The playbooks and texts of this talk.</param>
    /// <param name="talk">The talk.</param>
    public TalkStage(TestHouse house, PlaybookCatalog catalog, TalkFile talk)
    {
        Clock = new TalkClock(talk.Now);
        store = SqliteStore.Open(SqliteInMemory, Clock);
        var parts = new ServiceCollection();
        parts.AddLogging().AddMetrics();
        parts.AddTalks(house.Configuration, house.Settings, Watch.Around(store), Clock);
        parts.AddSingleton(catalog.Watched(Watch.Take));
        parts.AddScriptedModel(Model);
        parts.TryAddMessageReading(new ExtractionOptions { Mode = talk.Model });
        if (!talk.Booking.IsEmpty)
        {
            parts.AddSingleton(BookingOf(talk));
        }

        MakeRepeatable(parts);
        services = parts.BuildServiceProvider();
    }

    private const string SqliteInMemory = ":memory:";

    /// <summary>The talk's clock.</summary>
    public TalkClock Clock { get; }

    /// <summary>What the inside of a turn tells.</summary>
    public TurnWatch Watch { get; } = new();

    /// <summary>The model.</summary>
    public ScriptedModel Model { get; } = new();

    /// <summary>A part of the host.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await store.DisposeAsync();
    }

    /// <summary>The settings of a talk on when demos can be had.</summary>
    /// <exception cref="InvalidOperationException">A value is none of its setting.</exception>
    public static BookingOptions BookingOf(TalkFile talk) => new ConfigurationBuilder()
        .AddInMemoryCollection(talk.Booking.Select(static setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value))).Build().Get<BookingOptions>() ?? new BookingOptions();

    // The same talk gives the same secrets, choices and ids in each run.
    private void MakeRepeatable(ServiceCollection parts)
    {
        var secrets = 0;
        parts.AddSingleton<Func<double>>(static () => 0.5);
        parts.AddSingleton(new HostIdentity("test"));
        parts.AddSingleton(provider => new DemoConfirmation(() => string.Create(CultureInfo.InvariantCulture, $"{++secrets:D32}"), provider.GetRequiredService<BookingOptions>()));
        parts.AddSingleton<LeadBot>();
        parts.AddSingleton<ReminderSweep>();
        parts.AddSingleton<IBot>(provider => Watch.Around(provider.GetRequiredService<LeadBot>()));
    }
}
