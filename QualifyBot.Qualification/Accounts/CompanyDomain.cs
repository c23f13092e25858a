using System.Globalization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Accounts;

/// <summary>
/// The domain by which leads of one company are known: the part of their e-mail address that somebody registered, so that mail.acme.example and
/// acme.example are one. Below endings under which strangers register, such as co.uk, one label more belongs to it.
/// </summary>
public static class CompanyDomain
{
    private const int LongestDomain = 253;
    private const int LongestLabel = 63;

    /// <summary>The address in a lead's first e-mail slot that has one, or null.</summary>
    public static string? AddressOf(Lead lead, Playbook playbook)
    {
        var facts = new Facts(lead, playbook, default);
        foreach (var slot in playbook.Slots)
        {
            if (slot.Type == SlotType.Email && facts.ValueOf(slot.Id) is AnswerValue.Text(var address))
            {
                return address.Trim();
            }
        }

        return null;
    }

    /// <summary>The company's domain behind an e-mail address, in lower case and as DNS writes it; null where it is of no company.</summary>
    public static string? OfAddress(string address)
    {
        var at = address.LastIndexOf('@');
        return at > 0 && Registered(address[(at + 1)..].Trim()) is { } domain && !FreeMailDomains.Host(domain) && !SharedDomains.IsFreeMail(domain) ? domain : null;
    }

    /// <summary>The registered part of a host name, in lower case and as DNS writes it; null where the text is no name of a registered host.</summary>
    public static string? Registered(string host)
    {
        if (Ascii(host) is not { } name)
        {
            return null;
        }

        var labels = name.Split('.');
        if (labels.Length < 2 || !labels.All(IsLabel) || labels[^1].All(char.IsAsciiDigit))
        {
            return null;
        }

        var ending = SharedDomains.EndingOf(labels);
        return ending < labels.Length ? string.Join('.', labels[^(ending + 1)..]) : null;
    }

    private static string? Ascii(string host)
    {
        var name = host.EndsWith('.') ? host[..^1] : host;
        if (name.Length is 0 or > LongestDomain)
        {
            return null;
        }

        try
        {
            return (Array.TrueForAll(name.ToCharArray(), char.IsAscii) ? name : new IdnMapping().GetAscii(name)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
