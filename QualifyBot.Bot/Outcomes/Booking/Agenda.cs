namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>Who is busy when, by the claims of a stretch of time.</summary>
internal sealed class Agenda
{
    private readonly BookingPlan plan;
    private readonly HashSet<long>[] busy;
    private readonly int[] claims;

    public Agenda(BookingPlan plan, IEnumerable<DemoSlot> claimed)
    {
        this.plan = plan;
        busy = [.. plan.Reps.Select(_ => new HashSet<long>())];
        claims = new int[plan.Reps.Length];
        foreach (var slot in claimed)
        {
            var rep = Array.IndexOf(plan.Reps, slot.Rep);
            if (rep >= 0)
            {
                claims[rep]++;
                busy[rep].UnionWith(Cell.Between(slot.Start, slot.End));
            }
        }
    }

    /// <summary>The slot to offer for a time, or null where nobody is free.</summary>
    public DemoSlot? Find((DateTimeOffset Start, DateTimeOffset End) time)
    {
        int? best = null;
        var turn = plan.DayNumber(time.Start);
        for (var offset = 0; offset < plan.Reps.Length; offset++)
        {
            var rep = (turn + offset) % plan.Reps.Length;
            if ((best is null || claims[rep] < claims[best.Value]) && IsFree(rep, time.Start - plan.Buffer, time.End + plan.Buffer))
            {
                best = rep;
            }
        }

        return best is { } found ? new DemoSlot(plan.Reps[found], time.Start, time.End) : null;
    }

    private bool IsFree(int rep, DateTimeOffset start, DateTimeOffset end) =>
        busy[rep].Count == 0 || !busy[rep].Overlaps(Cell.Between(start, end));
}
