using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Domains;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>Tells what an answer has to be, in the playbook's own conditions.</summary>
internal static class WeakestBound
{
    private const int MostParts = 3;

    /// <summary>
    /// A condition that the answer meets, and that only answers meet which do the same: of as few parts as can be, then with as few denials, then met by as many
    /// answers as can be.
    /// </summary>
    /// <param name="domain">The answers.</param>
    /// <param name="answer">Place of the answer.</param>
    /// <param name="does">For each answer whether it does the same.</param>
    public static Condition Of(Domain domain, int answer, bool[] does)
    {
        var truths = domain.Values[answer].Truths;
        ImmutableArray<int> told = [.. Enumerable.Range(0, truths.Length).Where(leaf => truths[leaf] is not null).OrderBy(leaf => truths[leaf] == false)];
        for (var parts = 1; parts <= Math.Min(MostParts, told.Length); parts++)
        {
            var best = Sets(told, parts).Where(set => Meeting(domain, truths, set).All(value => does[value]))
                .Select(set => (Set: set, Denials: set.Count(leaf => truths[leaf] == false), Met: Meeting(domain, truths, set).Count()))
                .OrderBy(static set => set.Denials).ThenByDescending(static set => set.Met).FirstOrDefault();
            if (!best.Set.IsDefault)
            {
                return Joined(domain, truths, best.Set);
            }
        }

        return OfClass(domain, answer) ?? Joined(domain, truths, told);
    }

    // Where leaves say nothing of an answer, no joint condition of theirs tells it from others.
    private static Condition? OfClass(Domain domain, int answer) => domain.Values[answer] switch
    {
        { Place: null, Meaning: ChoiceValue.Fixed(AnswerValue.Money(var status, _, _, _, _)) } => new Condition.MoneyIs(domain.Slot.Id, [status]),
        { Place: null, Meaning: ChoiceValue.Fixed(AnswerValue.Timeframe(var kind, _, _)) } => new Condition.TimeframeIs(domain.Slot.Id, [kind]),
        _ => null,
    };

    private static IEnumerable<ImmutableArray<int>> Sets(ImmutableArray<int> leaves, int parts) => parts == 0
        ? [[]]
        : leaves.Index().SelectMany(first => Sets(leaves[(first.Index + 1)..], parts - 1).Select(rest => rest.Insert(0, first.Item)));

    private static IEnumerable<int> Meeting(Domain domain, ImmutableArray<bool?> truths, ImmutableArray<int> set) =>
        Enumerable.Range(0, domain.Values.Length).Where(value => set.All(leaf => domain.Values[value].Truths[leaf] == truths[leaf]));

    private static Condition Joined(Domain domain, ImmutableArray<bool?> truths, ImmutableArray<int> set)
    {
        var parts = set.Select(leaf => truths[leaf] == true ? (Condition)domain.Leaves[leaf] : new Condition.Not(domain.Leaves[leaf])).ToImmutableArray();
        return parts.Length == 1 ? parts[0] : new Condition.All(parts);
    }
}
