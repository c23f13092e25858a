using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Finds thresholds, grades and stages that no lead reaches, or every lead.</summary>
internal sealed class ThresholdProof(Proof proof)
{
    public void Find()
    {
        var (grid, stages) = (proof.Playbook.Grid, proof.Playbook.Stages);
        FindAt("grid/fit/b", "of grade B", Axis.Fit, grid.FitB);
        FindAt("grid/fit/a", "of grade A", Axis.Fit, grid.FitA);
        FindAt("grid/intent/2", "of grade 2", Axis.Intent, grid.Intent2);
        FindAt("grid/intent/1", "of grade 1", Axis.Intent, grid.Intent1);
        FindAt("stages/iql", "of the stage 'information-qualified'", null, stages.Iql);
        FindAt("stages/mql", "of the stage 'marketing-qualified'", null, stages.Mql);
        FindAt("stages/sql", "of the stage 'sales-qualified'", null, stages.Sql);
        for (var index = 0; index < proof.Playbook.Routes.Length; index++)
        {
            foreach (var part in proof.Playbook.Routes[index].When is { } when ? Parts.Within(when) : [])
            {
                FindIn($"routes/{index}/when", part);
            }
        }
    }

    private void FindIn(string path, Condition part)
    {
        switch (part)
        {
            case Condition.PointsAtLeast(var axis, var points):
                FindAt(path, $"of {Figures.Of(points)}", axis, points, part);
                break;
            case Condition.GradeIs(var grades):
                foreach (var grade in grades)
                {
                    FindValue(path, part, new Condition.GradeIs([grade]), $"the grade {grade}");
                }

                FindAlways(path, part);
                break;
            case Condition.StageIs(var stages):
                foreach (var stage in stages)
                {
                    FindValue(path, part, new Condition.StageIs([stage]), $"the stage '{StageWords.Of(stage)}' here");
                }

                FindAlways(path, part);
                break;
        }
    }

    private void FindAt(string path, string name, Axis? axis, int points, Condition? at = null)
    {
        var condition = new Condition.PointsAtLeast(axis, points);
        var kind = axis is { } known ? $"points of {StageWords.Of(known)}" : "points";
        if (IsImpossible(proof.Holds(condition)))
        {
            var best = new Extremes(proof).Most(axis, [.. proof.NotDisqualified()]);
            Add(FindingKinds.ThresholdOutOfReach, path, $"No lead reaches the threshold {name}: it needs {Figures.Of(points)} {kind}{(best is var (most, _) ? $", and the most is {Figures.Of(most)}" : "")}.",
                "Lower the threshold, or give more points.", at, best is var (top, cells) ? [Show(axis, "most", top, cells)] : []);
        }
        else if (IsImpossible(proof.Fails(condition)))
        {
            var least = new Extremes(proof).Least(axis, [.. proof.NotDisqualified()]);
            Add(FindingKinds.ThresholdAlwaysMet, path, $"Every lead reaches the threshold {name}: it needs {Figures.Of(points)} {kind}{(least is var (low, _) ? $", and the least is {Figures.Of(low)}" : "")}.",
                "Raise the threshold.", at, least is var (bottom, cells) ? [Show(axis, "least", bottom, cells)] : []);
        }
    }

    private ExampleLead Show(Axis? axis, string word, int points, int[] cells) => proof.Example(
        $"This lead has the {word}: {Figures.Of(points)}.", cells, lead => (axis, proof.ScoreOf(lead)) switch
        {
            (Axis.Fit, var score) => score.Fit,
            (Axis.Intent, var score) => score.Intent,
            (_, var score) => score.Total,
        } == points && proof.AsItStands(lead).Stage != Stage.Disqualified);

    private void FindValue(string path, Condition at, Condition value, string name)
    {
        if (IsImpossible(proof.Holds(value)))
        {
            Add(FindingKinds.DeadCondition, path, $"No lead has {name}.", "Remove it, or mend the thresholds so that some lead can have it.", at, []);
        }
    }

    private void FindAlways(string path, Condition part)
    {
        if (IsImpossible(proof.Fails(part)))
        {
            Add(FindingKinds.ThresholdAlwaysMet, path, $"Every lead meets '{ConditionWords.Of(part, proof.Playbook)}'.", "Remove it, or name fewer.", part, [new ExampleLead("Even a lead of whom nothing is known does.", Lead.Empty)]);
        }
    }

    private void Add(string kind, string path, string problem, string remedy, Condition? at, ExampleLead[] examples) =>
        proof.Add(new Finding(kind, Severity.Error, path, problem, remedy) { At = at, Examples = [.. examples] });

    private bool IsImpossible(Goal goal) => proof.Solver.Solve(proof.Anything, [goal, .. proof.NotDisqualified()]).IsImpossible;
}
