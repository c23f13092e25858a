using System.Globalization;

namespace QualifyBot.Bot.Turns;

/// <summary>A place in the list of leads, newest first; of one millisecond the lesser id comes first.</summary>
/// <param name="At">When the lead was changed last, in Unix milliseconds.</param>
/// <param name="LeadId">The lead at this place; "~", behind every id, where the moment alone counts.</param>
public readonly record struct LeadPlace(long At, string LeadId)
{
    private const char Separator = '-';
    private const string BehindAll = "~";

    /// <summary>A place as <see cref="ToString"/> writes it, or a moment such as 2026-11-22T10:00:00Z; null where it is neither.</summary>
    public static LeadPlace? Parse(string text)
    {
        var end = text.IndexOf(Separator, StringComparison.Ordinal);
        if (end > 0 && ConversationKey.OfLead(text[(end + 1)..]) is { } key && long.TryParse(text.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            return new LeadPlace(at, key.LeadId);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? new LeadPlace(moment.ToUnixTimeMilliseconds(), BehindAll)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}{Separator}{LeadId}");
}
