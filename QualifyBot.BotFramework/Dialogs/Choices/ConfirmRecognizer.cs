using System.Collections.Frozen;

namespace QualifyBot.BotFramework.Dialogs.Choices;

/// <summary>Tells yes from no by how an answer begins; an answer that takes its yes back, or is unsure, is neither.</summary>
public static class ConfirmRecognizer
{
    private static readonly FrozenSet<string> Reservations = new[] { "but", "not", "dont", "no", "except", "unless" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly List<Phrase> Unsure = Phrase.Of(
    [
        new Choice("unsure") { Synonyms = ["not sure", "not certain", "not quite sure", "not really sure", "dont know", "do not know", "dunno", "no idea", "no clue", "maybe", "perhaps"] },
    ]);

    /// <summary>True for yes, false for no, null for anything else.</summary>
    /// <param name="utterance">The answer.</param>
    /// <param name="yes">What means yes: value, title and synonyms.</param>
    /// <param name="no">What means no.</param>
    public static bool? Recognize(string? utterance, Choice yes, Choice no)
    {
        var said = utterance?.Length > 1000 ? [] : Words.Of(utterance);
        var phrases = Phrase.Of([yes, no]);
        for (var at = 0; at < said.Count; at++)
        {
            if (Unsure.Exists(p => p.SlipsAt(said, at) == 0))
            {
                return null;
            }

            // The longest phrase here, so that "no problem" is not a "no".
            var answer = phrases.FindAll(p => p.SlipsAt(said, at) is not null).MaxBy(p => p.Words.Count);
            if (answer is not null)
            {
                return Weigh(answer.Choice == 0, said[(at + answer.Words.Count)..], yes);
            }

            if (!Words.Fillers.Contains(said[at]))
            {
                break;
            }
        }

        return Places.Find(said, 2) is { } place ? place == 0 : null;
    }

    private static bool? Weigh(bool isYes, List<string> rest, Choice yes)
    {
        var takenBack = isYes
            ? rest.Exists(Reservations.Contains)
            : rest.Exists(w => string.Equals(w, yes.Value, StringComparison.OrdinalIgnoreCase));
        return takenBack ? null : isYes;
    }
}
