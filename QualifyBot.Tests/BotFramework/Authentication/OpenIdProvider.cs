using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QualifyBot.Tests.BotFramework.Authentication;

/// <summary>An issuer of tokens on this machine, with real keys: it publishes those it is told to, and signs whatever it is told to.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OpenIdProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapGet("/metadata", () => Down
            ? Results.StatusCode(500)
            : Results.Text(new JsonObject { ["issuer"] = "https://issuer.example", ["jwks_uri"] = Address + "keys" }.ToJsonString(), "application/json"));
        _app.MapGet("/keys", () =>
        {
            Fetches++;
            return Results.Text(new JsonObject { ["keys"] = new JsonArray([.. Published.Select(key => (JsonNode)key.ToJson(endorsed: !Bare))]) }.ToJsonString(), "application/json");
        });
    }

    public Uri Address => new(_app.Urls.Single());

    public string Metadata => Address + "metadata";

    public List<TestKey> Published { get; } = [TestKey.First];

    public bool Down { get; set; }

    /// <summary>Whether the keys are published without endorsements.</summary>
    public bool Bare { get; set; }

    public int Fetches { get; private set; }

    public static async Task<OpenIdProvider> StartAsync()
    {
        var provider = new OpenIdProvider();
        await provider._app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>A signing key, made once for all tests.</summary>
internal sealed class TestKey(string id)
{
    private readonly RSA _rsa = RSA.Create(2048);

    public static TestKey First { get; } = new("key-1");

    public static TestKey Second { get; } = new("key-2");

    public string Id => id;

    public JsonObject ToJson(bool endorsed)
    {
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        var json = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
        if (endorsed)
        {
            json["endorsements"] = new JsonArray("msteams", "webchat");
        }

        return json;
    }

    /// <summary>A token, signed as its header says, if it says one of RS256, RS384 and RS512.</summary>
    public string Sign(JsonObject header, JsonObject claims)
    {
        var signed = Encode(header.ToJsonString()) + "." + Encode(claims.ToJsonString());
        var hash = (string?)header["alg"] switch
        {
            "RS384" => HashAlgorithmName.SHA384,
            "RS512" => HashAlgorithmName.SHA512,
            _ => HashAlgorithmName.SHA256,
        };
        return signed + "." + Base64Url.EncodeToString(_rsa.SignData(Encoding.ASCII.GetBytes(signed), hash, RSASignaturePadding.Pkcs1));
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
