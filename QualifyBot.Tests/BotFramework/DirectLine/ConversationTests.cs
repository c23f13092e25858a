using System.Buffers.Text;
using System.Text.Json.Nodes;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.BotFramework.DirectLine;

public sealed class ConversationTests
{
    [Fact]
    public async Task A_visitor_starts_a_conversation_and_the_bot_learns_who_is_there()
    {
        await using var host = await DirectLineHost.StartAsync();

        var (status, body, _) = await host.CallAsync("POST", "conversations", "undefined", """{"user":{"id":"admin","name":"Ann"},"locale":"de-DE"}""");

        Assert.Equal((201, 1800), (status, (int)body["expires_in"]!));
        var update = Assert.Single(host.Conversations.Started);
        Assert.Equal((ActivityTypes.ConversationUpdate, "directline", "de-DE", (string)body["conversationId"]!), (update.Type, update.ChannelId, update.Locale, update.Conversation!.Id));
        Assert.Equal(["bot", "user"], update.MembersAdded!.Select(member => member.Role));
        Assert.Equal("Ann", update.MembersAdded![1].Name);
        Assert.Matches("^dl_[A-Za-z0-9_-]{22}$", update.From!.Id!);
        Assert.Matches("^[A-Za-z0-9_-]{22}$", (string)body["conversationId"]!);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("\ufeff{}")]
    [InlineData("null")]
    [InlineData("""{"user":{}}""")]
    [InlineData("""{"User":{"Id":"x"},"TrustedOrigins":["https://a.example"]}""")]
    public async Task All_that_a_client_says_of_its_user_may_be_left_out(string? body)
    {
        await using var host = await DirectLineHost.StartAsync();
        Assert.Equal(201, (await host.CallAsync("POST", "conversations", body: body)).Status);
        Assert.Equal(200, (await host.CallAsync("POST", "tokens/generate", body: body)).Status);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"user":"x"}""")]
    [InlineData("""{"user":{"name":5}}""")]
    [InlineData("""{"locale":"a-language-tag-that-is-far-too-long-to-be-one"}""")]
    public async Task A_start_that_is_no_good_is_refused_with_a_reason(string body)
    {
        await using var host = await DirectLineHost.StartAsync();
        Assert.Equal(400, (await host.CallAsync("POST", "conversations", body: body)).Status);
        Assert.Empty(host.Conversations.Started);
    }

    [Theory]
    [InlineData("tokens/generate")]
    [InlineData("conversations")]
    public async Task A_start_that_is_no_text_is_refused(string path)
    {
        await using var host = await DirectLineHost.StartAsync();
        byte[] body = [.. """{"channelData":{"playbook":"c"""u8, 0x8B, .. """p"}}"""u8];
        var refused = await host.CallAsync("POST", path, change: request => request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } });
        Assert.Equal((400, "BadSyntax"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task The_same_token_opens_the_same_conversation_again()
    {
        await using var host = await DirectLineHost.StartAsync();
        var token = (await host.CallAsync("POST", "tokens/generate")).Body;
        Assert.Empty(host.Conversations.Started);

        var first = await host.CallAsync("POST", "conversations", (string)token["token"]!);
        var second = await host.CallAsync("POST", "conversations", (string)token["token"]!);

        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal([(string)token["conversationId"]!, (string)token["conversationId"]!], [(string)first.Body["conversationId"]!, (string)second.Body["conversationId"]!]);
        Assert.Single(host.Conversations.Started);
    }

    [Fact]
    public async Task A_site_with_the_secret_makes_tokens_for_users_it_knows()
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:Secret", "s3cret"));
        var token = (string)(await host.CallAsync("POST", "tokens/generate", "s3cret", """{"User":{"Id":"dl_ann"}}""")).Body["token"]!;

        Assert.Equal(201, (await host.CallAsync("POST", "conversations", token)).Status);
        Assert.Equal("dl_ann", Assert.Single(host.Conversations.Started).From!.Id);
        Assert.Equal("dl_ann", (string)JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!["user"]!);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("undefined")]
    public async Task With_a_secret_set_nobody_else_makes_tokens(string? secret)
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:Secret", "s3cret"));
        Assert.Equal(403, (await host.CallAsync("POST", "tokens/generate", secret)).Status);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("dl_site")]
    public async Task User_ids_must_fit_into_addresses(string id)
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:Secret", "s3cret"));
        Assert.Equal(400, (await host.CallAsync("POST", "tokens/generate", "s3cret", $$$"""{"user":{"id":"{{{id}}}"}}""")).Status);
    }

    [Fact]
    public async Task Visitors_without_a_token_can_be_kept_out()
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:Anonymous", "false"));
        Assert.Equal(403, (await host.CallAsync("POST", "conversations")).Status);
        Assert.Equal(403, (await host.CallAsync("POST", "tokens/generate")).Status);
    }

    [Fact]
    public async Task A_token_is_renewed_while_it_lives_and_refused_with_403_afterwards()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.BeginAsync();

        host.Clock.Advance(TimeSpan.FromMinutes(29));
        var renewed = await host.CallAsync("POST", "tokens/refresh", token);
        Assert.Equal((200, id), (renewed.Status, (string)renewed.Body["conversationId"]!));

        host.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((403, "TokenExpired"), await host.CallAsync("POST", "tokens/refresh", token) is var expired ? (expired.Status, expired.Code) : default);
        Assert.Equal(200, (await host.CallAsync("GET", $"conversations/{id}", (string)renewed.Body["token"]!)).Status);
    }

    [Fact]
    public async Task A_token_opens_nothing_but_its_own_conversation()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (mine, token, stream) = await host.BeginAsync();
        var (other, _, _) = await host.BeginAsync();
        var streamToken = stream.Query.Split("t=")[1];
        foreach (var (method, path, bearer) in new[]
        {
            ("GET", $"conversations/{other}", token), ("GET", $"conversations/{other}/activities", token), ("POST", $"conversations/{other}/activities", token),
            ("GET", $"conversations/{other}/stream?t={streamToken}", null), ("GET", $"conversations/{mine}/stream?t={token}", null),
            ("GET", $"conversations/{mine}/stream", token), ("GET", $"conversations/{mine}/activities", streamToken), ("POST", "tokens/refresh", streamToken),
            ("GET", $"conversations/{mine}/activities", null), ("GET", $"conversations/{mine}/activities", "undefined"), ("POST", "tokens/refresh", null),
        })
        {
            Assert.Equal((403, path), ((await host.CallAsync(method, path, bearer, method is "POST" ? """{"type":"message"}""" : null)).Status, path));
        }
    }

    [Fact]
    public async Task A_forged_token_opens_nothing()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.BeginAsync();
        var random = new Random(33);
        for (var i = 0; i < 500; i++)
        {
            var chars = token.ToCharArray();
            var at = random.Next(chars.Length - 1);
            chars[at] = (char)random.Next(0x21, 0x7E);
            var forged = new string(chars);
            Assert.Equal(forged == token ? 200 : 403, (await host.CallAsync("GET", $"conversations/{id}/activities", forged)).Status);
        }
    }

    [Fact]
    public async Task A_conversation_that_was_forgotten_is_not_found()
    {
        await using var host = await DirectLineHost.StartAsync();
        var token = (await host.CallAsync("POST", "tokens/generate")).Body;
        var path = $"conversations/{token["conversationId"]}";
        foreach (var (method, address) in new[] { ("GET", path), ("GET", path + "/activities"), ("POST", path + "/activities") })
        {
            Assert.Equal(404, (await host.CallAsync(method, address, (string)token["token"]!, method is "POST" ? """{"type":"message"}""" : null)).Status);
        }
    }

    [Fact]
    public async Task A_store_that_is_down_is_a_503()
    {
        await using var host = await DirectLineHost.StartAsync();
        host.Conversations.Down = true;
        var (status, _, response) = await host.CallAsync("POST", "conversations");
        Assert.Equal((503, "1"), (status, response.Headers.RetryAfter!.ToString()));
    }
}
