namespace QualifyBot.Bot.Playbooks;

/// <summary>Patterns of addresses and names, in which * stands for any letters, none included, and nothing else has a meaning.</summary>
public static class WildPattern
{
    /// <summary>Whether a text is as a pattern says, from its first letter to its last. The time it takes never exceeds the product of both lengths.</summary>
    public static bool Matches(string pattern, string text)
    {
        var (at, read, star, resume) = (0, 0, -1, 0);
        while (read < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, resume) = (at++, read);
            }
            else if (at < pattern.Length && pattern[at] == text[read])
            {
                (at, read) = (at + 1, read + 1);
            }
            else if (star >= 0)
            {
                (at, read) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).TrimStart('*').IsEmpty;
    }
}
