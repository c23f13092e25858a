using System.Collections.Frozen;

namespace QualifyBot.Qualification.Scoring;

/// <summary>Providers where anybody gets an address, so that the domain says nothing about a company.</summary>
internal static class FreeMailDomains
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Domains = new[]
    {
        "126.com", "163.com", "aol.com", "bigpond.com", "bluewin.ch", "btinternet.com", "comcast.net", "duck.com", "fastmail.com", "free.fr",
        "freenet.de", "gmail.com", "gmx.at", "gmx.ch", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hey.com", "hotmail.co.uk", "hotmail.com",
        "hotmail.fr", "icloud.com", "laposte.net", "libero.it", "live.com", "mac.com", "mail.com", "mail.ru", "me.com", "msn.com", "naver.com",
        "orange.fr", "outlook.com", "outlook.de", "pm.me", "proton.me", "protonmail.com", "qq.com", "rediffmail.com", "t-online.de", "tuta.com",
        "tutanota.com", "uol.com.br", "verizon.net", "wanadoo.fr", "web.de", "yahoo.co.in", "yahoo.co.uk", "yahoo.com", "yahoo.de", "yahoo.fr",
        "yandex.com", "yandex.ru", "ymail.com", "zoho.com",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All => Domains.Set;

    /// <summary>Whether the address is of such a provider.</summary>
    public static bool Host(string address) => Domains.Contains(address.AsSpan(address.LastIndexOf('@') + 1).Trim());
}
