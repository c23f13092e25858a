namespace QualifyBot.Bot.Extraction;

/// <summary>Counts calls of the day (UTC), of this host and of each visitor. The host's limit bounds how many visitors are remembered.</summary>
internal sealed class ModelBudget(ExtractionOptions options, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> visitors = new(StringComparer.Ordinal);
    private DateOnly day;
    private int spent;

    /// <summary>Takes one call, or says that there is none left.</summary>
    /// <param name="visitor">Tells the visitor from others.</param>
    /// <param name="callsOfTalk">Calls that the talk has cost so far.</param>
    public bool TryTake(string visitor, int callsOfTalk)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        lock (gate)
        {
            if (today != day)
            {
                (day, spent) = (today, 0);
                visitors.Clear();
            }

            var own = visitors.GetValueOrDefault(visitor);
            if (callsOfTalk >= options.CallsPerTalk || own >= options.CallsPerVisitorPerDay || spent >= options.CallsPerHostPerDay)
            {
                return false;
            }

            visitors[visitor] = own + 1;
            spent++;
            return true;
        }
    }

    /// <summary>Charges further calls that were made for one that was taken.</summary>
    public void Charge(string visitor, int calls)
    {
        lock (gate)
        {
            visitors[visitor] = visitors.GetValueOrDefault(visitor) + Math.Max(0, calls);
            spent += Math.Max(0, calls);
        }
    }
}
