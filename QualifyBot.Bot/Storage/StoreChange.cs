namespace QualifyBot.Bot.Storage;

/// <summary>One change of a commit: a closed union. Names are within the commit's partition.</summary>
public abstract record StoreChange
{
    private StoreChange()
    {
    }

    /// <summary>Puts a document.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Data">Its bytes.</param>
    /// <param name="Expected">The version it must have now; 0 = it must not exist; null = whatever it is.</param>
    /// <param name="TimeToLive">When it vanishes, counted from this put; null = never.</param>
    public sealed record Put(string Name, ReadOnlyMemory<byte> Data, long? Expected, TimeSpan? TimeToLive = null) : StoreChange;

    /// <summary>Deletes the document and the log of a name; deleting what is not there is no error.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Expected">The version it must have now, or null = whatever it is.</param>
    public sealed record Delete(string Name, long? Expected = null) : StoreChange;

    /// <summary>Adds a member to a sorted index, or gives it a new score.</summary>
    public sealed record IndexAdd(string Index, string Member, double Score) : StoreChange;

    /// <summary>Removes a member from a sorted index; removing what is not there is no error.</summary>
    public sealed record IndexRemove(string Index, string Member) : StoreChange;

    /// <summary>Appends an entry to a log; <paramref name="TimeToLive"/> counts for the whole log, from the last append (null = never).</summary>
    public sealed record Append(string Log, ReadOnlyMemory<byte> Data, TimeSpan? TimeToLive = null) : StoreChange;

    /// <summary>Tells subscribers of a topic, after the commit.</summary>
    public sealed record Notify(string Topic) : StoreChange;
}
