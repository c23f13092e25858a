using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using QualifyBot.Bot.Turns;

namespace QualifyBot.Tests.Support;

/// <summary>Somebody who talks through the messages endpoint, as the Emulator does.</summary>
internal sealed class Visitor(FakeChannel channel, HttpClient host, string? conversation = null)
{
    private int said;

    /// <summary>Where the next activity is posted.</summary>
    public HttpClient Host { get; set; } = host;

    public string Conversation { get; } = conversation ?? Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    public ConversationKey Key => new("emulator", Conversation);

    public int Replies => channel.Taken(Conversation).Count;

    /// <summary>An activity of this visitor, with an id of its own.</summary>
    public JsonObject Activity(string type) => new()
    {
        ["type"] = type,
        ["id"] = $"{Conversation}-{++said}",
        ["channelId"] = "emulator",
        ["serviceUrl"] = channel.Url,
        ["from"] = new JsonObject { ["id"] = "visitor", ["name"] = "Visitor", ["role"] = "user" },
        ["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "Bot", ["role"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = Conversation },
        ["localTimezone"] = "Europe/Berlin",
    };

    public JsonObject Message(string text, string? playbook = null)
    {
        var message = Activity("message");
        message["text"] = text;
        if (playbook is not null)
        {
            message["channelData"] = new JsonObject { ["playbook"] = playbook };
        }

        return message;
    }

    public JsonObject Joins(string? playbook = null)
    {
        var update = Activity("conversationUpdate");
        update["channelData"] = playbook is null ? null : new JsonObject { ["playbook"] = playbook };
        update["membersAdded"] = new JsonArray(update["recipient"]!.DeepClone(), update["from"]!.DeepClone());
        return update;
    }

    public async Task<HttpStatusCode> PostAsync(JsonNode activity)
    {
        using var response = await SendAsync(activity.ToJsonString());
        return response.StatusCode;
    }

    /// <summary>Posts an activity whose replies come in the answer.</summary>
    public async Task<JsonArray> ExpectRepliesAsync(JsonNode activity)
    {
        var expecting = activity.DeepClone();
        expecting["deliveryMode"] = "expectReplies";
        using var response = await SendAsync(expecting.ToJsonString());
        return JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["activities"]!.AsArray();
    }

    public Task<HttpResponseMessage> SendAsync(string body, string contentType = "application/json") =>
        Host.PostAsync("/api/messages", new StringContent(body, Encoding.UTF8, contentType));

    public async Task<Reply> SayAsync(string text, string? playbook = null)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Message(text, playbook)));
        return await NextAsync();
    }

    public async Task<Reply> JoinAsync(string? playbook = null)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Joins(playbook)));
        return await NextAsync();
    }

    /// <summary>Says all of it, one after the other; the last reply.</summary>
    public async Task<Reply> SayAllAsync(params string[] texts)
    {
        Reply? last = null;
        foreach (var text in texts)
        {
            last = await SayAsync(text);
        }

        return last!;
    }

    /// <summary>The next reply; waits for it.</summary>
    public Task<Reply> NextAsync() => channel.NextAsync(Conversation);
}
