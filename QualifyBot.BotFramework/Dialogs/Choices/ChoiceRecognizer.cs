using System.Collections.Frozen;

namespace QualifyBot.BotFramework.Dialogs.Choices;

/// <summary>Finds the choice that a message means; between two that it could mean it finds none.</summary>
public static class ChoiceRecognizer
{
    // More words than this are a story, not a choice.
    private const int LongestAnswer = 60;

    private static readonly FrozenSet<string> Negations =
        new[] { "not", "no", "dont", "neither", "nor", "without", "except", "never" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Finds a choice by its words, its place ("2", "the second one", "last"), a sentence around its words, or a part of them.</summary>
    public static FoundChoice? Recognize(string? utterance, IReadOnlyList<Choice> choices)
    {
        var text = utterance?.Trim() ?? "";
        if (text.Length is 0 or > 1000)
        {
            return null;
        }

        var phrases = Phrase.Of(choices);
        var verbatim = phrases.Find(p => string.Equals(p.Text, text, StringComparison.OrdinalIgnoreCase));
        if (verbatim is not null)
        {
            return verbatim.Found(choices, 1);
        }

        var said = Words.Of(text);
        if (said.Count is 0 or > LongestAnswer)
        {
            return null;
        }

        return phrases.Find(p => p.Words.SequenceEqual(said, StringComparer.Ordinal))?.Found(choices, 1)
            ?? (Places.Find(said, choices.Count) is { } place ? new FoundChoice(choices[place].Value, place, 1, choices[place].Title) : null)
            ?? Contained(said, phrases)?.Found(choices, 0.9f)
            ?? PartOf(said, phrases)?.Found(choices, 0.5f);
    }

    /// <summary>Finds the choice whose very words these are, a slip of the finger in a longer word and words like "well" and "please" around them aside.</summary>
    public static FoundChoice? RecognizeWhole(string? utterance, IReadOnlyList<Choice> choices)
    {
        var said = utterance?.Length > 1000 ? [] : Words.Of(utterance);
        return WholeOf(said, choices) ?? (said.Count > 0 ? WholeOf(Words.WithoutFrame(said), choices) : null);
    }

    private static FoundChoice? WholeOf(List<string> said, IReadOnlyList<Choice> choices)
    {
        var matches = new List<(Phrase Phrase, int Rank)>();
        foreach (var phrase in Phrase.Of(choices).FindAll(phrase => phrase.Words.Count == said.Count))
        {
            if (phrase.SlipsAt(said, 0) is { } slips)
            {
                matches.Add((phrase, slips));
            }
        }

        return OnlyBest(matches)?.Found(choices, 1);
    }

    /// <summary>Finds the place that a message names in a list of so many: "2", "the second one", "last"; from 0.</summary>
    public static int? RecognizePlace(string? utterance, int count) =>
        utterance?.Length > 1000 || Words.Of(utterance) is not { Count: > 0 and <= LongestAnswer } said ? null : Places.Find(said, count);

    // The longest phrase that the message holds as a whole, with the fewest slips.
    private static Phrase? Contained(List<string> said, List<Phrase> phrases)
    {
        var matches = new List<(Phrase Phrase, int Rank)>();
        foreach (var phrase in phrases)
        {
            var negated = said.Exists(w => Negations.Contains(w) && !phrase.Words.Contains(w, StringComparer.Ordinal));
            if (!negated && !phrase.Words.TrueForAll(Words.Fillers.Contains) && phrase.SlipsWithin(said) is { } slips)
            {
                matches.Add((phrase, slips - (10 * phrase.Words.Count)));
            }
        }

        return OnlyBest(matches);
    }

    // Every word of the message is one of the phrase's ("december" for "In December").
    private static Phrase? PartOf(List<string> said, List<Phrase> phrases)
    {
        var meaning = said.FindAll(w => !Words.Fillers.Contains(w));
        var matches = new List<(Phrase Phrase, int Rank)>();
        foreach (var phrase in phrases)
        {
            if (meaning.Count > 0 && phrase.SlipsAround(meaning) is { } slips)
            {
                matches.Add((phrase, slips));
            }
        }

        return OnlyBest(matches);
    }

    private static Phrase? OnlyBest(List<(Phrase Phrase, int Rank)> matches)
    {
        if (matches.Count == 0)
        {
            return null;
        }

        var best = matches.MinBy(m => m.Rank);
        return matches.Exists(m => m.Rank == best.Rank && m.Phrase.Choice != best.Phrase.Choice) ? null : best.Phrase;
    }
}
