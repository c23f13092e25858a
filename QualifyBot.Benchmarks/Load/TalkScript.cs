using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace QualifyBot.Benchmarks.Load;

/// <summary>What a visitor says, turn by turn.</summary>
internal sealed record TalkScript(IReadOnlyList<ScriptedTurn> Turns)
{
    /// <summary>Path of a script that comes with the generator.</summary>
    public static string Shipped(string name) => Path.Combine(AppContext.BaseDirectory, "Scripts", $"{name}.json");

    /// <summary>Reads a script file.</summary>
    /// <exception cref="UsageException">The file cannot be read, or is not a script.</exception>
    public static TalkScript Load(string path)
    {
        try
        {
            var script = JsonSerializer.Deserialize(File.ReadAllBytes(path), TalkScriptJson.Default.TalkScript);
            return script is { Turns.Count: > 0 } ? script : throw new UsageException($"{path}: there are no turns.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            throw new UsageException($"{path}: {exception.Message}", exception);
        }
    }
}

/// <summary>One turn of a script.</summary>
/// <param name="Text">What the visitor says; {i} becomes the number of the talk.</param>
/// <param name="Replies">How many replies end the turn; more are errors.</param>
/// <param name="Expect">A pattern that one of the replies must match.</param>
/// <param name="Until">A pattern whose match ends the turn, instead of a number of replies.</param>
internal sealed record ScriptedTurn(string Text, int Replies = 1, string? Expect = null, string? Until = null)
{
    private static readonly TimeSpan PatternPatience = TimeSpan.FromSeconds(1);

    [JsonIgnore]
    public Regex? Expected { get; } = Pattern(Expect);

    [JsonIgnore]
    public Regex? Last { get; } = Pattern(Until);

    [JsonIgnore]
    public bool IsAnswered => Replies > 0 || Last is not null;

    private static Regex? Pattern(string? text) =>
        text is null ? null : new Regex(text, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternPatience);
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TalkScript))]
internal sealed partial class TalkScriptJson : JsonSerializerContext;
