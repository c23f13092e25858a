using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Scoring;

/// <summary>Compares words of the visitor with words of the playbook, whatever the case of their letters.</summary>
internal static class Words
{
    /// <summary>The words of an answer that has words, else null.</summary>
    public static string? Of(AnswerValue? value) => value switch
    {
        AnswerValue.Text(var text) => text,
        AnswerValue.Title { Name: var name } => name,
        AnswerValue.Need { Words: var words } => words,
        _ => null,
    };

    public static bool AreOneOf(string text, ImmutableArray<string> values)
    {
        foreach (var value in values)
        {
            if (text.AsSpan().Trim().Equals(value, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public static bool HoldOneOf(string text, ImmutableArray<string> words)
    {
        foreach (var word in words)
        {
            if (Hold(text, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Hold(ReadOnlySpan<char> text, string word)
    {
        for (var start = 0; start <= text.Length - word.Length;)
        {
            var found = text[start..].IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return false;
            }

            var (first, end) = (start + found, start + found + word.Length);
            if ((first == 0 || !char.IsLetterOrDigit(text[first - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }

            start = first + 1;
        }

        return false;
    }
}
