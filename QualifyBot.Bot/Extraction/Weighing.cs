using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>Two readers, one question: agreement fills, a conflict is told, silence fills nothing.</summary>
internal static class Weighing
{
    /// <summary>What both readers together say.</summary>
    public static Heard Weigh(MessageToRead message, MessageReading reading, IEnumerable<Proposal> proposals)
    {
        var added = new List<Proposal>();
        var conflicts = new List<Conflict>();
        foreach (var proposal in proposals.DistinctBy(proposal => proposal.Slot, StringComparer.Ordinal))
        {
            // Best first: the first is the one that fills.
            var rules = reading.Candidates.Where(candidate => candidate.Type == proposal.Candidate.Type && Speaks(candidate.Value)).ToArray();
            if (rules.Length == 0 || Refines(rules[0].Value, proposal.Candidate.Value))
            {
                added.Add(proposal);
            }
            else if (HasTwin(message, proposal))
            {
                // Each reader may have found one of two answers; what the rules read already fills the other slot.
                added.AddRange(Array.Exists(rules, rule => Agree(rule.Value, proposal.Candidate.Value)) ? [] : [proposal]);
            }
            else if (!Agree(rules[0].Value, proposal.Candidate.Value))
            {
                conflicts.Add(new Conflict(proposal.Slot, rules[0], proposal.Candidate));
            }
        }

        return new Heard(reading) { Proposals = [.. added], Conflicts = [.. conflicts] };
    }

    /// <summary>Whether a model's value says more than the rules' and nothing against it: the kind of a need.</summary>
    public static bool Refines(AnswerValue rule, AnswerValue model) =>
        rule is AnswerValue.Need { Present: true, Category: null } && model is AnswerValue.Need { Present: true, Category: not null };

    private static bool Agree(AnswerValue rule, AnswerValue model) => (rule, model) switch
    {
        (AnswerValue.Need one, AnswerValue.Need other) => one.Present == other.Present && (other.Category is null || one.Category == other.Category),
        (AnswerValue.Authority one, AnswerValue.Authority other) => one.Class == other.Class,
        (AnswerValue.Title one, AnswerValue.Title other) => one.Level == other.Level || Holds(one.Name, other.Name),
        (AnswerValue.Text one, AnswerValue.Text other) => Holds(one.Value, other.Value),
        _ => rule.Equals(model),
    };

    private static bool Holds(string one, string other) =>
        one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase);

    // What settles little is no answer that could be contradicted.
    private static bool Speaks(AnswerValue value) =>
        value is not (AnswerValue.Money { Status: MoneyStatus.Vague } or AnswerValue.Authority { Class: AuthorityClass.Unclear });

    private static bool HasTwin(MessageToRead message, Proposal proposal) =>
        message.Unknown.Any(slot => slot.Type == proposal.Candidate.Type && !string.Equals(slot.Id, proposal.Slot, StringComparison.Ordinal));
}
