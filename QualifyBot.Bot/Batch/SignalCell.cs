using System.Collections.Immutable;
using System.Globalization;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Batch;

/// <summary>Reads a cell of a signal's column: a number of times, days on which it happened, or a tick.</summary>
internal static class SignalCell
{
    /// <summary>More of one kind cannot change a score: no rule counts so far.</summary>
    public const int Most = 1000;

    private static readonly char[] Between = [';', ',', '|', ' '];

    /// <summary>The signals, or null where the cell is not understood. What has no day happened on the day of the decision.</summary>
    public static ImmutableArray<Signal>? Read(string cell, Column column, DateOnly today)
    {
        var words = cell.Trim();
        if (words.Length == 0 || words is "0" or "-" || Is(words, "no") || Is(words, "false") || Is(words, "n"))
        {
            return [];
        }

        if (Is(words, "yes") || Is(words, "true") || Is(words, "x") || Is(words, "y"))
        {
            return [Of(column, 0, today)];
        }

        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var times))
        {
            return times <= Most ? [.. Enumerable.Range(0, times).Select(index => Of(column, index, today))] : null;
        }

        var signals = ImmutableArray.CreateBuilder<Signal>();
        foreach (var part in words.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (signals.Count == Most || !DateOnly.TryParseExact(part.Length > 10 && part[10] == 'T' ? part[..10] : part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return null;
            }

            signals.Add(Of(column, signals.Count, day));
        }

        return signals.ToImmutable();
    }

    private static Signal Of(Column column, int index, DateOnly day) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{column.Kind}-{index:D4}"), column.Kind!, day, column.Header);

    private static bool Is(string words, string word) => words.Equals(word, StringComparison.OrdinalIgnoreCase);
}
