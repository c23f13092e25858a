using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>A demo that a lead holds; it is stored with the lead, and only then does a claim of its slot last.</summary>
public sealed record DemoBooking
{
    /// <summary>What was booked.</summary>
    public required DemoSlot Slot { get; init; }

    /// <summary>The calendar entry's id: it stays when the booking moves.</summary>
    public required string Uid { get; init; }

    /// <summary>0 at first, one more with each move, so that a calendar takes the newer entry for the better one.</summary>
    public int Sequence { get; init; }

    /// <summary>What someone must know to fetch the invite.</summary>
    public required string Secret { get; init; }

    /// <summary>A first booking. The same lead and slot give the same calendar entry, so that a turn that runs twice books once.</summary>
    /// <param name="slot">The claimed slot.</param>
    /// <param name="leadId">Who holds it.</param>
    /// <param name="secret">Not to be guessed: 128 random bits or more, fit for a URL.</param>
    public static DemoBooking Create(DemoSlot slot, string leadId, string secret)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{slot.Start.ToUnixTimeSeconds()}/{slot.Rep}/{leadId}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return new DemoBooking { Slot = slot, Uid = Convert.ToHexStringLower(hash.AsSpan(0, 16)) + "@qualifybot", Secret = secret };
    }

    /// <summary>This booking at another time.</summary>
    public DemoBooking MovedTo(DemoSlot slot) => this with { Slot = slot, Sequence = Sequence + 1 };

    /// <summary>Whether this is the booking's secret; the time it takes tells nothing.</summary>
    public bool IsOpenedBy(string secret) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));
}
