using System.Collections.Immutable;

namespace QualifyBot.Qualification.Proving;

/// <summary>The combinations of the cells of a few variables, by number; too many count as none.</summary>
internal sealed class Combinations(Space space, ImmutableArray<int> variables)
{
    private const int Most = 20_000;

    private readonly int[] sizes = [.. variables.Select(variable => space.Variables[variable].Cells.Length)];

    /// <summary>How many there are.</summary>
    public int Count => sizes.Aggregate(1L, static (product, size) => Math.Min(product * size, Most + 1)) is var count and <= Most ? (int)count : 0;

    /// <summary>Tells the cell of each variable in a combination.</summary>
    public void Tell(int number, Action<int, int> cellOf)
    {
        for (var index = 0; index < sizes.Length; index++)
        {
            cellOf(variables[index], number % sizes[index]);
            number /= sizes[index];
        }
    }
}
