using System.Text.Json;
using QualifyBot.Bot.Extraction;

namespace QualifyBot.Tests.Extraction;

/// <summary>What leaves the house, as it stands on the wire of the providers' own clients.</summary>
public sealed class WhatIsSentTests
{
    private const string Text = "Our people lose whole days whenever somebody joins";

    private const string Document =
        """{"question":"What about need?","slots":[{"id":"need","type":"need"},{"id":"timeline","type":"timeframe"},{"id":"authority","type":"authority"},"""
        + """{"id":"title","type":"title"},{"id":"budget","type":"money"},{"id":"headcount","type":"headcount"},{"id":"company","type":"company"},"""
        + """{"id":"email","type":"email"},{"id":"person","type":"person"},{"id":"urgent","type":"yes_no"},{"id":"industry","type":"text"}],"""
        + "\"message\":\"Our people lose whole days whenever somebody joins\"}";

    [Fact]
    public async Task OpenAIs_wire_carries_a_strict_schema_temperature_0_and_nothing_but_question_slots_and_message()
    {
        var request = await RequestAsync(ModelProvider.OpenAI);
        Assert.Equal("/v1/chat/completions", request.Path);
        Assert.Equal("Bearer test-key", request.Headers["Authorization"]);
        Assert.Equal("test-model", request.Json.GetProperty("model").GetString());
        Assert.Equal(0, request.Json.GetProperty("temperature").GetDouble());
        var schema = request.Json.GetProperty("response_format").GetProperty("json_schema");
        Assert.True(schema.GetProperty("strict").GetBoolean());
        AssertSchema(schema.GetProperty("schema"));
        var messages = request.Json.GetProperty("messages");
        Assert.Equal(["system", "user"], messages.EnumerateArray().Select(message => message.GetProperty("role").GetString()));
        AssertDocument(messages[1].GetProperty("content").GetString()!);
        Assert.DoesNotContain("test-key", request.Body, StringComparison.Ordinal);
    }

    /// <summary>But for the temperature: Anthropic's package has none to send.</summary>
    [Fact]
    public async Task Anthropics_wire_carries_the_same()
    {
        var request = await RequestAsync(ModelProvider.Anthropic);
        Assert.Equal("/v1/messages", request.Path);
        Assert.Equal("Bearer test-key", request.Headers["Authorization"]);
        Assert.Equal("test-model", request.Json.GetProperty("model").GetString());
        Assert.Equal(
            ["max_tokens", "messages", "model", "output_config", "system"],
            request.Json.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        AssertSchema(request.Json.GetProperty("output_config").GetProperty("format").GetProperty("schema"));
        var content = Assert.Single(request.Json.GetProperty("messages").EnumerateArray()).GetProperty("content");
        AssertDocument(content.ValueKind is JsonValueKind.String ? content.GetString()! : content[0].GetProperty("text").GetString()!);
        Assert.DoesNotContain("test-key", request.Body, StringComparison.Ordinal);
    }

    private static async Task<ModelRequest> RequestAsync(ModelProvider provider)
    {
        await using var server = await ModelServer.StartAsync();
        using var readers = new Readers(server.Options(provider));
        await readers.ReadAsync(Text, "need");
        return Assert.Single(server.Requests);
    }

    private static void AssertSchema(JsonElement schema)
    {
        Assert.Equal("object", schema.GetProperty("type").GetString());
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        var entries = schema.GetProperty("properties").GetProperty("answers").GetProperty("items").GetProperty("anyOf").EnumerateArray().ToArray();
        var slots = entries.SelectMany(entry => entry.GetProperty("properties").GetProperty("slot").GetProperty("enum").EnumerateArray().Select(id => id.GetString()!));
        Assert.Equal(Readers.Slots.Select(slot => slot.Id).Order(StringComparer.Ordinal), slots.Order(StringComparer.Ordinal));
        Assert.All(entries, entry => Assert.False(entry.GetProperty("additionalProperties").GetBoolean()));
        Assert.All(entries, entry => Assert.Equal(entry.GetProperty("properties").EnumerateObject().Count(), entry.GetProperty("required").GetArrayLength()));
        var need = entries.Single(entry => entry.GetProperty("properties").GetProperty("slot").GetProperty("enum")[0].GetString() == "need");
        Assert.Equal(["onboarding", "manual_work", "other", "no_need"], need.GetProperty("properties").GetProperty("value").GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
    }

    private static void AssertDocument(string document)
    {
        var sent = JsonElement.Parse(document);
        Assert.Equal(["question", "slots", "message"], sent.EnumerateObject().Select(property => property.Name));
        Assert.Equal(Document, document);
        Assert.Equal("What about need?", sent.GetProperty("question").GetString());
        Assert.Equal(Text, sent.GetProperty("message").GetString());
        Assert.All(sent.GetProperty("slots").EnumerateArray(), slot => Assert.Equal(["id", "type"], slot.EnumerateObject().Select(property => property.Name)));
    }
}
