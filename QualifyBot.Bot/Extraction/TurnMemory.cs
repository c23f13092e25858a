namespace QualifyBot.Bot.Extraction;

/// <summary>
/// What a model said in one turn. A turn that lost the race against another host runs again on the fresh state; it takes the first run's replies,
/// so that its message is paid and waited for once. It lives as long as the turn.
/// </summary>
public sealed class TurnMemory
{
    private readonly Dictionary<ModelPurpose, ModelReply> replies = [];

    /// <summary>How long the turn waited for models so far.</summary>
    internal TimeSpan Waited { get; private set; }

    /// <summary>What was said before, or null.</summary>
    internal ModelReply? Find(ModelPurpose purpose) => replies.TryGetValue(purpose, out var reply) ? reply : null;

    /// <summary>Keeps a reply, also one that did not come.</summary>
    internal void Keep(ModelPurpose purpose, ModelReply reply, TimeSpan waited)
    {
        replies[purpose] = reply;
        Waited += waited;
    }
}
