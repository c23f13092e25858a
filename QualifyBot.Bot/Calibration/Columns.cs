namespace QualifyBot.Bot.Calibration;

/// <summary>Which rules tell nothing by themselves: those that count on none or on all, and those that count on the same leads as another.</summary>
internal static class Columns
{
    /// <summary>For each rule why it is left out, or null.</summary>
    public static string?[] NotesOf(Sample sample)
    {
        var notes = new string?[sample.Playbook.Rules.Length];
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var rule = 0; rule < notes.Length; rule++)
        {
            var column = sample.Patterns.Select(pattern => pattern.Strengths[rule]).ToArray();
            var id = sample.Playbook.Rules[rule].Id;
            if (Array.TrueForAll(column, value => value == column[0]))
            {
                notes[rule] = column[0] == 0 ? "counted on no lead" : "counted on every lead alike";
            }
            else if (!known.TryAdd(KeyOf(column), id))
            {
                notes[rule] = $"counted on the same leads as {known[KeyOf(column)]}";
            }
            else if (!known.TryAdd(KeyOf([.. column.Select(static value => 1 - value)]), id))
            {
                notes[rule] = $"counted where {known[KeyOf([.. column.Select(static value => 1 - value)])]} did not, and nowhere else";
            }
        }

        return notes;
    }

    private static string KeyOf(double[] column) => string.Join(';', column.Select(static value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
}
