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
        var main = asked.Length > 0 ? asked : [.. slots.Where(static slot => !Topics.Identifies(slot.Type))];
        if (main.Any(slot => filling.IsSettled(slot) || filling.Denied.Contains(slot.Id)))
        {
            return PointsOf(slots) > 0 && !main.Any(LacksAuthority) ? Verdict.Met : Verdict.Unmet;
        }

        return slots.Any(IsHighTitle) && PointsOf(slots) > 0 ? Verdict.Met : Verdict.Unknown;
    }

    // What a cap took away was earned all the same.
    private int PointsOf(Slot[] slots) => score.Receipts
        .Where(receipt => receipt.Citations.Any(citation => citation is Citation.Words words && Array.Exists(slots, slot => string.Equals(slot.Id, words.Slot, StringComparison.Ordinal))))
        .Sum(static receipt => receipt.Points + receipt.Cut);

    private bool LacksAuthority(Slot slot) => filling.Lead.Find(slot.Id)?.Value is AnswerValue.Authority { Class: AuthorityClass.NeedsApproval or AuthorityClass.Influencer or AuthorityClass.None };

    private bool IsHighTitle(Slot slot) => filling.Lead.Find(slot.Id)?.Value is AnswerValue.Title { Level: >= TitleLevel.Vp };
}
