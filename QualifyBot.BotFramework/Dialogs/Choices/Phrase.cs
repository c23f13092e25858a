namespace QualifyBot.BotFramework.Dialogs.Choices;

/// <summary>One way to name a choice: its value, its button's title or a synonym.</summary>
internal sealed record Phrase(int Choice, string Text, List<string> Words)
{
    /// <summary>The phrases of all choices, in their order; one without a word is left out.</summary>
    public static List<Phrase> Of(IReadOnlyList<Choice> choices)
    {
        var phrases = new List<Phrase>();
        for (var i = 0; i < choices.Count; i++)
        {
            Add(phrases, i, choices[i].Value);
            Add(phrases, i, choices[i].Title);
            foreach (var synonym in choices[i].Synonyms ?? [])
            {
                Add(phrases, i, synonym);
            }
        }

        return phrases;
    }

    public FoundChoice Found(IReadOnlyList<Choice> choices, float score) => new(choices[Choice].Value, Choice, score, Text);

    /// <summary>Slips, if the phrase stands in what was said, word after word; else null.</summary>
    public int? SlipsWithin(List<string> said)
    {
        int? fewest = null;
        for (var start = 0; start + Words.Count <= said.Count; start++)
        {
            fewest = SlipsAt(said, start) is { } slips && !(fewest <= slips) ? slips : fewest;
        }

        return fewest;
    }

    /// <summary>Slips, if the phrase stands in what was said at this word; else null.</summary>
    public int? SlipsAt(List<string> said, int start)
    {
        var sum = 0;
        for (var i = 0; i < Words.Count; i++)
        {
            if (start + i >= said.Count || Choices.Words.Slips(said[start + i], Words[i]) is not { } slips)
            {
                return null;
            }

            sum += slips;
        }

        return sum;
    }

    /// <summary>Slips, if each word said is one of the phrase's or the start of one; else null.</summary>
    public int? SlipsAround(List<string> said)
    {
        var left = new List<string>(Words);
        var sum = 0;
        foreach (var word in said)
        {
            var match = left.FindIndex(w => Choices.Words.Slips(word, w) is not null);
            match = match >= 0 ? match : left.FindIndex(w => word.Length >= 3 && w.StartsWith(word, StringComparison.Ordinal));
            if (match < 0)
            {
                return null;
            }

            sum += Choices.Words.Slips(word, left[match]) ?? 1;
            left.RemoveAt(match);
        }

        return sum;
    }

    private static void Add(List<Phrase> phrases, int choice, string? text)
    {
        if (Choices.Words.Of(text) is { Count: > 0 } words)
        {
            phrases.Add(new Phrase(choice, text!, words));
        }
    }
}
