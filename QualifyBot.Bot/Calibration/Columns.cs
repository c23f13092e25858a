using System.Globalization;

namespace QualifyBot.Bot.Calibration;

/// <summary>Which rules tell nothing beside the others: those that count on none or on all, on the same leads as another, or that follow from several.</summary>
internal static class Columns
{
    // A pivot this small against its own square sum is a sum of rounding errors.
    private const double Nothing = 1e-9;

    /// <summary>For each rule why it is left out, or null.</summary>
    public static string?[] NotesOf(Sample sample)
    {
        var notes = new string?[sample.Playbook.Rules.Length];
        NoteTwins(sample, notes);
        NoteSums(sample, notes);
        return notes;
    }

    private static void NoteTwins(Sample sample, string?[] notes)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var rule = 0; rule < notes.Length; rule++)
        {
            var column = sample.Patterns.Select(pattern => pattern.Strengths[rule]).ToArray();
            var (key, opposite) = (KeyOf(column), KeyOf([.. column.Select(static value => 1 - value)]));
            notes[rule] = Array.TrueForAll(column, value => value == column[0]) ? column[0] == 0 ? "counted on no lead" : "counted on every lead alike"
                : known.TryGetValue(key, out var twin) ? $"counted on the same leads as {twin}"
                : known.TryGetValue(opposite, out var other) ? $"counted exactly where {other} did not"
                : null;
            if (notes[rule] is null)
            {
                known[key] = sample.Playbook.Rules[rule].Id;
            }
        }
    }

    // Cholesky's method, a column at a time: what is left of one beside those before it is nothing where it follows from them.
    private static void NoteSums(Sample sample, string?[] notes)
    {
        var kept = Enumerable.Range(0, notes.Length).Where(rule => notes[rule] is null).ToList();
        var factors = new List<double[]>();
        var spread = Spread(sample, kept);
        var done = new List<int>();
        for (var i = 0; i < kept.Count; i++)
        {
            var (row, left) = Eliminate(spread, i, done, factors);
            if (left <= Nothing * spread[i, i])
            {
                notes[kept[i]] = "follows from the rules above: they are measured from it";
                continue;
            }

            row[^1] = Math.Sqrt(left);
            factors.Add(row);
            done.Add(i);
        }
    }

    private static (double[] Row, double Left) Eliminate(double[,] spread, int column, List<int> done, List<double[]> factors)
    {
        var (row, left) = (new double[done.Count + 1], spread[column, column]);
        for (var k = 0; k < done.Count; k++)
        {
            var sum = spread[column, done[k]];
            for (var m = 0; m < k; m++)
            {
                sum -= row[m] * factors[k][m];
            }

            row[k] = sum / factors[k][k];
            left -= row[k] * row[k];
        }

        return (row, left);
    }

    private static double[,] Spread(Sample sample, List<int> kept)
    {
        var leads = (double)(sample.Won + sample.Lost);
        var means = kept.Select(rule => sample.Patterns.Sum(pattern => pattern.Strengths[rule] * (pattern.Won + pattern.Lost)) / leads).ToArray();
        var spread = new double[kept.Count, kept.Count];
        foreach (var pattern in sample.Patterns)
        {
            var apart = kept.Select((rule, index) => pattern.Strengths[rule] - means[index]).ToArray();
            for (var i = 0; i < apart.Length; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    spread[i, j] += apart[i] * apart[j] * (pattern.Won + pattern.Lost);
                }
            }
        }

        return spread;
    }

    private static string KeyOf(double[] column) => string.Join(';', column.Select(static value => value.ToString("R", CultureInfo.InvariantCulture)));
}
