using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace QualifyBot.Tests.Support;

/// <summary>Signs visitors as a site's own server does.</summary>
internal static class Tokens
{
    public static string Sign(string key, string claims, string? header = null)
    {
        var text = $"{Encode(header ?? """{"alg":"HS256","typ":"JWT"}""")}.{Encode(claims)}";
        return $"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)))}";
    }

    public static string Unsigned(string claims) => $"{Encode("""{"alg":"none"}""")}.{Encode(claims)}.";

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
