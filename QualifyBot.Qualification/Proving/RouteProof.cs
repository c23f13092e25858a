using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Finds routes and outcomes that no lead comes to.</summary>
internal sealed class RouteProof(Proof proof)
{
    private readonly Playbook playbook = proof.Playbook;
    private readonly List<(RouteRule Route, Lead Lead)> taken = [];

    /// <summary>A lead for each route that is taken.</summary>
    public IReadOnlyList<(RouteRule Route, Lead Lead)> Taken => taken;

    public void Find()
    {
        var (reached, unsure) = (new HashSet<Outcome>(), new HashSet<Outcome>());
        for (var index = 0; index < playbook.Routes.Length; index++)
        {
            var solution = Take(index);
            if (solution.Cells is { } cells)
            {
                reached.Add(playbook.Routes[index].Outcome);
                taken.Add((playbook.Routes[index], proof.Space.LeadOf(cells)));
            }
            else if (solution.IsProved)
            {
                AddUnreached(index);
            }
            else
            {
                unsure.Add(playbook.Routes[index].Outcome);
                proof.AddUnproved($"routes/{index}", $"Whether any lead takes the route '{playbook.Routes[index].Id}'");
            }
        }

        FindInOutcomes(reached, unsure);
    }

    // Over finished talks first; then over those that may end before all is asked.
    private Solution Take(int index)
    {
        var route = playbook.Routes[index];
        ImmutableArray<Goal> goals =
        [
            .. route.When is { } when ? [proof.Holds(when)] : ImmutableArray<Goal>.Empty,
            .. playbook.Routes.Take(index).Select(earlier => proof.Fails(earlier.When!)),
            .. proof.NotDisqualified(),
        ];
        var solution = proof.Solver.Solve(proof.Answered, Takes, goals);
        solution = solution.Cells is null ? proof.Solver.Solve(proof.Finished, Takes, [.. goals, .. proof.NothingOpen]) : solution;
        return solution.Cells is null ? proof.Solver.Solve(proof.Anything, Takes, goals) : solution;

        bool Takes(int[] cells) => proof.Decide(proof.Space.LeadOf(cells))?.Reason == route.Id;
    }

    private void AddUnreached(int index)
    {
        var (path, route) = ($"routes/{index}", playbook.Routes[index]);
        if (route.When is not { } when)
        {
            AddRestUnreached(path, route);
            return;
        }

        var alone = proof.Solver.Solve(proof.Answered, proof.Holds(when));
        alone = alone.Cells is null ? proof.Solver.Solve(proof.Anything, proof.Holds(when)) : alone;
        if (alone.Cells is { } cells)
        {
            AddShadowed(path, route, when, cells);
        }
        else if (alone.IsProved)
        {
            proof.Add(FindingKinds.UnreachableRoute, Severity.Error, $"{path}/when", $"No lead can meet the condition of the route '{route.Id}': {ConditionWords.Of(when, playbook)}.",
                "Loosen the condition, lower its thresholds, or remove the route.", [.. Nearest(when)]);
        }
        else
        {
            proof.AddUnproved(path, $"Whether any lead meets the condition of the route '{route.Id}'");
        }
    }

    private void AddRestUnreached(string path, RouteRule route)
    {
        var some = proof.AsItStands(Lead.Empty);
        proof.Add(FindingKinds.ShadowedRoute, Severity.Error, path, $"No lead comes to the last route '{route.Id}': earlier routes and disqualifiers take them all.",
            $"Narrow the condition of '{some.Reason}' or of another route before it.", new ExampleLead($"Even a lead of whom nothing is known is taken by '{some.Reason}'.", Lead.Empty));
    }

    private void AddShadowed(string path, RouteRule route, Condition when, int[] cells)
    {
        var lead = proof.Space.LeadOf(cells);
        var taker = proof.AsItStands(lead).Reason;
        var slim = Proof.Slim(lead, rest => proof.IsTrue(when, rest) && proof.AsItStands(rest).Reason == taker);
        var isRoute = playbook.Routes.Any(other => other.Id == taker);
        proof.Add(FindingKinds.ShadowedRoute, Severity.Error, path,
            $"Every lead that meets the condition of the route '{route.Id}' is taken before it, by {(isRoute ? "an earlier route" : "a disqualifier")} such as '{taker}'.",
            isRoute ? $"Put '{route.Id}' before '{taker}', or narrow the condition of '{taker}'." : $"Narrow the disqualifier '{taker}', or the condition of '{route.Id}'.",
            new ExampleLead($"This lead meets the condition of '{route.Id}', but '{taker}' takes it.", slim));
    }

    // The lead with the most points among those that meet what does not read the points.
    private IEnumerable<ExampleLead> Nearest(Condition when)
    {
        ImmutableArray<Condition> parts = when is Condition.All(var several) ? several : [when];
        ImmutableArray<Goal> goals = [.. parts.Where(static part => !Parts.ReadsScore(part)).Select(proof.Holds)];
        return Parts.ReadsScore(when) && new Extremes(proof).Most(null, goals) is var (points, cells)
            ? [proof.Example($"This lead comes nearest: {Figures.Of(points)} points in all, and none that meets the rest of the condition has more.", cells, lead => proof.ScoreOf(lead).Total == points && goals.All(goal => proof.IsTrue(goal.When!, lead)))]
            : [];
    }

    private void FindInOutcomes(HashSet<Outcome> reached, HashSet<Outcome> unsure)
    {
        var named = playbook.Routes.Select(static route => route.Outcome).ToHashSet();
        foreach (var outcome in Enum.GetValues<Outcome>().Except(reached).Except(unsure))
        {
            var word = StageWords.Of(outcome);
            var first = playbook.Routes.Index().FirstOrDefault(route => route.Item.Outcome == outcome);
            if (named.Contains(outcome) && !(outcome == Outcome.Disqualify && !playbook.Disqualifiers.IsEmpty))
            {
                proof.Add(FindingKinds.UnreachableOutcome, Severity.Error, $"routes/{first.Index}/outcome", $"No lead comes to the outcome '{word}', though the route '{first.Item.Id}' leads there.",
                    "Mend the route so that some lead takes it.");
            }
            else if (!named.Contains(outcome) && outcome is Outcome.BookDemo or Outcome.Nurture)
            {
                proof.Add(FindingKinds.MissingOutcome, Severity.Warning, "routes", $"No route leads to the outcome '{word}'.", "Add a route to it, unless that is meant.");
            }
        }
    }
}
