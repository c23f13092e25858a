using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>Finds the slots that a visitor means. Pure, and total: any times give a match.</summary>
public static class SlotMatcher
{
    private const int Offered = 3;

    /// <summary>What the visitor's wish leads to among all free slots.</summary>
    /// <param name="free">Free slots, earliest first.</param>
    /// <param name="wanted">
    /// The times read in one message. Dates and times of day go together ("Friday", "10am"), otherwise each is an alternative;
    /// none at all asks for anything.
    /// </param>
    /// <param name="visitor">The clock by which the visitor speaks.</param>
    public static SlotMatch Match(IReadOnlyList<DemoSlot> free, IReadOnlyList<AnswerValue.Time> wanted, WallClock visitor)
    {
        (visitor, wanted) = AsSpoken(visitor, wanted);
        free = Without(free, wanted, visitor);
        var wishes = Wish.From(wanted);
        var fitting = Fitting(free, wishes, visitor);
        var named = Fitting(free, [.. wishes.Where(wish => wish.NamesOneTime)], visitor);
        if (named.Length == 1)
        {
            return new SlotMatch.Exact(named[0]);
        }

        // "Tuesday at 3" is read as night, but meant for the afternoon where the night is closed; that is offered, not booked.
        fitting = fitting.Length > 0 ? fitting : Fitting(free, Wish.TwelveHoursLater(wishes), visitor);
        return fitting.Length > 0
            ? new SlotMatch.Several(SlotOffer.First(named.Length > 0 ? named : fitting, Offered))
            : new SlotMatch.None(Nearest(free, wishes, visitor));
    }

    /// <summary>
    /// Which of the slots just offered is meant by words of time ("the Tuesday one", "10:30"). None, without
    /// alternatives, where none of them is: the words may still fit another free slot.
    /// </summary>
    public static SlotMatch Choose(IReadOnlyList<DemoSlot> offered, IReadOnlyList<AnswerValue.Time> wanted, WallClock visitor)
    {
        (visitor, wanted) = AsSpoken(visitor, wanted);
        offered = Without(offered, wanted, visitor);
        var wishes = Wish.From(wanted);
        var fitting = Fitting(offered, wishes, visitor);
        fitting = fitting.Length > 0 ? fitting : Fitting(offered, Wish.TwelveHoursLater(wishes), visitor);
        return fitting.Length switch
        {
            0 => new SlotMatch.None([]),
            1 => new SlotMatch.Exact(fitting[0]),
            _ => new SlotMatch.Several(fitting),
        };
    }

    // One message speaks by one clock: "3pm PST" and "6pm EST" beside it say the same twice.
    private static (WallClock Clock, IReadOnlyList<AnswerValue.Time> Wanted) AsSpoken(WallClock visitor, IReadOnlyList<AnswerValue.Time> wanted) =>
        wanted.FirstOrDefault(static time => time.Zone is not null)?.Zone is { } zone
            ? (visitor.In(zone), [.. wanted.Where(time => time.Zone is null || string.Equals(time.Zone, zone, StringComparison.Ordinal))])
            : (visitor, wanted);

    // What does not suit is offered in no case.
    private static IReadOnlyList<DemoSlot> Without(IReadOnlyList<DemoSlot> slots, IReadOnlyList<AnswerValue.Time> wanted, WallClock visitor)
    {
        AnswerValue.Time[] unfit = [.. wanted.Where(static time => time.Except)];
        return unfit.Length == 0 ? slots : [.. slots.Except(unfit.SelectMany(time => Fitting(slots, Wish.From([time with { Except = false }]), visitor)))];
    }

    private static DemoSlot[] Fitting(IReadOnlyList<DemoSlot> slots, IReadOnlyList<Wish> wishes, WallClock visitor) =>
        [.. slots.Where(slot => AnyFits(wishes, visitor.At(slot.Start), slot.End - slot.Start))];

    private static bool AnyFits(IReadOnlyList<Wish> wishes, DateTime start, TimeSpan length) => wishes.Any(wish => wish.Fits(start, length));

    private static List<DemoSlot> Nearest(IReadOnlyList<DemoSlot> free, IReadOnlyList<Wish> wishes, WallClock visitor)
    {
        var nearest = new List<DemoSlot>();
        foreach (var equallyNear in free.GroupBy(slot => Distance(visitor.At(slot.Start))).OrderBy(group => group.Key))
        {
            nearest.AddRange(SlotOffer.First([.. equallyNear], Offered - nearest.Count));
            if (nearest.Count == Offered)
            {
                break;
            }
        }

        nearest.Sort((a, b) => a.Start.CompareTo(b.Start));
        return nearest;

        TimeSpan Distance(DateTime start) => wishes.Min(wish => wish.Distance(start));
    }
}
