using System.Globalization;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Where a page comes from: scheme, host and port, in the form in which browsers name it in the header Origin.</summary>
internal static class PageOrigin
{
    private const int Longest = 200;

    /// <summary>An origin that a person wrote, as a browser would write it; null if it is none of http or https.</summary>
    internal static string? Read(string? text)
    {
        if (text is null or { Length: > Longest } || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || !IsBare(uri))
        {
            return null;
        }

        var host = uri.HostNameType is UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        return string.Create(CultureInfo.InvariantCulture, $"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}");
    }

    private static bool IsBare(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6
        && uri is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" };
}
