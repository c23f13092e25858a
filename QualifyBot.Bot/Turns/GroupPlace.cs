using System.Security.Cryptography;
using System.Text;

namespace QualifyBot.Bot.Turns;

/// <summary>A lead's place in an index of groups: the leads of an account, or those of a person. The index is in the order of the groups' first letters.</summary>
/// <param name="Group">The group: an account's domain, or <see cref="OfPerson"/>.</param>
/// <param name="LeadId">The lead.</param>
public readonly record struct GroupPlace(string Group, string LeadId)
{
    private const char Separator = '|';

    // Six letters of a byte each are whole numbers that a score holds exactly.
    private const int Letters = 6;

    /// <summary>The member of the index.</summary>
    public string Member => $"{Group}{Separator}{LeadId}";

    /// <summary>The group of a person: a hash of the e-mail address, whatever the case of its letters.</summary>
    public static string OfPerson(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant())));

    /// <summary>The score in the index: that of a group is never below that of an earlier one, and groups with the same beginning share it.</summary>
    public static double ScoreOf(string group)
    {
        var score = 0L;
        for (var letter = 0; letter < Letters; letter++)
        {
            score = (score << 8) | (letter < group.Length ? Math.Min(group[letter], byte.MaxValue) : 0L);
        }

        return score;
    }

    /// <summary>The place behind a member, or null where it is none.</summary>
    public static GroupPlace? Parse(string member) => member.Split(Separator) is [var group, var leadId] ? new GroupPlace(group, leadId) : null;
}
