using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.BotFramework.Dialogs.Choices;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>What a message chooses among times: a slot, or what to offer next, or neither where it was not understood.</summary>
public sealed record TimeChoice(DemoSlot? Slot, TimeOffer? Offer)
{
    private static readonly TimeChoice NotUnderstood = new(null, null);

    // Choices without words of their own: only a place in the list can mean one of them.
    private static readonly Choice[] Places = [new("-"), new("--"), new("---")];

    /// <summary>What the words choose: a button, a number, an ordinal or a time.</summary>
    /// <param name="talk">The turn.</param>
    /// <param name="offered">The times just offered.</param>
    /// <param name="free">All that is free.</param>
    public static TimeChoice Of(Talk talk, IReadOnlyList<DemoSlot> offered, IReadOnlyList<DemoSlot> free)
    {
        var words = talk.Words.Trim();
        if (offered.FirstOrDefault(slot => SlotText.IsSaid(talk, slot, words)) is { } clicked)
        {
            return Choose(clicked);
        }

        var wanted = Wanted(talk);
        if (wanted.Count == 0)
        {
            return Nth(talk, words, offered) is { } nth ? Choose(nth) : WithoutTime(talk, offered, free);
        }

        talk.SpeakBy(wanted);

        // Words that only say what does not suit choose none of the rest.
        var match = wanted.All(static time => time.Except) ? new SlotMatch.None([]) : SlotMatcher.Choose(offered, wanted, talk.Clock);
        return FromMatch(talk, words, match is SlotMatch.None ? SlotMatcher.Match(free, wanted, talk.Clock) : match);
    }

    /// <summary>The times that a message names; "the first one" and "2" are places in a list, though they could be days too. The bound in "before 10" is no wish for ten, and "at 4" is none for four in the morning; nor is a day wished for by who praises its weather.</summary>
    public static IReadOnlyList<AnswerValue.Time> Wanted(Talk talk) => talk.Reading.Acts.Contains(Act.SmallTalk) ? [] :
        [.. talk.Reading.Candidates.Where(candidate => candidate.Rule is not ("time.bound" or "time.half") && !IsPlace(talk, talk.Words.Substring(candidate.Start, candidate.Length))).Select(candidate => candidate.Value).OfType<AnswerValue.Time>()];

    /// <summary>What to offer where somebody else was faster.</summary>
    public static TimeChoice Taken(DemoSlot slot, IReadOnlyList<DemoSlot> free) =>
        Propose("book.taken", [.. free.OrderBy(other => (other.Start - slot.Start).Duration()).Take(3).OrderBy(other => other.Start)]);

    private static TimeChoice FromMatch(Talk talk, string words, SlotMatch match) => match switch
    {
        SlotMatch.Exact(var slot) => Choose(slot),
        SlotMatch.Several(var slots) => Nth(talk, words, slots) is { } nth ? Choose(nth) : Propose("book.several", slots),
        SlotMatch.None(var nearest) => Propose("book.none", nearest),
        _ => NotUnderstood,
    };

    private static TimeChoice WithoutTime(Talk talk, IReadOnlyList<DemoSlot> offered, IReadOnlyList<DemoSlot> free)
    {
        var acts = talk.Reading.Acts;
        if (acts.Contains(Act.NoPreference) && offered.Count > 0)
        {
            return Choose(offered[0]);
        }

        if (acts.Contains(Act.Yes))
        {
            return offered.Count == 1 ? Choose(offered[0]) : Propose("book.which", offered);
        }

        var others = SlotOffer.First([.. free.Except(offered)], 3);
        return acts.Contains(Act.No) || acts.Contains(Act.Change) || acts.Contains(Act.Unsure)
            ? Propose("book.others", others.Count > 0 ? others : offered)
            : NotUnderstood;
    }

    private static bool IsPlace(Talk talk, string words) =>
        ChoiceRecognizer.Recognize(words, Places) is not null || ChoiceRecognizer.RecognizePlace(PlaceWords.Of(talk, talk.Words), Places.Length) is not null;

    private static DemoSlot? Nth(Talk talk, string words, IReadOnlyList<DemoSlot> slots) =>
        ChoiceRecognizer.Recognize(PlaceWords.Of(talk, words), [.. slots.Select(slot => new Choice(SlotText.Describe(talk, slot)))]) is { } found ? slots[found.Index] : null;

    private static TimeChoice Choose(DemoSlot slot) => new(slot, null);

    private static TimeChoice Propose(string textId, IReadOnlyList<DemoSlot> slots) => new(null, new TimeOffer(textId, slots));
}
