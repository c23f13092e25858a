using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace QualifyBot.Tests.BotFramework.Authentication;

public sealed class SignatureTests : TokenTests
{
    public static TheoryData<string?> Malformed() =>
    [
        null, "", "Bearer", "Bearer ", "Basic dTpw", "Bearer x", "Bearer a.b", "Bearer a.b.c", "Bearer ..", "Bearer  ", "Bearer {}",
        "Bearer eyJhbGciOiJub25lIn0.e30.", "Bearer e30.e30.e30", "Bearer bnVsbA.bnVsbA.bnVsbA", "Bearer W10.W10.W10", "Bearer %.%.%",
        "Bearer " + new string('a', 20_000), "Bearer a.b.c d.e.f", "Bearer a.b.c.d.e",
    ];

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task What_is_no_token_is_refused_with_401(string? authorization)
    {
        using var response = await Host.PostAsync(Teams, authorization);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Empty(Host.Received);
    }

    [Fact]
    public async Task Signatures_that_are_none_or_of_another_key_are_refused()
    {
        var good = Channel()["Bearer ".Length..].Split('.');
        var hmac = Encode(new JsonObject { ["alg"] = "HS256", ["kid"] = TestKey.First.Id }) + "." + good[1];
        await AssertRefusedAsync($"Bearer {good[0]}.{good[1]}.", 401);
        await AssertRefusedAsync($"Bearer {good[0]}.{good[1]}.{good[2][..^4]}AAAA", 401);
        await AssertRefusedAsync($"Bearer {good[0]}.{Encode(OwnAppClaims())}.{good[2]}", 401);
        await AssertRefusedAsync($"Bearer {Encode(new JsonObject { ["alg"] = "none", ["kid"] = TestKey.First.Id })}.{good[1]}.", 401);
        await AssertRefusedAsync($"Bearer {hmac}.{Base64Url.EncodeToString(HMACSHA256.HashData("key-1"u8, Encoding.ASCII.GetBytes(hmac)))}", 401);
        await AssertRefusedAsync("Bearer " + TestKey.Second.Sign(Header(), ChannelClaims()), 401);
        await AssertRefusedAsync(Channel(header: ("kid", null)), 401);
        await AssertRefusedAsync(Channel(header: ("kid", "unknown")), 401);
        await AssertRefusedAsync(Channel(header: ("alg", "PS256")), 401);
    }

    [Fact]
    public async Task A_mutated_token_never_gets_in_and_never_breaks_theHost()
    {
        var random = new Random(6);
        var good = Channel();
        for (var i = 0; i < 1000; i++)
        {
            var chars = good.ToCharArray();
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next("Bearer ".Length, chars.Length - 1);
                chars[at] = (char)(chars[at] == 'A' ? random.Next('B', 'Z') : random.Next(0x21, 0x7E));
            }

            var mutated = new string(chars);
            if (!string.Equals(mutated, good, StringComparison.Ordinal))
            {
                using var response = await Host.PostAsync(Teams, mutated);
                Assert.True(response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{response.StatusCode} for {mutated}");
            }
        }

        Assert.Empty(Host.Received);
    }
}
