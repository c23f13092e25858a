using System.Collections.Immutable;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Finds what is wrong inside single conditions: parts that exclude each other, never hold, always hold or add nothing.</summary>
internal sealed class ConditionProof(Proof proof)
{
    private string path = "";
    private string dead = "";

    public void Find()
    {
        foreach (var (place, when) in Parts.Of(proof.Playbook))
        {
            (path, dead) = (place, KindOf(place));
            FindDead(when);
            FindAlways(when);
        }
    }

    private static string KindOf(string path) => path.Split('/')[0] switch
    {
        "rules" => FindingKinds.DeadRule,
        "disqualifiers" => FindingKinds.DeadDisqualifier,
        "routes" => FindingKinds.UnreachableRoute,
        "questions" => FindingKinds.QuestionNeverAsked,
        _ => FindingKinds.NeverProductQualified,
    };

    // What reads the points is proved with the routes.
    private void FindDead(Condition condition)
    {
        var isDead = !Parts.ReadsScore(condition) && IsImpossible([proof.Holds(condition)]);
        switch (condition)
        {
            case Condition.All(var parts):
                FindDeadIn(condition, [.. parts.Where(static part => !Parts.ReadsScore(part))]);
                break;
            case Condition.Any(var parts) when isDead:
                FindDead(parts[0]);
                break;
            case Condition.Any(var parts):
                FindDeadAmong(parts);
                break;
            default:
                if (isDead)
                {
                    AddDead(condition, $"It never holds: {Words(condition)}.");
                }

                break;
        }

        if (condition is Condition.All({ Length: > 1 } all) && all.Any(Parts.ReadsScore))
        {
            foreach (var part in all.Where(Parts.ReadsScore))
            {
                FindDead(part);
            }
        }
    }

    private void FindDeadIn(Condition whole, ImmutableArray<Condition> parts)
    {
        foreach (var part in parts)
        {
            FindDead(part);
        }

        FindTwice(parts);
        if (parts.Length < 2 || parts.Any(part => IsImpossible([proof.Holds(part)])) || !IsImpossible(parts.Select(proof.Holds)))
        {
            return;
        }

        var pair = parts.SelectMany((one, index) => parts.Skip(index + 1).Select(other => (One: one, Other: other)))
            .FirstOrDefault(pair => IsImpossible([proof.Holds(pair.One), proof.Holds(pair.Other)]));
        var what = pair.One is null ? string.Join("', '", parts.Select(Words)) : $"{Words(pair.One)}' and '{Words(pair.Other)}";
        proof.Add(new Finding(FindingKinds.Contradiction, Severity.Error, path, $"{Name()} can never hold: '{what}' exclude each other.", "Change one of the bounds or values, or use 'any' where either may hold.")
        {
            At = pair.Other ?? whole,
            Examples = [.. (pair.One is null ? [] : new[] { pair.One, pair.Other! }).Select(ExampleOf).OfType<ExampleLead>()],
        });
    }

    private void FindDeadAmong(ImmutableArray<Condition> parts)
    {
        var kept = parts.ToList();
        foreach (var part in parts)
        {
            if (!Parts.ReadsScore(part) && IsImpossible([proof.Holds(part)]))
            {
                dead = FindingKinds.DeadCondition;
                FindDead(part);
                kept.Remove(part);
            }
            else
            {
                FindDead(part);
            }
        }

        foreach (var part in Enumerable.Reverse(kept.ToList()).Where(part => !Parts.ReadsScore(part)))
        {
            var others = kept.Where(other => !ReferenceEquals(other, part)).ToList();
            if (others.Count > 0 && !others.Exists(Parts.ReadsScore) && IsImpossible([proof.Holds(part), .. others.Select(proof.Fails)]))
            {
                kept.Remove(part);
                proof.Add(new Finding(FindingKinds.RedundantCondition, Severity.Warning, path, $"'{Words(part)}' adds nothing: the other alternatives hold wherever it does.", "Remove it, or change it to what was meant.") { At = part });
            }
        }
    }

    private void FindTwice(ImmutableArray<Condition> parts)
    {
        foreach (var part in parts.Where((part, index) => parts.Take(index).Any(earlier => Words(earlier) == Words(part))))
        {
            proof.Add(new Finding(FindingKinds.RedundantCondition, Severity.Warning, path, $"'{Words(part)}' stands twice.", "Remove one, or change it to what was meant.") { At = part });
        }
    }

    // A condition that is never surely false says nothing but that there is an answer.
    private void FindAlways(Condition condition)
    {
        ImmutableArray<Condition> parts = condition is Condition.All(var all) ? all : condition is Condition.Any(var any) ? any : [];
        var isAlways = IsAlways(condition);
        if (!isAlways || parts.Any(IsAlways))
        {
            foreach (var part in parts)
            {
                FindAlways(part);
            }

            return;
        }

        proof.Add(new Finding(FindingKinds.AlwaysTrue, Severity.Error, path, $"'{Words(condition)}' is true of every answer that it can be asked of.", "Set a bound or name values that some answers do not meet, or use 'answered: true'.")
        {
            At = condition,
            Examples = [.. new[] { ExampleOf(condition) }.OfType<ExampleLead>()],
        });
    }

    private bool IsAlways(Condition condition) => !Parts.ReadsScore(condition) && IsImpossible([proof.Holds(new Condition.Not(condition))]);

    private ExampleLead? ExampleOf(Condition condition) =>
        proof.Solver.Solve(proof.Anything, proof.Holds(condition)).Cells is { } cells
            ? proof.Example($"This lead meets '{Words(condition)}'.", cells, lead => proof.IsTrue(condition, lead))
            : null;

    private void AddDead(Condition condition, string problem) =>
        proof.Add(new Finding(dead, Severity.Error, path, problem, "Change it to what some lead can meet, or remove it.") { At = condition });

    private string Name() => dead == FindingKinds.DeadCondition ? "A part of the condition" : "The condition";

    private string Words(Condition condition) => ConditionWords.Of(condition, proof.Playbook);

    private bool IsImpossible(IEnumerable<Goal> goals) => proof.Solver.Solve(proof.Anything, goals).IsImpossible;
}
