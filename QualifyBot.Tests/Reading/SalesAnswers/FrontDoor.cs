using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.Bot.Commands;

namespace QualifyBot.Tests.Reading.SalesAnswers;

/// <summary>Sends messages of a table through "read --explain", as a caller of the command would.</summary>
internal static class FrontDoor
{
    /// <summary>What is read in each message, in order.</summary>
    public static ImmutableArray<JsonElement> Read(SalesTable table, IEnumerable<(SalesRow Row, string Message)> messages)
    {
        using var input = new StringReader(string.Join('\n', messages.Select(said => Request(table, said.Row, said.Message).ToJsonString())));
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.True(ReadCommand.Run(input, output, errors, explain: true) == 0, errors.ToString());
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    private static JsonObject Request(SalesTable table, SalesRow row, string message)
    {
        var request = new JsonObject
        {
            ["id"] = row.Place,
            ["input"] = message,
            ["lang"] = table.Language,
            ["reference_time"] = table.Now.ToString("s", CultureInfo.InvariantCulture),
            ["requested"] = new JsonArray([.. row.Asked.Select(static slot => (JsonNode)slot)]),
            ["needs"] = new JsonObject(table.Needs.Select(static need => KeyValuePair.Create(need.Id, (JsonNode?)new JsonArray([.. need.Words.Select(static word => (JsonNode)word)])))),
        };
        if (row.Question is not null)
        {
            request["question"] = row.Question;
        }

        return request;
    }
}
