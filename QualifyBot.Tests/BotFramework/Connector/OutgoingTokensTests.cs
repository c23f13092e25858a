using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Connector;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.BotFramework.Connector;

public sealed class OutgoingTokensTests : IDisposable
{
    private const string Teams = "https://smba.trafficmanager.net/teams/";

    private readonly FakeCloud _cloud = new();
    private readonly ConnectorHttp _http;

    // The sign-in library reckons by the real clock.
    private readonly TestClock _clock = new(TimeProvider.System.GetUtcNow());

    public OutgoingTokensTests() => _http = new ConnectorHttp(_cloud);

    public void Dispose()
    {
        _http.Dispose();
        _cloud.Dispose();
    }

    [Theory]
    [InlineData(BotAppType.MultiTenant, "botframework.com")]
    [InlineData(BotAppType.SingleTenant, "5f0c9d1e-0000-4000-8000-000000000001")]
    public async Task The_bot_signs_in_once_at_its_tenant_for_all_replies(BotAppType type, string tenant)
    {
        var client = Client(type);
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => SendAsync(client)));

        Assert.All(results, result => Assert.IsType<SendResult.Sent>(result));
        var form = Assert.Single(_cloud.SignIns);
        Assert.StartsWith($"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token ", form, StringComparison.Ordinal);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", form, StringComparison.Ordinal);
        Assert.Contains("grant_type=client_credentials", form, StringComparison.Ordinal);
        Assert.Contains("client_secret=app-secret", form, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Repeat("Bearer token-1", 50), _cloud.Authorizations);
    }

    [Fact]
    public async Task A_token_is_renewed_ahead_of_its_end_while_it_still_serves()
    {
        var client = Client();
        await SendAsync(client);
        _clock.Advance(TimeSpan.FromMinutes(49));
        await SendAsync(client);
        Assert.Single(_cloud.SignIns);

        _clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(client);
        await Eventually.TrueAsync(() => _cloud.SignIns.Count == 2, "a second sign-in");
        Assert.Equal("Bearer token-1", _cloud.Authorizations[^1]);
        await Eventually.TrueAsync(async () => await SendAsync(client) is SendResult.Sent && _cloud.Authorizations[^1] is "Bearer token-2", "the new token in use");
    }

    [Fact]
    public async Task A_token_that_a_channel_does_not_take_is_not_used_again()
    {
        var client = Client();
        _cloud.Channel = HttpStatusCode.Unauthorized;
        Assert.IsType<SendResult.Failed>(await SendAsync(client));
        _cloud.Channel = HttpStatusCode.OK;
        Assert.IsType<SendResult.Sent>(await SendAsync(client));
        Assert.Equal(["Bearer token-1", "Bearer token-2"], _cloud.Authorizations);
    }

    [Fact]
    public async Task A_bot_that_cannot_sign_in_sends_nothing_and_tries_again_with_the_next_reply()
    {
        var client = Client();
        _cloud.SignIn = HttpStatusCode.BadRequest;
        var failed = Assert.IsType<SendResult.Failed>(await SendAsync(client));
        Assert.Contains("Signing in failed", failed.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("app-secret", failed.Reason, StringComparison.Ordinal);
        Assert.Empty(_cloud.Authorizations);

        _cloud.SignIn = HttpStatusCode.OK;
        Assert.Equal(TimeSpan.FromMilliseconds(500), failed.RetryAfter);
        _clock.Advance(failed.RetryAfter!.Value);
        Assert.IsType<SendResult.Sent>(await SendAsync(client));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, 7)]
    [InlineData(HttpStatusCode.BadRequest, null)]
    public async Task A_sign_in_that_fails_is_not_hammered(HttpStatusCode status, int? retryAfter)
    {
        // The sign-in library holds off by itself too, by the real clock and for the whole process; hence an app of its own.
        var client = Client(new BotFrameworkAuthentication { MicrosoftAppId = Guid.NewGuid().ToString(), MicrosoftAppPassword = "app-secret" });
        (_cloud.SignIn, _cloud.RetryAfter) = (status, retryAfter);
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(client)));
        Assert.All(results, result => Assert.IsType<SendResult.Failed>(result));
        var before = _cloud.SignIns.Count;
        await SendAsync(client);
        Assert.Equal(before, _cloud.SignIns.Count);
        if (retryAfter is { } seconds)
        {
            _clock.Advance(TimeSpan.FromSeconds(seconds - 1));
            await SendAsync(client);
            Assert.Equal(before, _cloud.SignIns.Count);
        }
        else
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await SendAsync(client);
            Assert.True(_cloud.SignIns.Count > before);
        }

        Assert.Empty(_cloud.Authorizations);
    }

    [Fact]
    public async Task In_the_governments_cloud_the_bot_signs_in_there()
    {
        var client = Client(new BotFrameworkAuthentication { MicrosoftAppId = "3c1a6f2e-0000-4000-8000-00000000b071", MicrosoftAppPassword = "app-secret", ChannelService = "https://botframework.azure.us/" });
        await SendAsync(client, "https://smba.infra.gov.teams.microsoft.us/gcch/");
        var form = Assert.Single(_cloud.SignIns);
        Assert.StartsWith("https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token ", form, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.us%2F.default", form, StringComparison.Ordinal);
        Assert.Equal("Bearer token-1", Assert.Single(_cloud.Authorizations));
        Assert.IsType<SendResult.Refused>(await SendAsync(client));
    }

    [Fact]
    public async Task A_certificate_signs_in_place_of_a_secret()
    {
        using var folder = new TempFolder();
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(_clock.GetUtcNow().AddDays(-1), _clock.GetUtcNow().AddDays(1));
        await File.WriteAllBytesAsync(folder.File("bot.pfx"), certificate.Export(X509ContentType.Pkcs12, "pass"));
        var settings = new BotFrameworkAuthentication { MicrosoftAppId = "3c1a6f2e-0000-4000-8000-00000000b071", MicrosoftAppCertificate = folder.File("bot.pfx"), MicrosoftAppCertificatePassword = "pass" };
        Assert.Empty(settings.Problems());
        await SendAsync(Client(settings));
        var form = Assert.Single(_cloud.SignIns);
        Assert.Contains("client_assertion=", form, StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_managed_identity_asks_the_machine_it_runs_on()
    {
        var client = Client(BotAppType.UserAssignedMSI);
        Assert.IsType<SendResult.Sent>(await SendAsync(client));
        var call = Assert.Single(_cloud.SignIns);
        Assert.StartsWith("http://169.254.169.254/metadata/identity/oauth2/token", call, StringComparison.Ordinal);
        Assert.Equal("Bearer token-1", Assert.Single(_cloud.Authorizations));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("http://localhost/")]
    public async Task No_token_is_ever_sent_to_a_host_that_is_not_trusted(string serviceUrl)
    {
        Assert.IsType<SendResult.Refused>(await SendAsync(Client(), serviceUrl));
        Assert.Empty(_cloud.SignIns);
        Assert.Empty(_cloud.Authorizations);
    }

    private ConnectorClient Client(BotAppType type = BotAppType.MultiTenant) => Client(new BotFrameworkAuthentication
    {
        MicrosoftAppType = type,
        MicrosoftAppId = "3c1a6f2e-0000-4000-8000-00000000b071",
        MicrosoftAppPassword = "app-secret",
        MicrosoftAppTenantId = "5f0c9d1e-0000-4000-8000-000000000001",
    });

    private ConnectorClient Client(BotFrameworkAuthentication settings)
    {
        return new ConnectorClient(_http, new OutgoingTokens(settings, _http, _clock), new ServiceUrls(settings), _clock);
    }

    private static Task<SendResult> SendAsync(ConnectorClient client, string serviceUrl = Teams) =>
        client.SendAsync(new ReplyAddress(serviceUrl, "c1", null), "{}"u8.ToArray(), CancellationToken.None).AsTask();
}
