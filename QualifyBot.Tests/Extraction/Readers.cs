using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QualifyBot.Bot.Extraction;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Extraction;

/// <summary>The readers, put together as the host does, by a clock that stands still.</summary>
internal sealed class Readers : IDisposable
{
    public static readonly ImmutableArray<Slot> Slots =
    [
        new("need", SlotType.Need, "need"), new("timeline", SlotType.Timeframe, "timeline"), new("authority", SlotType.Authority, "authority"),
        new("title", SlotType.Title, "authority"), new("budget", SlotType.Money, "budget"), new("headcount", SlotType.Headcount, "fit"),
        new("company", SlotType.Company, "fit"), new("email", SlotType.Email, "fit"), new("person", SlotType.Person, "fit"), new("urgent", SlotType.YesNo, "fit"),
        new("industry", SlotType.Text, "fit"),
    ];

    public static readonly ImmutableArray<NeedCategory> Needs = [new("onboarding", ["onboarding", "new hires"]), new("manual_work", ["manual", "by hand"])];

    private readonly ServiceProvider services;

    public Readers(ExtractionOptions? options = null, IChatClient? model = null)
    {
        var collection = new ServiceCollection();
        collection.AddMetrics().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        collection.AddSingleton<TimeProvider>(Clock).AddSingleton<Func<double>>(() => 0.5);
        if (model is not null)
        {
            collection.AddSingleton(model);
        }

        Assert.True(collection.TryAddMessageReading(options ?? new ExtractionOptions()));
        services = collection.BuildServiceProvider(validateScopes: true);
        Reader = services.GetRequiredService<MessageReader>();
    }

    public TestClock Clock { get; } = new();

    public CapturedLog Log { get; } = new();

    public MessageReader Reader { get; }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A message after the question for a slot; null = after no question.</summary>
    public static MessageToRead Message(string text, string? asked = null, string visitor = "anna") => new(text, new ReadingContext
    {
        Now = new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Unspecified),
        Requested = asked is null ? [] : [Slots.First(slot => slot.Id == asked).Type],
        Question = asked is null ? null : $"What about {asked}?",
        Needs = Needs,
        Currency = "USD",
    })
    {
        Unknown = Slots,
        OpenSlot = asked,
        Account = Account(visitor),
    };

    /// <summary>Whom calls are charged to, in a turn of its own.</summary>
    public static ModelAccount Account(string visitor = "anna", int calls = 0) => new(visitor, calls, new TurnMemory());

    public async Task<Heard> ReadAsync(string text, string? asked = null) => await Reader.ReadAsync(Message(text, asked), CancellationToken.None);

    /// <summary>A reply as the schema asks for it.</summary>
    public static string Reply(params (string Slot, string Quote, string? Value)[] answers) => new JsonObject
    {
        ["answers"] = new JsonArray([.. answers.Select(answer => EntryOf(answer.Slot, answer.Quote, answer.Value))]),
    }.ToJsonString(Json);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static JsonObject EntryOf(string slot, string quote, string? value)
    {
        var entry = new JsonObject { ["slot"] = slot, ["quote"] = quote };
        if (value is not null)
        {
            entry["value"] = value;
        }

        return entry;
    }

    public void Dispose() => services.Dispose();
}
