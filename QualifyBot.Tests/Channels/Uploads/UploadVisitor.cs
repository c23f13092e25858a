using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.Channels.Uploads;

/// <summary>Somebody who sends files by Direct Line, to any of the hosts.</summary>
internal sealed class UploadVisitor
{
    private readonly JsonNode start;

    private UploadVisitor(JsonNode start) => this.start = start;

    public string Token => (string)start["token"]!;

    /// <summary>The token in the address of the stream.</summary>
    public string Stream => ((string)start["streamUrl"]!)[(((string)start["streamUrl"]!).IndexOf("&t=", StringComparison.Ordinal) + 3)..];

    public ConversationKey Key => new(ChannelIds.Directline, (string)start["conversationId"]!);

    public string Path => $"/v3/directline/conversations/{start["conversationId"]}";

    public static async Task<UploadVisitor> StartAsync(HttpClient host)
    {
        using var response = await host.PostAsync("/v3/directline/conversations", null);
        return new(JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!);
    }

    /// <summary>Sends a form; the status and what was answered.</summary>
    public async Task<(int Status, JsonNode Body)> SendAsync(HttpClient host, HttpContent form, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path + "/upload?userId=dl_anna") { Content = form };
        using var response = await CallAsync(host, request, token);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>Everything that the visitor's page would show.</summary>
    public async Task<JsonArray> ShownAsync(HttpClient host)
    {
        using var response = await CallAsync(host, new HttpRequestMessage(HttpMethod.Get, Path + "/activities?watermark=0"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["activities"]!.AsArray();
    }

    /// <summary>The files that the page would show: the attachments of what the visitor sent.</summary>
    public async Task<JsonNode[]> FilesAsync(HttpClient host) =>
        [.. (await ShownAsync(host)).Where(activity => (string?)activity!["from"]!["role"] == "user").SelectMany(activity => activity!["attachments"]?.AsArray() ?? []).Select(file => file!)];

    public async Task<HttpStatusCode> SayAsync(HttpClient host, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path + "/activities")
        {
            Content = new StringContent(new JsonObject { ["type"] = "message", ["text"] = text }.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        using var response = await CallAsync(host, request);
        return response.StatusCode;
    }

    /// <summary>All that is stored of the conversation and could change with a call.</summary>
    public async Task<string> PrintAsync(IStore store)
    {
        var documents = await store.GetAsync([new(Key.Partition, Key.State), new(Key.Partition, Key.Lead)], default);
        var log = await store.ReadAsync(new StoreKey(Key.Partition, Key.Log), 0, 1000, default);
        return string.Join('\n', documents.Select(document => document is null ? "-" : $"{document.Version} {Encoding.UTF8.GetString(document.Data.Span)}")
            .Concat(log.Select(entry => Encoding.UTF8.GetString(entry.Data.Span))));
    }

    private Task<HttpResponseMessage> CallAsync(HttpClient host, HttpRequestMessage request, string? token = null)
    {
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + (token ?? Token));
        return host.SendAsync(request);
    }
}
