namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Points of time by the term they start at: ranges and bounds ask for the same ones again and again.</summary>
internal sealed class PointMemo
{
    private TimeNode[] nodes = new TimeNode[64];
    private bool[] known = new bool[64];

    public void Reset(int count)
    {
        if (nodes.Length < count)
        {
            (nodes, known) = (new TimeNode[count * 2], new bool[count * 2]);
        }

        Array.Clear(known, 0, count);
    }

    public bool TryGet(int index, out TimeNode node)
    {
        var has = (index >= 0 && index < known.Length) && known[index];
        node = has ? nodes[index] : default;
        return has;
    }

    public TimeNode Keep(int index, TimeNode node)
    {
        if (index >= 0 && index < known.Length)
        {
            (known[index], nodes[index]) = (true, node);
        }

        return node;
    }
}
