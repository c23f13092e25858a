using System.Text.Json.Serialization;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>JSON that talks send.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(int))]
internal sealed partial class TestingJsonContext : JsonSerializerContext;
