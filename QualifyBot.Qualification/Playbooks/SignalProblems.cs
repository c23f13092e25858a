using System.Collections.Immutable;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>Finds what is wrong with conditions on signals, decay, repeated points and the weights of evidence.</summary>
internal sealed class SignalProblems(PlaybookDraft draft, ImmutableArray<PlaybookProblem>.Builder found)
{
    private const int MostDays = 3650;
    private const int MostTimes = 1000;
    private const int MostPercent = 1000;

    public void FindIn(string path, ScoreRule rule)
    {
        if (rule.Each is < 1 or > MostTimes)
        {
            Add($"{path}/each", $"The rule '{rule.Id}' cannot count {rule.Each} times.", $"Give between 1 and {MostTimes}.");
        }

        if (rule.Each > 1 && rule.When is not Condition.Happened)
        {
            Add($"{path}/each", $"The rule '{rule.Id}' counts several times, but it does not rest on signals alone.", "Remove 'each', or give the rule a condition of one 'signal'.");
        }

        if (rule.Decay is { } decay)
        {
            FindIn($"{path}/decay", rule, decay);
        }
    }

    public void FindIn(EvidenceWeights weights)
    {
        if (weights.SelfReported is < 1 or > MostPercent || weights.Evidenced is < 1 or > MostPercent)
        {
            Add("evidence", "A weight is out of range.", $"Give percentages between 1 and {MostPercent}.");
        }
        else if (weights.SelfReported > weights.Evidenced)
        {
            Add("evidence", "What visitors say of themselves weighs more than what signals confirm.", "Put 'evidenced' at or above 'self_reported'.");
        }
    }

    public void FindIn(string path, Condition.Happened happened)
    {
        if (happened.Kinds.IsEmpty)
        {
            found.Add(new PlaybookProblem(path, "The list is empty, so the condition never holds.", "Name at least one.", OfTheWhole: true));
        }

        foreach (var kind in happened.Kinds.Where(kind => !draft.Signals.Any(known => string.Equals(known.Id, kind, StringComparison.Ordinal))))
        {
            Add($"{path}/signal", $"There is no kind of signal '{kind}'.", Nearest.Remedy(kind, [.. draft.Signals.Select(known => known.Id)]));
        }

        if (happened.Times is < 1 or > MostDays)
        {
            Add($"{path}/times", $"A signal cannot be counted {happened.Times} times.", $"Give between 1 and {MostDays}.");
        }

        if (happened.WithinDays is < 1 or > MostDays)
        {
            Add($"{path}/within_days", $"{happened.WithinDays} days are out of range.", $"Give between 1 and {MostDays}; 1 is today.");
        }
    }

    private void FindIn(string path, ScoreRule rule, Decay decay)
    {
        if (rule.Axis == Axis.Fit)
        {
            Add(path, $"The rule '{rule.Id}' is of fit, and fit does not fade.", "Remove 'decay', or make the rule one of intent.");
        }

        if (rule.When is not Condition.Happened)
        {
            Add(path, $"The rule '{rule.Id}' fades, but it does not rest on signals alone.", "Remove 'decay', or give the rule a condition of one 'signal'.");
        }

        if (decay.FromDays < 0 || decay.UntilDays <= decay.FromDays || decay.UntilDays > MostDays)
        {
            Add(path, $"The points of '{rule.Id}' cannot fade from day {decay.FromDays} until day {decay.UntilDays}.", $"Let them fade from day 0 or later until a later day, at most {MostDays}.");
        }
    }

    private void Add(string path, string problem, string remedy) => found.Add(new PlaybookProblem(path, problem, remedy));
}
