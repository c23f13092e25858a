using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Commands.Verifying;

/// <summary>Writes what was found, lead by lead: a table for people, or one JSON object a line.</summary>
internal sealed class VerifyReport(TextWriter output, bool json)
{
    private readonly Dictionary<Verdict, int> counts = [];

    /// <summary>Whether every lead so far is as stored.</summary>
    public bool IsClean => counts.Keys.All(verdict => verdict == Verdict.Ok);

    /// <summary>Begins.</summary>
    public void Start()
    {
        if (!json)
        {
            output.WriteLine($"{"lead",-20}  {"playbook",-12}  {"decided",-12}  {"points",6}  verdict");
        }
    }

    /// <summary>Tells of a lead.</summary>
    public void Write(LeadFinding finding)
    {
        counts[finding.Verdict] = counts.GetValueOrDefault(finding.Verdict) + 1;
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(finding, VerifyJsonContext.Readable.LeadFinding));
            return;
        }

        var decided = finding.Decision is { } decision ? JsonNamingPolicy.SnakeCaseLower.ConvertName(decision.Outcome.ToString()) : "-";
        output.WriteLine($"{finding.Lead,-20}  {Plain(finding.Playbook ?? "-"),-12}  {decided,-12}  {finding.Points?.ToString(CultureInfo.InvariantCulture) ?? "-",6}  {NameOf(finding.Verdict)}");
        foreach (var (what, stored, recomputed) in finding.Differences)
        {
            output.WriteLine($"    {Plain(what)}: stored {Plain(stored ?? "nothing")}, recomputed {Plain(recomputed ?? "nothing")}");
        }

        if (finding.Remedy is { } remedy)
        {
            output.WriteLine($"    {Plain(remedy)}");
        }
    }

    /// <summary>Ends.</summary>
    public void End()
    {
        if (!json)
        {
            var all = counts.Values.Sum();
            output.WriteLine();
            output.WriteLine($"{all} {(all == 1 ? "lead" : "leads")}: {string.Join(", ", Enum.GetValues<Verdict>().Select(verdict => $"{counts.GetValueOrDefault(verdict)} {NameOf(verdict)}"))}.");
        }

        output.Flush();
    }

    private static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Ok => "ok",
        Verdict.Differs => "DIFFERS",
        Verdict.CannotBeVerified => "cannot be verified",
        _ => "DAMAGED",
    };

    // What stands in a store must not steer a terminal.
    private static string Plain(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}

/// <summary>The form of findings as JSON.</summary>
[JsonSerializable(typeof(LeadFinding))]
internal sealed partial class VerifyJsonContext : JsonSerializerContext
{
    /// <summary>Words stand as they are, not as escapes.</summary>
    public static readonly VerifyJsonContext Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
