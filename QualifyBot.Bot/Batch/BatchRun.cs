using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace QualifyBot.Bot.Batch;

/// <summary>
/// Scores a whole file as a stream: batches of records are scored side by side and written in the order in which they came. At most a few batches
/// are in memory, however long the file is.
/// </summary>
internal sealed class BatchRun(CsvSource source, RowScorer scorer, RowWriter writer, BatchReport report)
{
    private const int RecordsOfBatch = 512;
    private const int BatchesAhead = 4;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private long read;

    /// <summary>Scores all that is left of the source.</summary>
    /// <param name="output">Where scored records go.</param>
    /// <param name="receipts">Where receipts go, or null.</param>
    public async Task RunAsync(Stream output, Stream? receipts)
    {
        var running = new Queue<Task<Batch>>();
        while (NextBatch() is { } records)
        {
            var first = read - records.Count;
            running.Enqueue(Task.Run(() => Score(records, first, receipts is not null)));
            if (running.Count >= BatchesAhead + Environment.ProcessorCount)
            {
                await WriteAsync(await running.Dequeue(), output, receipts);
            }
        }

        while (running.TryDequeue(out var batch))
        {
            await WriteAsync(await batch, output, receipts);
        }
    }

    private List<CsvRecord>? NextBatch()
    {
        List<CsvRecord>? records = null;
        while (records?.Count is null or < RecordsOfBatch && source.Read() is { } record)
        {
            (records ??= new List<CsvRecord>(RecordsOfBatch)).Add(record);
            read++;
        }

        return records;
    }

    private Batch Score(List<CsvRecord> records, long first, bool withReceipts)
    {
        var (text, lines) = (new StringBuilder(), new MemoryStream());
        using var json = new Utf8JsonWriter(lines, Options);
        var tally = new BatchTally(scorer.Map.Columns.Length);
        foreach (var record in records)
        {
            first++;
            if (scorer.Map.ProblemOf(record) is { } problem)
            {
                tally.Damaged.Add((record.Line, problem));
                continue;
            }

            var row = scorer.Score(record.Cells);
            tally.Add(record, row);
            writer.Write(text, record, row);
            if (withReceipts)
            {
                writer.WriteReceipts(json, lines, record, first, row);
            }
        }

        return new Batch(Encoding.UTF8.GetBytes(text.ToString()), lines.ToArray(), tally);
    }

    private async Task WriteAsync(Batch batch, Stream output, Stream? receipts)
    {
        report.Add(batch.Tally);
        await output.WriteAsync(batch.Rows);
        if (receipts is not null)
        {
            await receipts.WriteAsync(batch.Receipts);
        }
    }

    private sealed record Batch(byte[] Rows, byte[] Receipts, BatchTally Tally);
}
