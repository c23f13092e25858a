using System.Collections.Immutable;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>Finds what is wrong with rules, caps, thresholds, disqualifiers and routes.</summary>
internal sealed class RuleProblems(PlaybookDraft draft, ConditionProblems conditions, ImmutableArray<PlaybookProblem>.Builder found)
{
    private const int MostPoints = 1000;

    public void Find()
    {
        FindInRules();
        FindInCaps();
        FindInThresholds();
        FindInRoutes();
        new SignalProblems(draft, found).FindIn(draft.Weights);
        if (draft.ProductQualified is { } product)
        {
            conditions.FindIn("product_qualified", product);
            new AbsenceProblems(found).FindIn("product_qualified", product);
        }
    }

    private void FindInRules()
    {
        for (var index = 0; index < draft.Rules.Length; index++)
        {
            var (path, rule) = ($"rules/{index}", draft.Rules[index]);
            if (rule.Points is 0 or < -MostPoints or > MostPoints)
            {
                Add($"{path}/points", $"The rule '{rule.Id}' gives {rule.Points} points.", $"Give between -{MostPoints} and {MostPoints} points, and not 0.");
            }

            if (rule.Group is { } group && !draft.Caps.Any(cap => string.Equals(cap.Group, group, StringComparison.Ordinal)))
            {
                Add($"{path}/group", $"The group '{group}' has no cap.", Nearest.Remedy(group, [.. draft.Caps.Select(cap => cap.Group)]));
            }

            conditions.FindIn($"{path}/when", rule.When);
            new AbsenceProblems(found).FindIn($"{path}/when", rule.When);
            new SignalProblems(draft, found).FindIn(path, rule);
        }
    }

    private void FindInCaps()
    {
        for (var index = 0; index < draft.Caps.Length; index++)
        {
            var (path, cap) = ($"caps/{index}", draft.Caps[index]);
            var axes = draft.Rules.Where(rule => string.Equals(rule.Group, cap.Group, StringComparison.Ordinal)).Select(rule => rule.Axis).Distinct().Count();
            if (cap.Most is < 1 or > MostPoints)
            {
                Add(path, $"The cap of '{cap.Group}' is {cap.Most}.", $"Allow between 1 and {MostPoints} points.");
            }

            if (axes == 0)
            {
                AddOfTheWhole(path, $"No rule is in the group '{cap.Group}'.", "Name the group in a rule, or remove the cap.");
            }
            else if (axes > 1)
            {
                AddOfTheWhole(path, $"The group '{cap.Group}' mixes rules of fit and of intent.", "Split it into two groups.");
            }
        }
    }

    private void FindInThresholds()
    {
        var (grid, stages) = (draft.Grid, draft.Stages);
        FindOrder("grid/fit", [("b", grid.FitB), ("a", grid.FitA)]);
        FindOrder("grid/intent", [("2", grid.Intent2), ("1", grid.Intent1)]);
        FindOrder("stages", [("iql", stages.Iql), ("mql", stages.Mql), ("sql", stages.Sql)]);
    }

    private void FindOrder(string path, ReadOnlySpan<(string Name, int Points)> rising)
    {
        for (var index = 1; index < rising.Length; index++)
        {
            var ((lower, low), (higher, high)) = (rising[index - 1], rising[index]);
            if (low >= high)
            {
                Add($"{path}/{higher}", $"The threshold of '{higher}' is {high}, not above that of '{lower}', which is {low}.", $"Put '{higher}' above '{lower}'.");
            }
        }
    }

    private void FindInRoutes()
    {
        for (var index = 0; index < draft.Disqualifiers.Length; index++)
        {
            conditions.FindIn($"disqualifiers/{index}/when", draft.Disqualifiers[index].When);
        }

        for (var index = 0; index < draft.Routes.Length; index++)
        {
            var (path, route, last) = ($"routes/{index}", draft.Routes[index], index == draft.Routes.Length - 1);
            conditions.FindIn($"{path}/when", route.When, mayReadScore: true);
            if (last && route.When is not null)
            {
                AddOfTheWhole(path, "The last route has a condition, so some leads would have no outcome.", "Add a last route without 'when'.");
            }
            else if (!last && route.When is null)
            {
                Add(path, $"The route '{route.Id}' takes every lead, so those behind it are never reached.", "Give it a 'when', or make it the last.");
            }
        }

        if (draft.Routes.IsEmpty)
        {
            AddOfTheWhole("routes", "There is no route, so no lead has an outcome.", "Add at least one, the last without 'when'.");
        }
    }

    private void Add(string path, string problem, string remedy) => found.Add(new PlaybookProblem(path, problem, remedy));

    private void AddOfTheWhole(string path, string problem, string remedy) => found.Add(new PlaybookProblem(path, problem, remedy, OfTheWhole: true));
}
