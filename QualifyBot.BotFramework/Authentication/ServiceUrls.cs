using System.Diagnostics.CodeAnalysis;

namespace QualifyBot.BotFramework.Authentication;

/// <summary>Which serviceUrls replies, and with them the bot's tokens, may go to.</summary>
public sealed class ServiceUrls(BotFrameworkAuthentication settings)
{
    private const int Longest = 2048;

    /// <summary>Why nothing may be sent to <paramref name="serviceUrl"/>; null = something may.</summary>
    public ProtocolError? Refuse(string? serviceUrl)
    {
        if (!TryParse(serviceUrl, out var url))
        {
            return ProtocolError.BadRequest("serviceUrl must be an absolute http or https URL without user name, query or fragment, such as https://smba.trafficmanager.net/teams/.");
        }

        if (!settings.HasAppId)
        {
            return LoopbackCaller.IsLoopbackHost(url.Host)
                ? null
                : ProtocolError.Forbidden("Without an app id the bot answers on this machine only, so serviceUrl must be on localhost, 127.0.0.1 or [::1]. For a channel set MicrosoftAppId and MicrosoftAppPassword.");
        }

        return IsAllowed(url)
            ? null
            : ProtocolError.Forbidden("serviceUrl is not on a host this bot trusts, or not https: add the host to the setting ServiceUrlHosts if it should be.");
    }

    /// <summary>Reads a serviceUrl; false if it is none.</summary>
    internal static bool TryParse(string? serviceUrl, [NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(serviceUrl is { Length: <= Longest } ? serviceUrl : null, UriKind.Absolute, out url)
        && url.Scheme is "https" or "http"
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0 && url.Host.Length > 0;

    private bool IsAllowed(Uri url) =>
        (url.Scheme is "https" || LoopbackCaller.IsLoopbackHost(url.Host))
        && settings.ServiceUrlHosts.Any(host => IsUnder(url.IdnHost, host));

    private static bool IsUnder(string host, string parent) =>
        string.Equals(host, parent, StringComparison.OrdinalIgnoreCase)
        || (host.Length > parent.Length && host[^(parent.Length + 1)] == '.' && host.EndsWith(parent, StringComparison.OrdinalIgnoreCase));
}
