using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Calls;

/// <summary>How a criterion stands after a call.</summary>
public enum Verdict
{
    /// <summary>Nothing was said that settles it.</summary>
    Unknown,

    /// <summary>What was said earns points.</summary>
    Met,

    /// <summary>What was said earns nothing, or costs.</summary>
    Unmet,
}

/// <summary>
/// Judges criteria by the playbook's own rules. The slots that the playbook asks for decide: answers that settle them and earn points, all in all,
/// meet the criterion; answers that settle them and earn none do not. Who must ask somebody else, only advises or has no part lacks the
/// authority, whatever the points. Who a person is settles nothing, save that one from vice president up has authority where nothing else was said.
/// </summary>
internal sealed class Verdicts(CallFilling filling, Score score)
{
    /// <summary>The verdict on a criterion.</summary>
    public Verdict Of(Criterion criterion)
    {
        var slots = filling.Playbook.Slots.Where(slot => string.Equals(slot.Criterion, criterion.Id, StringComparison.Ordinal)).ToArray();
        var asked = slots.Where(slot => filling.Playbook.Questions.Any(question => string.Equals(question.Slot.Id, slot.Id, StringComparison.Ordinal))).ToArray();
        var main = MainOf(criterion, slots, asked);
        if (main.Any(slot => filling.IsSettled(slot) || filling.Denied.Contains(slot.Id)))
        {
            return PointsOf(slots) > 0 && (NamesBuyer(criterion) || !main.Any(LacksAuthority)) ? Verdict.Met : Verdict.Unmet;
        }

        return slots.Any(IsHighTitle) && PointsOf(slots) > 0 ? Verdict.Met : Verdict.Unknown;
    }

    // A date says little of how it is decided; money that is there says that there are funds.
    private static Slot[] MainOf(Criterion criterion, Slot[] slots, Slot[] asked)
    {
        var texts = asked.Any(static slot => slot.Type == SlotType.Text);
        var main = asked.Length == 0 ? slots.Where(static slot => !Topics.Identifies(slot.Type))
            : texts ? asked.Where(static slot => slot.Type != SlotType.Timeframe)
            : asked;
        return [.. main.Union(criterion.Id.Contains("fund", StringComparison.Ordinal) ? slots.Where(static slot => slot.Type == SlotType.Money) : [])];
    }

    // To know who the buyer is meets the criterion, whoever it is.
    private static bool NamesBuyer(Criterion criterion) => criterion.Id.Contains("buyer", StringComparison.Ordinal);

    // What a cap took away was earned all the same.
    private int PointsOf(Slot[] slots) => score.Receipts
        .Where(receipt => receipt.Citations.Any(citation => citation is Citation.Words words && Array.Exists(slots, slot => string.Equals(slot.Id, words.Slot, StringComparison.Ordinal))))
        .Sum(static receipt => receipt.Points + receipt.Cut);

    private bool LacksAuthority(Slot slot) => filling.Lead.Find(slot.Id)?.Value is AnswerValue.Authority { Class: AuthorityClass.NeedsApproval or AuthorityClass.Influencer or AuthorityClass.None };

    private bool IsHighTitle(Slot slot) => filling.Lead.Find(slot.Id)?.Value is AnswerValue.Title { Level: >= TitleLevel.Vp };
}
