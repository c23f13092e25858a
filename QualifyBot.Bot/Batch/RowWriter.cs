using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Batch;

/// <summary>Writes scored rows: the record as it came and our columns behind it, and receipts as JSON lines.</summary>
internal sealed class RowWriter(char delimiter, ColumnMap map)
{
    private static readonly ImmutableArray<string> Names = ["score", "fit", "intent", "grade", "stage", "temperature", "outcome", "reason", "settled", "next_question", "hash"];

    /// <summary>The header: the file's own, and ours, under other names where the file has one of them already.</summary>
    public string Header(string raw)
    {
        var prefix = Names.Any(name => map.Headers.Contains(name, StringComparer.OrdinalIgnoreCase)) ? "qualify_" : "";
        return $"{raw}{delimiter}{string.Join(delimiter, Names.Select(name => prefix + name))}";
    }

    /// <summary>A scored record. What we add are numbers and ids: none needs quotes or begins with a sign that a spreadsheet would run, save the minus of a number.</summary>
    public void Write(StringBuilder text, CsvRecord record, ScoredRow row)
    {
        var (decision, score) = (row.Decision, row.Decision.Score);
        text.Append(record.Raw).Append(delimiter)
            .Append(CultureInfo.InvariantCulture, $"{score.Total}{delimiter}{score.Fit}{delimiter}{score.Intent}{delimiter}")
            .Append(Snake.Of(score.Grade)).Append(delimiter).Append(Snake.Of(decision.Stage)).Append(delimiter).Append(Snake.Of(score.Temperature)).Append(delimiter)
            .Append(Snake.Of(decision.Outcome)).Append(delimiter).Append(decision.Reason).Append(delimiter)
            .Append(row.Next is null ? "yes" : "no").Append(delimiter).Append(row.Next?.Id).Append(delimiter).Append(decision.Hash).Append('\n');
    }

    /// <summary>The receipts of a record, one line each.</summary>
    public void WriteReceipts(Utf8JsonWriter json, Stream lines, CsvRecord record, long number, ScoredRow row)
    {
        foreach (var receipt in row.Decision.Score.Receipts)
        {
            json.WriteStartObject();
            json.WriteNumber("row", number);
            json.WriteNumber("line", record.Line);
            json.WriteString("id", map.Id is { } id ? record.Cells[id] : number.ToString(CultureInfo.InvariantCulture));
            json.WriteString("rule", receipt.Rule);
            json.WriteString("axis", Snake.Of(receipt.Axis));
            json.WriteNumber("points", receipt.Points);
            WriteCitations(json, receipt);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            lines.WriteByte((byte)'\n');
        }
    }

    private static void WriteCitations(Utf8JsonWriter json, Receipt receipt)
    {
        json.WriteStartArray("cells");
        foreach (var citation in receipt.Citations)
        {
            json.WriteStartObject();
            switch (citation)
            {
                case Citation.Words(_, Evidence words, _, _):
                    json.WriteString("column", words.MessageId);
                    json.WriteNumber("start", words.Start);
                    json.WriteNumber("length", words.Length);
                    json.WriteString("quote", words.Quote);
                    break;
                case Citation.Happened({ } signal):
                    json.WriteString("column", signal.Source);
                    json.WriteString("signal", signal.Kind);
                    json.WriteString("on", signal.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    break;
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
