using System.Text.Json.Serialization;
using QualifyBot.Bot.Outcomes;

namespace QualifyBot.Bot.Turns;

/// <summary>The stored form of work in the outbox.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OutcomeWork))]
[JsonSerializable(typeof(GivenUp))]
internal sealed partial class TurnsJsonContext : JsonSerializerContext;
