using System.Net;
using System.Text;

namespace QualifyBot.Tests.BotFramework.Connector;

/// <summary>Sign-in and Teams; any other host fails the test.</summary>
internal sealed class FakeCloud : HttpMessageHandler
{
    private readonly Lock _gate = new();

    public List<string> SignIns { get; } = [];

    public List<string?> Authorizations { get; } = [];

    public HttpStatusCode SignIn { get; set; } = HttpStatusCode.OK;

    public int? RetryAfter { get; set; }

    public HttpStatusCode Channel { get; set; } = HttpStatusCode.OK;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        lock (_gate)
        {
            if (request.RequestUri!.Host is "login.microsoftonline.com" or "login.microsoftonline.us" or "169.254.169.254")
            {
                SignIns.Add($"{request.RequestUri.GetLeftPart(UriPartial.Path)} {body}");
                var answer = Json(SignIn, SignIn == HttpStatusCode.OK
                    ? $$"""{"token_type":"Bearer","expires_in":3600,"access_token":"token-{{SignIns.Count}}"}"""
                    : """{"error":"invalid_client","error_description":"The secret is wrong."}""");
                answer.Headers.RetryAfter = RetryAfter is { } seconds ? new(TimeSpan.FromSeconds(seconds)) : null;
                return answer;
            }

            Assert.True(request.RequestUri.Host is "smba.trafficmanager.net" or "smba.infra.gov.teams.microsoft.us", request.RequestUri.Host);
            Authorizations.Add(request.Headers.Authorization?.ToString());
            return Json(Channel, """{"id":"r1"}""");
        }
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
