using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Domains;

using Candidate = (ChoiceValue Meaning, Place? Place);

/// <summary>Answers for a slot among which each class of equivalent ones is met at least once.</summary>
internal static class Candidates
{
    /// <summary>The answers, in the order in which they are preferred, and whether every class is met.</summary>
    public static (IEnumerable<Candidate> Found, bool All) For(Slot slot, ImmutableArray<Condition.OnSlot> leaves, Playbook playbook)
    {
        var words = WordTexts.For(slot.Type, leaves);
        var found = slot.Type switch
        {
            SlotType.Money => AmountCandidates.OfMoney(leaves, playbook),
            SlotType.Timeframe => AmountCandidates.OfStart(leaves),
            SlotType.Headcount or SlotType.Number => AmountCandidates.OfCount(leaves, slot.Type),
            SlotType.Authority => OfAuthority(),
            SlotType.Title => OfTitle(words.Texts),
            SlotType.YesNo => Fixed(Enum.GetValues<YesNoClass>().Select(static said => new AnswerValue.YesNo(said))),
            SlotType.Need => OfNeed(leaves, words.Texts),
            SlotType.Time => Fixed([new AnswerValue.Time(new DateTime(2026, 1, 1, 9, 0, 0, DateTimeKind.Unspecified), null, Grain.Minute)]),
            SlotType.Duration => Fixed([new AnswerValue.Duration(3600)]),
            SlotType.Priority => words.Texts.Select(static (text, index) => One(new AnswerValue.Text(text), Rising(text) is var height and >= 0 ? new Place(0, height) : null)),
            _ => Fixed(words.Texts.Select(static text => new AnswerValue.Text(text))),
        };
        return (found.Concat(Fixed(Enum.GetValues<WithheldReason>().Select(static reason => new AnswerValue.Withheld(reason)))), words.All);
    }

    public static Candidate One(AnswerValue value, Place? place = null) => (new ChoiceValue.Fixed(value), place);

    public static IEnumerable<Candidate> Fixed(IEnumerable<AnswerValue> values) => values.Select(static value => One(value));

    private static int Rising(string priority) => Reading.Facts.FactValues.Priorities.IndexOf(priority);

    private static IEnumerable<Candidate> OfAuthority() =>
        from part in new[] { AuthorityClass.None, AuthorityClass.Influencer, AuthorityClass.NeedsApproval, AuthorityClass.Joint, AuthorityClass.Sole, AuthorityClass.Unclear }
        select One(new AnswerValue.Authority(part, []), part == AuthorityClass.Unclear ? null : new Place(0, AuthorityClass.None - part));

    private static IEnumerable<Candidate> OfTitle(ImmutableArray<string> texts) =>
        from text in texts.Index()
        from level in Enum.GetValues<TitleLevel>()
        select One(new AnswerValue.Title(text.Item, level), new Place(text.Index, (int)level));

    private static IEnumerable<Candidate> OfNeed(ImmutableArray<Condition.OnSlot> leaves, ImmutableArray<string> texts)
    {
        var categories = leaves.OfType<Condition.NeedIn>().SelectMany(static leaf => leaf.Categories).Distinct(StringComparer.Ordinal).Prepend(null);
        return from text in texts
               from need in categories.Select(static category => (Present: true, Category: category)).Prepend((false, null))
               select One(new AnswerValue.Need(need.Present, need.Category, text));
    }
}
