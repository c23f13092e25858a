using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.Benchmarks.Compare;

namespace QualifyBot.Benchmarks.Reading;

/// <summary>Six models of Recognizers-Text (number, currency, date and time, phone, e-mail, boolean) in Node.js, one after the other on each message.</summary>
internal static class PeerReader
{
    /// <exception cref="UsageException">node is missing, or the peer failed.</exception>
    public static async Task<ReadingRate> MeasureAsync(string[] messages, TimeSpan budget, CancellationToken cancellation)
    {
        var seconds = budget.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var node = new ProcessStartInfo("node", ["reader.js", seconds]) { WorkingDirectory = Peers.FolderOf(Peers.Reader) };
        var answer = JsonNode.Parse(await ChildProcess.AnswerAsync(node, JsonSerializer.Serialize(messages), cancellation))!;
        return new ReadingRate(answer["read"]!.GetValue<double>() / answer["seconds"]!.GetValue<double>(), double.NaN);
    }
}
