namespace QualifyBot.Bot.Playbooks;

/// <summary>Words one typing error apart: they meet where a letter is left out of one or of both.</summary>
internal static class Typos
{
    // A shorter word with one error is mostly another word.
    private const int ShortestWord = 5;

    /// <summary>A word without each of its letters but the first, in turn; none where it is too short.</summary>
    public static List<string> Deletions(string word)
    {
        var without = new List<string>();
        for (var i = 1; word.Length >= ShortestWord && i < word.Length; i++)
        {
            without.Add(word.Remove(i, 1));
        }

        return without;
    }
}
