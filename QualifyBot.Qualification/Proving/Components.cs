using System.Collections.Immutable;

namespace QualifyBot.Qualification.Proving;

/// <summary>Splits the rules of a playbook into parts whose points add up.</summary>
internal static class Components
{
    /// <summary>Rules that read a variable in common are in one block, and blocks under a cap in common in one component.</summary>
    public static ImmutableArray<Component> Of(ImmutableArray<RuleTable> tables, Space space)
    {
        var joined = new Joined(space.Variables.Length);
        foreach (var table in tables.Where(static table => !table.Variables.IsEmpty))
        {
            joined.Join(table.Variables);
        }

        var blocks = tables.Where(static table => !table.Variables.IsEmpty).GroupBy(table => joined.Of(table.Variables[0]))
            .Select(group => BlockOf([.. group], space)).ToList();
        var shared = new Joined(space.Playbook.Caps.Length);
        foreach (var block in blocks.Where(static block => !block.Caps.IsEmpty))
        {
            shared.Join(block.Caps);
        }

        return
        [
            // Those under caps come first: their sets come in many states, and are smallest while little is added.
            .. blocks.Where(static block => !block.Caps.IsEmpty).GroupBy(block => shared.Of(block.Caps[0])).Select(group => new Component([.. group], space)),
            .. blocks.Where(static block => block.Caps.IsEmpty).Select(block => new Component([block], space)),
        ];
    }

    private static Block BlockOf(ImmutableArray<RuleTable> rules, Space space) => new(
        [.. rules.SelectMany(static rule => rule.Variables).Distinct().Order()],
        rules,
        [.. rules.Where(static rule => rule.Rule.Points > 0).Select(rule => space.Playbook.CapOf(rule.Index)).OfType<int>().Distinct().Order()],
        space);

    /// <summary>Which of so many things hang together.</summary>
    private sealed class Joined(int count)
    {
        private readonly int[] roots = [.. Enumerable.Range(0, count)];

        public int Of(int one)
        {
            while (roots[one] != one)
            {
                one = roots[one];
            }

            return one;
        }

        public void Join(ImmutableArray<int> some)
        {
            foreach (var other in some)
            {
                roots[Of(other)] = Of(some[0]);
            }
        }
    }
}
