using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Domains;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Playbooks;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Deciding;

/// <summary>Plays every talk that may follow from a lead: all questions in playbook order, each only where its condition holds, and every answer of the domains.</summary>
internal sealed class AllTalks(Playbook playbook)
{
    private readonly Dictionary<string, Playbook> whens = playbook.Questions.Where(question => question.When is not null)
        .ToDictionary(question => question.Id, question => Playbook.From(Drafts.Plain with
        {
            Currency = playbook.Currency,
            Rates = playbook.Rates,
            Criteria = playbook.Criteria,
            Slots = playbook.Slots,
            Questions = [.. playbook.Slots.Select(slot => new Question(slot.Id, slot, null, []))],
            Signals = playbook.Signals,
            Needs = playbook.Needs,
            Routes = [new RouteRule("asked", Outcome.HandOff, question.When), new RouteRule("rest", Outcome.Nurture, null)],
        }), StringComparer.Ordinal);

    /// <summary>The slots that a question may still fill.</summary>
    public Slot[] Open(Lead lead) =>
        [.. playbook.Slots.Where(slot => lead.Find(slot.Id) is null && lead.Told(slot.Id) is null && playbook.Questions.Any(question => question.Slot == slot))];

    /// <summary>For each way to answer all the open questions, where the talk ends: the answers by the open slots' places in their domains.</summary>
    public Dictionary<string, Outcome> Ends(Lead lead)
    {
        var open = Open(lead);
        var ways = open.Aggregate<Slot, IEnumerable<int[]>>([[]], (ways, slot) =>
            ways.SelectMany(way => Enumerable.Range(0, AnswerDomains.Of(playbook)[slot.Id].Values.Length).Select(value => way.Append(value).ToArray())));
        return ways.ToDictionary(way => string.Join(',', way), way => End(lead, Visitor(open, way)), StringComparer.Ordinal);
    }

    /// <summary>Where the talk in playbook order ends, of a visitor who answers like this.</summary>
    public Outcome End(Lead lead, Func<Slot, AnswerValue> visitor) => Talk(lead, visitor).Outcome;

    /// <summary>Where the talk in playbook order ends, and how many questions it took.</summary>
    public (Outcome Outcome, int Asked) Talk(Lead lead, Func<Slot, AnswerValue> visitor)
    {
        for (var asked = 0; ; asked++)
        {
            var decision = Decider.AsItStands(lead, playbook, Today);
            var next = playbook.Questions.FirstOrDefault(question => IsAsked(question, lead));
            if (next is null || playbook.Disqualifiers.Any(disqualifier => disqualifier.Id == decision.Reason))
            {
                return (decision.Outcome, asked);
            }

            lead = lead.With(AnswerFor(next.Slot.Id, visitor(next.Slot)));
        }
    }

    /// <summary>Whether a question may be asked now.</summary>
    public bool IsAsked(Question question, Lead lead) => lead.Find(question.Slot.Id) is null && lead.Told(question.Slot.Id) is null
        && (question.When is null || Decider.AsItStands(lead, whens[question.Id], Today).Outcome == Outcome.HandOff);

    /// <summary>A visitor with an answer for each of these slots, by its place in the domain.</summary>
    public Func<Slot, AnswerValue> Visitor(Slot[] open, int[] way) => slot => AnswerDomains.Of(playbook)[slot.Id].Values[way[Array.IndexOf(open, slot)]].Meaning.On(Today);

    /// <summary>Whether another answer for this open slot alone changes where some talk ends.</summary>
    public static bool Matters(int place, Dictionary<string, Outcome> ends) => ends
        .GroupBy(end => string.Join(',', end.Key.Split(',').Where((_, index) => index != place)), StringComparer.Ordinal)
        .Any(talks => talks.Select(talk => talk.Value).Distinct().Skip(1).Any());
}
