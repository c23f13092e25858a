using System.Text.Json.Serialization;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Outcomes.Leads;

namespace QualifyBot.Bot.Dialogs;

/// <summary>The stored form of what a talk keeps between turns.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationRecord))]
[JsonSerializable(typeof(LeadRecord))]
[JsonSerializable(typeof(IReadOnlyList<DemoSlot>))]
[JsonSerializable(typeof(TimeOffer))]
[JsonSerializable(typeof(TalkProgress))]
[JsonSerializable(typeof(SummaryClick))]
[JsonSerializable(typeof(ColleagueMark))]
public sealed partial class DialogsJsonContext : JsonSerializerContext;
