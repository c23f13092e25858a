using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Calls;

/// <summary>Writes what came of a call as one line of JSON.</summary>
public static class CallReply
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, without its end.</summary>
    public static string Write(CallResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            json.WriteRawValue(result.Call.Id);
            json.WriteString("playbook", result.Playbook.Id);
            json.WriteStartObject("criteria");
            foreach (var (criterion, verdict) in result.Verdicts)
            {
                json.WriteString(criterion, Snake(verdict));
            }

            json.WriteEndObject();
            WriteDecision(json, result);
            WriteReceipts(json, result);
            json.WriteString("hash", result.Decision.Hash);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteDecision(Utf8JsonWriter json, CallResult result)
    {
        var (decision, score) = (result.Decision, result.Decision.Score);
        json.WriteNumber("score", score.Total);
        json.WriteNumber("fit", score.Fit);
        json.WriteNumber("intent", score.Intent);
        json.WriteString("grade", Snake(score.Grade));
        json.WriteString("stage", Snake(decision.Stage));
        json.WriteString("temperature", Snake(score.Temperature));
        json.WriteString("outcome", Snake(decision.Outcome));
        json.WriteString("reason", decision.Reason);
        json.WriteBoolean("settled", result.Next is null);
        json.WriteString("next_question", result.Next?.Id);
        json.WriteString("date", result.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static void WriteReceipts(Utf8JsonWriter json, CallResult result)
    {
        json.WriteStartArray("receipts");
        foreach (var receipt in result.Decision.Score.Receipts)
        {
            json.WriteStartObject();
            json.WriteString("rule", receipt.Rule);
            json.WriteString("axis", Snake(receipt.Axis));
            json.WriteNumber("points", receipt.Points);
            json.WriteStartArray("words");
            foreach (var words in receipt.Citations.OfType<Citation.Words>())
            {
                WriteWords(json, words, result);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWords(Utf8JsonWriter json, Citation.Words words, CallResult result)
    {
        json.WriteStartObject();
        json.WriteString("slot", words.Slot);
        WriteEvidence(json, words.Evidence, result);
        if (result.Confirmations.TryGetValue(words.Slot, out var confirmation))
        {
            json.WriteStartObject("confirmed_by");
            WriteEvidence(json, confirmation, result);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, Evidence evidence, CallResult result)
    {
        var turn = result.Call.Turns[int.Parse(evidence.MessageId, CultureInfo.InvariantCulture)];
        json.WriteNumber("turn", turn.Index);
        json.WriteString("speaker", Snake(turn.Speaker));
        json.WriteString("time", turn.Time);
        json.WriteNumber("start", evidence.Start);
        json.WriteNumber("length", evidence.Length);
        json.WriteString("quote", evidence.Quote);
        json.WriteString("reader", evidence.Reader);
    }

    private static string Snake<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
