using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Finds questions that are never asked, wait for each other, or whose answers nothing reads.</summary>
internal sealed class QuestionProof(Proof proof)
{
    private readonly Playbook playbook = proof.Playbook;

    public void Find()
    {
        FindUnread();
        var asked = Askable();
        for (var index = 0; index < playbook.Questions.Length; index++)
        {
            var question = playbook.Questions[index];
            if (question.When is { } when && !proof.Solver.Solve(proof.Anything, proof.Holds(when)).IsImpossible)
            {
                FindIn(index, question, when, asked);
            }
        }
    }

    private void FindIn(int index, Question question, Condition when, HashSet<string> asked)
    {
        var path = $"questions/{index}";
        var goals = playbook.Questions.Take(index).Where(earlier => earlier.Slot.Id == question.Slot.Id).Select(earlier => proof.Fails(earlier.When!)).ToList();
        if (goals.Count > 0 && proof.Solver.Solve(proof.Anything, [proof.Holds(when), .. goals]).IsImpossible)
        {
            proof.Add(FindingKinds.QuestionNeverAsked, Severity.Error, $"{path}/when", $"The question '{question.Id}' is never asked: an earlier one fills the slot '{question.Slot.Id}' wherever its condition holds.", "Narrow the condition of the earlier question, or remove one of the two.");
        }
        else if (proof.Solver.Solve(proof.Anything, [proof.Holds(when), .. proof.NotDisqualified()]).IsImpossible)
        {
            proof.Add(FindingKinds.QuestionNeverAsked, Severity.Error, $"{path}/when", $"The question '{question.Id}' is never asked: wherever its condition holds, the lead is disqualified.", "Change the condition, or narrow the disqualifier.");
        }
        else if (!asked.Contains(question.Id))
        {
            AddUnaskable(path, question, when, asked);
        }
        else
        {
            FindOrder(index, question, when);
        }
    }

    // Questions asked sooner or later in a talk in which nothing is told unasked.
    private HashSet<string> Askable()
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        for (var (before, after) = (-1, 0); before != after; (before, after) = (after, asked.Count))
        {
            foreach (var question in playbook.Questions)
            {
                if (question.When is null || proof.Solver.Solve(Told(asked, after), proof.Holds(question.When)).Cells is not null)
                {
                    asked.Add(question.Id);
                }
            }
        }

        return asked;
    }

    // What no question fills comes from elsewhere.
    private Ground Told(HashSet<string> asked, int round)
    {
        var open = playbook.Questions.Select(static question => question.Slot.Id)
            .Except(playbook.Questions.Where(question => asked.Contains(question.Id)).Select(static question => question.Slot.Id), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return new Ground($"told {round} {asked.Count}", [.. proof.Space.Variables.Select(variable => !variable.IsKind && open.Contains(variable.Id) ? UInt128.One : variable.All)]);
    }

    private void AddUnaskable(string path, Question question, Condition when, HashSet<string> asked)
    {
        var awaited = playbook.Questions.Where(other => !asked.Contains(other.Id) && Parts.Slots(when).Contains(other.Slot.Id, StringComparer.Ordinal)).ToList();
        var circle = awaited.Find(other => WaitsFor(other, question, []));
        if (circle is not null)
        {
            proof.Add(FindingKinds.QuestionLoop, Severity.Error, $"{path}/when", $"The questions '{question.Id}' and '{circle.Id}' wait for each other, so neither is asked.", "Let one of them be asked without the other's answer.");
        }
        else
        {
            proof.Add(FindingKinds.QuestionNeverAsked, Severity.Error, $"{path}/when", $"The question '{question.Id}' waits for an answer that is never asked for: {ConditionWords.Of(when, playbook)}.", awaited.Count > 0 ? $"Mend the condition of the question '{awaited[0].Id}' first." : "Let it wait for something else.");
        }
    }

    private bool WaitsFor(Question one, Question other, HashSet<string> seen) => one.When is { } when && seen.Add(one.Id) && playbook.Questions.Any(next =>
        Parts.Slots(when).Contains(next.Slot.Id, StringComparer.Ordinal) && (next.Id == other.Id || WaitsFor(next, other, seen)));

    // Asked only once a later question is answered.
    private void FindOrder(int index, Question question, Condition when)
    {
        var earlier = playbook.Questions.Take(index).Select(static before => before.Slot.Id).ToHashSet(StringComparer.Ordinal);
        var later = playbook.Questions.Skip(index + 1).FirstOrDefault(next => Parts.Slots(when).Contains(next.Slot.Id, StringComparer.Ordinal) && !earlier.Contains(next.Slot.Id));
        if (later is null)
        {
            return;
        }

        var asked = playbook.Questions.Select(static before => before.Slot.Id).ToHashSet(StringComparer.Ordinal);
        var ground = new Ground($"before {index}", [.. proof.Space.Variables.Select(variable => !variable.IsKind && asked.Contains(variable.Id) && !earlier.Contains(variable.Id) ? UInt128.One : variable.All)]);
        if (proof.Solver.Solve(ground, proof.Holds(when)).IsImpossible)
        {
            proof.Add(FindingKinds.QuestionOrder, Severity.Warning, $"questions/{index}/when", $"The question '{question.Id}' waits for '{later.Slot.Id}', which is asked for only later, by '{later.Id}'.", $"Put it behind '{later.Id}', where it is asked anyway.");
        }
    }

    private void FindUnread()
    {
        var read = playbook.Rules.Select(static rule => rule.When).Concat(playbook.Disqualifiers.Select(static disqualifier => disqualifier.When))
            .Concat(playbook.Routes.Select(static route => route.When).OfType<Condition>()).Concat(playbook.ProductQualified is { } product ? [product] : [])
            .SelectMany(static when => Parts.Slots(when)).ToHashSet(StringComparer.Ordinal);
        for (var before = -1; before != read.Count;)
        {
            before = read.Count;
            read.UnionWith(playbook.Questions.Where(question => question.When is not null && read.Contains(question.Slot.Id)).SelectMany(static question => Parts.Slots(question.When!)));
        }

        foreach (var (index, question) in playbook.Questions.Index().Where(question => !read.Contains(question.Item.Slot.Id)))
        {
            proof.Add(FindingKinds.UnreadQuestion, Severity.Error, $"questions/{index}", $"No rule, route or disqualifier reads the answer to the question '{question.Id}'.", $"Add a rule on '{question.Slot.Id}', or remove the question: it costs the visitor an answer for nothing.");
        }
    }
}
