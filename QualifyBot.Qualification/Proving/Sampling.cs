namespace QualifyBot.Qualification.Proving;

/// <summary>Some of the too many combinations of a block's cells: the best and the worst on each axis that single steps lead to, and the ways between them.</summary>
internal sealed class Sampling(Block block, int[][] choices)
{
    private const int MostRounds = 4;

    /// <summary>Tells combinations of cells; the array is the same each time.</summary>
    public void Tell(int[] cells, Action<int[]> sample)
    {
        var ends = new List<int[]>();
        foreach (var (fit, intent) in new[] { (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1) })
        {
            Reset(cells);
            Climb(cells, fit, intent);
            ends.Add([.. cells]);
            sample(cells);
        }

        foreach (var (from, to) in ends.Index().SelectMany(end => new[] { (end.Item, ends[(end.Index + 1) % ends.Count]), (end.Item, ends[(end.Index + 3) % ends.Count]) }))
        {
            from.CopyTo(cells, 0);
            foreach (var variable in block.Variables)
            {
                cells[variable] = to[variable];
                sample(cells);
            }
        }
    }

    private void Reset(int[] cells)
    {
        for (var index = 0; index < choices.Length; index++)
        {
            cells[block.Variables[index]] = choices[index][0];
        }
    }

    private void Climb(int[] cells, int fit, int intent)
    {
        for (var (round, last) = (0, int.MinValue); round < MostRounds; round++)
        {
            for (var index = 0; index < choices.Length; index++)
            {
                var variable = block.Variables[index];
                cells[variable] = choices[index].MaxBy(cell => { cells[variable] = cell; return Value(cells, fit, intent); });
            }

            var reached = Value(cells, fit, intent);
            if (reached == last)
            {
                return;
            }

            last = reached;
        }
    }

    private int Value(int[] cells, int fit, int intent)
    {
        var points = block.SumOf(cells);
        return (fit * points[0]) + (intent * points[1]) + ((fit + intent) * points.Skip(2).Sum());
    }
}
