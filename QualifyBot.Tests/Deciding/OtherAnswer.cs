using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Domains;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Scoring;
using Outcome = QualifyBot.Qualification.Playbooks.Outcome;

namespace QualifyBot.Tests.Deciding;

/// <summary>Brute force for counterfactuals: all that a lead could have answered instead.</summary>
internal static class OtherAnswer
{
    /// <summary>Each other answer of the domains that tells something, for each slot that no signal tells.</summary>
    public static IEnumerable<(string Slot, AnswerValue Value)> AllOf(Lead lead, Playbook playbook) =>
        from domain in AnswerDomains.Of(playbook).Slots
        where lead.Told(domain.Slot.Id) is null
        from other in domain.Values
        let value = other.Meaning.On(Leads.Today)
        where value is not (AnswerValue.Withheld or AnswerValue.Money { Status: MoneyStatus.Declined } or AnswerValue.Timeframe { Class: TimeframeClass.Declined })
        where other.Place is not null || value is not (AnswerValue.Money { Status: MoneyStatus.Amount } or AnswerValue.Timeframe { Class: TimeframeClass.Dated } or AnswerValue.Headcount or AnswerValue.Number)
        select (domain.Slot.Id, value);

    /// <summary>The outcome of the lead with these answers in place of its own.</summary>
    public static Outcome OutcomeWith(Lead lead, IEnumerable<(string Slot, AnswerValue Value)> changes, Playbook playbook) =>
        Decider.AsItStands(changes.Aggregate(lead, (rest, change) => rest.With(Leads.AnswerFor(change.Slot, change.Value))), playbook, Leads.Today).Outcome;
}
