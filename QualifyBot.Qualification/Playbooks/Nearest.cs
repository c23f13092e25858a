namespace QualifyBot.Qualification.Playbooks;

/// <summary>Guesses what was meant by a word that is not known.</summary>
public static class Nearest
{
    private const int LongestGuessed = 60;

    /// <summary>A remedy: the known word that differs least, or else all known words.</summary>
    public static string Remedy(string word, IReadOnlyCollection<string> known)
    {
        var guess = known
            .Select(candidate => (Word: candidate, Distance: Distance(word, candidate)))
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .FirstOrDefault((Word: "", Distance: int.MaxValue));
        return guess.Distance <= Math.Max(1, word.Length / 3)
            ? $"Did you mean '{guess.Word}'?"
            : known.Count == 0 ? "There is none to choose from." : $"Use one of: {string.Join(", ", known)}.";
    }

    /// <summary>How many letters must be added, removed, replaced or swapped with the next.</summary>
    private static int Distance(string left, string right)
    {
        if (left.Length > LongestGuessed || right.Length > LongestGuessed)
        {
            return int.MaxValue;
        }

        var rows = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            for (var column = 0; column <= right.Length; column++)
            {
                rows[row, column] = row == 0 || column == 0 ? row + column : Step(rows, left, right, row, column);
            }
        }

        return rows[left.Length, right.Length];
    }

    private static int Step(int[,] rows, string left, string right, int row, int column)
    {
        var same = char.ToLowerInvariant(left[row - 1]) == char.ToLowerInvariant(right[column - 1]);
        var best = Math.Min(Math.Min(rows[row - 1, column], rows[row, column - 1]) + 1, rows[row - 1, column - 1] + (same ? 0 : 1));
        var swapped = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
        return swapped ? Math.Min(best, rows[row - 2, column - 2] + 1) : best;
    }
}
