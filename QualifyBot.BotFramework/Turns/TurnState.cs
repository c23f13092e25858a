namespace QualifyBot.BotFramework.Turns;

/// <summary>Things that live as long as a turn, at most one of each type.</summary>
public sealed class TurnState
{
    private readonly Dictionary<Type, object> _things = [];

    /// <summary>The thing of this type, or null.</summary>
    public T? Get<T>()
        where T : class => _things.TryGetValue(typeof(T), out var thing) ? (T)thing : null;

    /// <summary>Puts a thing in the place of the one of its type.</summary>
    public void Set<T>(T thing)
        where T : class => _things[typeof(T)] = thing;
}
