namespace QualifyBot.Bot.Turns;

/// <summary>A lead's place in the index of accounts, which is in the order of the domains' first letters.</summary>
/// <param name="Domain">The account's domain: ASCII in lower case.</param>
/// <param name="LeadId">The lead.</param>
public readonly record struct AccountPlace(string Domain, string LeadId)
{
    private const char Separator = '|';

    // Six letters of a byte each are whole numbers that a score holds exactly.
    private const int Letters = 6;

    /// <summary>The member of the index.</summary>
    public string Member => $"{Domain}{Separator}{LeadId}";

    /// <summary>The score in the index: that of a domain is never below that of an earlier one, and domains with the same beginning share it.</summary>
    public static double ScoreOf(string domain)
    {
        var score = 0L;
        for (var letter = 0; letter < Letters; letter++)
        {
            score = (score << 8) | (letter < domain.Length ? Math.Min(domain[letter], byte.MaxValue) : 0L);
        }

        return score;
    }

    /// <summary>The place behind a member, or null where it is none.</summary>
    public static AccountPlace? Parse(string member) => member.Split(Separator) is [var domain, var leadId] ? new AccountPlace(domain, leadId) : null;
}
