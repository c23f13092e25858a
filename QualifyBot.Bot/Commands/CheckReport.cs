using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Proving;

namespace QualifyBot.Bot.Commands;

/// <summary>Writes findings: for people, and as JSON.</summary>
/// <param name="today">The day on which the examples stand.</param>
internal sealed class CheckReport(DateOnly today)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Values = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>A finding for people: its place, and its examples below it.</summary>
    public string Write(CheckedFinding finding)
    {
        var (file, line, column, problem, remedy) = finding.Place;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{file}:{line}:{column}: {Word(finding.Severity)} {finding.Kind}: {problem} {remedy}");
        foreach (var example in finding.Examples)
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"    {example.Says}").AppendLine().Append(CultureInfo.InvariantCulture, $"      {LeadWords.Of(example.Lead, finding.Playbook!, today)}");
        }

        return text.ToString();
    }

    /// <summary>A finding as one line of JSON.</summary>
    public string WriteJson(CheckedFinding finding)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("file", finding.Place.File);
            json.WriteNumber("line", finding.Place.Line);
            json.WriteNumber("column", finding.Place.Column);
            json.WriteString("kind", finding.Kind);
            json.WriteString("severity", Spelling<Severity>.Of(finding.Severity));
            json.WriteString("path", finding.Path);
            json.WriteString("problem", finding.Place.Problem);
            json.WriteString("remedy", finding.Place.Remedy);
            json.WriteStartArray("examples");
            foreach (var example in finding.Examples)
            {
                Write(json, example, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write(Utf8JsonWriter json, ExampleLead example, CheckedFinding finding)
    {
        var decision = Decider.AsItStands(example.Lead, finding.Playbook!, today);
        json.WriteStartObject();
        json.WriteString("says", example.Says);
        json.WriteString("lead", LeadWords.Of(example.Lead, finding.Playbook!, today));
        json.WriteStartObject("answers");
        foreach (var answer in example.Lead.Answers)
        {
            json.WritePropertyName(answer.Slot);
            JsonSerializer.Serialize(json, answer.Value, Values);
        }

        json.WriteEndObject();
        WriteSignals(json, example.Lead);
        json.WriteNumber("fit", decision.Score.Fit);
        json.WriteNumber("intent", decision.Score.Intent);
        json.WriteString("grade", decision.Score.Grade.ToString());
        json.WriteString("stage", Spelling<QualifyBot.Qualification.Playbooks.Stage>.Of(decision.Stage));
        json.WriteString("outcome", Spelling<QualifyBot.Qualification.Playbooks.Outcome>.Of(decision.Outcome));
        json.WriteString("reason", decision.Reason);
        json.WriteEndObject();
    }

    private void WriteSignals(Utf8JsonWriter json, Lead lead)
    {
        json.WriteStartArray("signals");
        foreach (var signal in lead.Signals)
        {
            json.WriteStartObject();
            json.WriteString("kind", signal.Kind);
            json.WriteNumber("days_ago", today.DayNumber - signal.On.DayNumber);
            if (signal.Value is { } value)
            {
                json.WriteString("slot", signal.Slot);
                json.WritePropertyName("value");
                JsonSerializer.Serialize(json, value, Values);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "not proved",
    };
}
