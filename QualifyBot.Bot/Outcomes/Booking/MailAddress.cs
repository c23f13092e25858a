using System.Buffers;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>Mail addresses as they may stand in a calendar entry.</summary>
internal static class MailAddress
{
    // The characters that RFC 5322 allows unquoted in the part before the @, and a dot.
    private static readonly SearchValues<char> LocalPart =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~.");

    /// <summary>Whether a text is one address in ASCII, without quotes, comments or a display name.</summary>
    public static bool IsPlain(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && text.Length <= 254 && !text.AsSpan(0, at).ContainsAnyExcept(LocalPart)
            && Uri.CheckHostName(text[(at + 1)..]) is UriHostNameType.Dns;
    }

    /// <summary>The address as a URI (RFC 6068); all that could mean something else there is percent-encoded.</summary>
    public static string ToUri(string address)
    {
        var at = address.LastIndexOf('@');
        return $"mailto:{Uri.EscapeDataString(address[..at])}@{Uri.EscapeDataString(address[(at + 1)..])}";
    }
}
