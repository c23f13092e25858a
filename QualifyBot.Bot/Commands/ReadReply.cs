using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Commands;

/// <summary>Writes a reading as one line of JSON.</summary>
internal sealed class ReadReply(bool explain)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write(JsonElement? id, string input, MessageReading reading)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            if (id is { } given)
            {
                json.WritePropertyName("id");
                given.WriteTo(json);
            }

            WriteCandidates(json, input, reading);
            json.WriteStartArray("acts");
            foreach (var act in reading.Acts)
            {
                json.WriteStringValue(ReadNames.Snake(act));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void WriteCandidates(Utf8JsonWriter json, string input, MessageReading reading)
    {
        json.WriteStartArray("candidates");
        foreach (var candidate in reading.Candidates)
        {
            WriteCandidate(json, input, candidate);
        }

        foreach (var correction in reading.Corrections.Where(static correction => correction is not { Type: null, New: null }))
        {
            WriteCorrection(json, input, correction);
        }

        json.WriteEndArray();
    }

    private void WriteCandidate(Utf8JsonWriter json, string input, Candidate candidate)
    {
        json.WriteStartObject();
        WriteHead(json, input, ReadNames.Slot(candidate.Type), candidate.Start, candidate.Length, candidate.Rule);
        json.WritePropertyName("value");
        WriteValue(json, ReadNames.Said(candidate));
        json.WriteEndObject();
    }

    private void WriteCorrection(Utf8JsonWriter json, string input, Correction correction)
    {
        json.WriteStartObject();
        WriteHead(json, input, "correction", correction.Start, correction.Length, "correction");
        json.WriteStartObject("value");
        json.WriteString("slot", correction.Type is { } type ? ReadNames.Slot(type) : null);
        json.WriteString("old", correction.Old);
        json.WriteString("new", correction.New);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteHead(Utf8JsonWriter json, string input, string slot, int start, int length, string rule)
    {
        json.WriteString("slot", slot);
        json.WriteNumber("start", start);
        json.WriteNumber("length", length);
        if (explain)
        {
            json.WriteString("rule", rule);
            json.WriteString("span", input.AsSpan(start, length));
        }
    }

    private static void WriteValue(Utf8JsonWriter json, AnswerValue value)
    {
        switch (value)
        {
            case AnswerValue.YesNo yesNo: json.WriteStringValue(ReadNames.Snake(yesNo.Class)); return;
            case AnswerValue.Text text: json.WriteStringValue(text.Value); return;
        }

        json.WriteStartObject();
        switch (value)
        {
            case AnswerValue.Money money: WriteMoney(json, money); break;
            case AnswerValue.Time time: WriteTime(json, time); break;
            case AnswerValue.Timeframe frame: WriteFrame(json, frame); break;
            case AnswerValue.Duration duration: json.WriteNumber("seconds", duration.Seconds); break;
            case AnswerValue.Number number: WriteNumbers(json, number.Min, number.Max); break;
            case AnswerValue.Headcount count: WriteNumbers(json, count.Min, count.Max); break;
            case AnswerValue.Authority authority: WriteAuthority(json, authority); break;
            case AnswerValue.Title title: WriteTitle(json, title); break;
            case AnswerValue.Need need: WriteNeed(json, need); break;
            case AnswerValue.Withheld withheld: json.WriteString("withheld", ReadNames.Snake(withheld.Reason)); break;
        }

        json.WriteEndObject();
    }

    private static void WriteMoney(Utf8JsonWriter json, AnswerValue.Money money)
    {
        json.WriteString("status", ReadNames.Snake(money.Status));
        WriteNumber(json, "min", money.Min);
        WriteNumber(json, "max", money.Max);
        json.WriteString("currency", money.Currency);
        json.WriteString("period", money.Period is { } period ? ReadNames.Snake(period) : null);
    }

    private static void WriteTime(Utf8JsonWriter json, AnswerValue.Time time)
    {
        json.WriteString("from", time.From?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        json.WriteString("to", time.To?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        json.WriteString("grain", ReadNames.Snake(time.Grain));
        if (time.Zone is { } zone)
        {
            json.WriteString("zone", zone);
        }

        if (time.Except)
        {
            json.WriteBoolean("except", value: true);
        }
    }

    private static void WriteFrame(Utf8JsonWriter json, AnswerValue.Timeframe frame)
    {
        json.WriteString("class", ReadNames.Snake(frame.Class));
        json.WriteString("from", frame.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("to", frame.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static void WriteNumbers(Utf8JsonWriter json, decimal? min, decimal? max)
    {
        if (min is not null && min == max)
        {
            json.WriteNumber("value", min.Value);
            return;
        }

        WriteNumber(json, "min", min);
        WriteNumber(json, "max", max);
    }

    private static void WriteAuthority(Utf8JsonWriter json, AnswerValue.Authority authority)
    {
        json.WriteString("class", ReadNames.Snake(authority.Class));
        json.WriteStartArray("others");
        foreach (var other in authority.Others)
        {
            json.WriteStringValue(other);
        }

        json.WriteEndArray();
    }

    private static void WriteTitle(Utf8JsonWriter json, AnswerValue.Title title)
    {
        json.WriteString("title", title.Name);
        json.WriteString("level", ReadNames.Level(title.Level));
        json.WriteString("seniority", title.Seniority);
        json.WriteString("department", title.Department);
    }

    private static void WriteNeed(Utf8JsonWriter json, AnswerValue.Need need)
    {
        json.WriteBoolean("present", need.Present);
        json.WriteString("category", need.Category);
        json.WriteString("text", need.Words);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
