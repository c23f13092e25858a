using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Proving;

/// <summary>Which signals of a kind may have come, as far as the playbook can tell: how many, and how old.</summary>
internal static class SignalCells
{
    private const int MostAges = 40;

    /// <summary>The variable of a kind.</summary>
    public static Variable Of(string kind, Playbook playbook)
    {
        var read = Parts.Of(playbook).SelectMany(static part => Parts.Within(part.When)).OfType<Condition.Happened>().Where(happened => happened.Kinds.Contains(kind, StringComparer.Ordinal)).ToList();
        var rules = playbook.Rules.Where(rule => rule.When is Condition.Happened happened && happened.Kinds.Contains(kind, StringComparer.Ordinal)).ToList();
        if (read.Count == 0)
        {
            return new Variable(kind, IsKind: true, [Cell.Empty], IsExact: true);
        }

        var most = Math.Max(read.Max(static happened => happened.Times), rules.Select(static rule => rule.Each).DefaultIfEmpty(1).Max());
        var (ages, areAll) = Ages(read, rules);
        var cells = new List<ImmutableArray<int>> { ImmutableArray<int>.Empty };
        for (var (count, last) = (1, cells.ToList()); count <= most && cells.Count <= Variable.Most; count++)
        {
            // Ages fall within a cell, so that each set of signals comes once.
            last = [.. last.SelectMany(fewer => ages.Where(age => fewer.IsEmpty || age <= fewer[^1]).Select(fewer.Add)).Take(Variable.Most + 1)];
            cells.AddRange(last);
        }

        var isExact = areAll && cells.Count <= Variable.Most;
        IEnumerable<ImmutableArray<int>> kept = cells.Count <= Variable.Most ? cells : Few(ages, most);
        return new Variable(kind, IsKind: true, [.. kept.Take(Variable.Most).Select(static some => new Cell(null, IsTold: false, some))], isExact);
    }

    // Signals of one age each, the smallest and the largest numbers first.
    private static IEnumerable<ImmutableArray<int>> Few(ImmutableArray<int> ages, int most) =>
        new[] { 0, most, 1 }.Concat(Enumerable.Range(2, Math.Max(0, most - 2))).Distinct()
            .SelectMany(count => count == 0 ? [ImmutableArray<int>.Empty] : ages.Select(age => Enumerable.Repeat(age, count).ToImmutableArray()));

    // One age for each stretch of days in which nothing changes.
    private static (ImmutableArray<int> Ages, bool AreAll) Ages(List<Condition.Happened> read, List<ScoreRule> rules)
    {
        var ages = new SortedSet<int> { 0 };
        foreach (var within in read.Select(static happened => happened.WithinDays).OfType<int>())
        {
            ages.Add(within);
        }

        foreach (var rule in rules.Where(static rule => rule.Decay is not null))
        {
            for (var (age, before) = (0, int.MaxValue); age <= rule.Decay!.UntilDays; age++)
            {
                var worth = Worth.Faded(rule, age);
                if (worth != before)
                {
                    ages.Add(age);
                    before = worth;
                }
            }
        }

        return ages.Count <= MostAges ? ([.. ages], true) : ([.. ages.Where((_, index) => index % ((ages.Count / MostAges) + 1) == 0).Append(ages.Max)], false);
    }
}
