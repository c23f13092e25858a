using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Accounts;

/// <summary>Finds a lead's part in the purchase from what is known. The first rule that holds gives the role; words about one's own part go before titles.</summary>
public static class BuyingRoles
{
    private const string ChampionCriterion = "champion";
    private const string PriorityCriterion = "priorit";

    /// <summary>The role, or null where nothing known speaks of one.</summary>
    public static RoleFinding? Of(Lead lead, Playbook playbook, DateOnly today)
    {
        var facts = new Facts(lead, playbook, today);
        var authority = Slot(facts, SlotType.Authority, static value => value is AnswerValue.Authority { Class: not AuthorityClass.Unclear });
        var part = authority is null ? null : (facts.ValueOf(authority) as AnswerValue.Authority)?.Class;
        return Blocker(facts, part)
            ?? OfWords(facts, authority, part)
            ?? Pushing(facts)
            ?? OfTitle(facts, part)
            ?? Using(facts, authority, part);
    }

    // Who has no part in the decision cannot block it.
    private static RoleFinding? Blocker(in Facts facts, AuthorityClass? part) => part is AuthorityClass.None
        ? null
        : Found(facts, BuyingRole.Blocker, Slot(facts, SlotType.Need, static value => value is AnswerValue.Need { Present: false }));

    private static RoleFinding? OfWords(in Facts facts, string? authority, AuthorityClass? part) => part switch
    {
        AuthorityClass.Sole or AuthorityClass.Joint => Found(facts, BuyingRole.Decider, authority),
        AuthorityClass.NeedsApproval => Found(facts, BuyingRole.Champion, authority),
        _ => null,
    };

    private static RoleFinding? Pushing(in Facts facts)
    {
        var need = Slot(facts, SlotType.Need, static value => value is AnswerValue.Need { Present: true });
        return need is null
            ? null
            : Found(facts, BuyingRole.Champion, Yes(facts, ChampionCriterion) ?? Yes(facts, PriorityCriterion) ?? Slot(facts, SlotType.Priority, static value => value is AnswerValue.Text { Value: "top" or "high" }));
    }

    private static RoleFinding? OfTitle(in Facts facts, AuthorityClass? part)
    {
        if (part is not null)
        {
            return null;
        }

        return Found(facts, BuyingRole.Decider, Slot(facts, SlotType.Title, static value => value is AnswerValue.Title { Level: >= TitleLevel.Vp }))
            ?? Found(facts, BuyingRole.Influencer, Slot(facts, SlotType.Title, static value => value is AnswerValue.Title { Level: TitleLevel.Manager or TitleLevel.Director } || IsGatekeeper(value)));
    }

    private static RoleFinding? Using(in Facts facts, string? authority, AuthorityClass? part) => part switch
    {
        AuthorityClass.Influencer => Found(facts, BuyingRole.Influencer, authority),
        AuthorityClass.None => Found(facts, BuyingRole.User, authority),
        _ => Found(facts, BuyingRole.User, Slot(facts, SlotType.Title, static value => value is AnswerValue.Title)),
    };

    // These are heard before anything is bought, whatever their level.
    private static bool IsGatekeeper(AnswerValue value) => value is AnswerValue.Title { Department: "it" or "legal" or "finance" };

    private static string? Yes(in Facts facts, string criterion)
    {
        foreach (var slot in facts.Playbook.Slots)
        {
            if (slot.Type == SlotType.YesNo && slot.Criterion.StartsWith(criterion, StringComparison.Ordinal) && facts.ValueOf(slot.Id) is AnswerValue.YesNo { Class: YesNoClass.Yes })
            {
                return slot.Id;
            }
        }

        return null;
    }

    private static string? Slot(in Facts facts, SlotType type, Func<AnswerValue, bool> speaks)
    {
        foreach (var slot in facts.Playbook.Slots)
        {
            if (slot.Type == type && facts.ValueOf(slot.Id) is { } value && speaks(value))
            {
                return slot.Id;
            }
        }

        return null;
    }

    private static RoleFinding? Found(in Facts facts, BuyingRole role, string? slot) =>
        slot is not null && Citations.OfSlot(slot, facts) is { } citation ? new RoleFinding(role, citation) : null;
}
