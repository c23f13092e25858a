namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>What the value of one slot, or one of several values, does to conditions and points. Immutable.</summary>
/// <param name="Atoms">What each of the slot's atoms may be.</param>
/// <param name="Low">Least points in each account.</param>
/// <param name="High">Most points in each account.</param>
internal sealed record Row(Chance[] Atoms, int[] Low, int[] High)
{
    /// <summary>The row of a slot that has the value of one of two rows.</summary>
    public Row Or(Row other)
    {
        var (atoms, low, high) = ((Chance[])Atoms.Clone(), (int[])Low.Clone(), (int[])High.Clone());
        for (var index = 0; index < atoms.Length; index++)
        {
            atoms[index] |= other.Atoms[index];
        }

        for (var index = 0; index < low.Length; index++)
        {
            low[index] = Math.Min(low[index], other.Low[index]);
            high[index] = Math.Max(high[index], other.High[index]);
        }

        return new Row(atoms, low, high);
    }
}
