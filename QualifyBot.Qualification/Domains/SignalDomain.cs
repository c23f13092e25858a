using System.Collections.Immutable;
using System.Globalization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Domains;

/// <summary>What the playbook can tell apart of the signals of one kind.</summary>
/// <param name="Kind">Id of the kind.</param>
/// <param name="Counts">How many there may be, rising from 0: other numbers of one age count as the next lower of these.</param>
/// <param name="Ages">Ages in days, rising from 0, at which a condition starts or stops to count a signal, or its points start or stop to fade; between two of them points fade in a straight line.</param>
public sealed record SignalDomain(string Kind, ImmutableArray<int> Counts, ImmutableArray<int> Ages)
{
    /// <summary>So many signals of the kind, of one age.</summary>
    /// <param name="count">How many, 0 or more.</param>
    /// <param name="age">Days before <paramref name="today"/>.</param>
    /// <param name="today">The day on which they are looked at.</param>
    public ImmutableArray<Signal> Signals(int count, int age, DateOnly today) =>
        [.. Enumerable.Range(1, count).Select(number => new Signal(string.Create(CultureInfo.InvariantCulture, $"{Kind}-{number}"), Kind, today.AddDays(-age), "example"))];

    internal static SignalDomain Of(SignalKind kind, ImmutableArray<Condition> conditions, Playbook playbook)
    {
        var (counts, ages) = (new SortedSet<int> { 0 }, new SortedSet<int> { 0 });
        foreach (var happened in conditions.SelectMany(ReadConditions.OnSignals).Where(happened => happened.Kinds.Contains(kind.Id, StringComparer.Ordinal)))
        {
            counts.UnionWith(Enumerable.Range(1, happened.Times));
            ages.UnionWith(happened.WithinDays is { } days ? [days - 1, days] : []);
        }

        foreach (var rule in playbook.Rules.Where(rule => rule.When is Condition.Happened(var kinds, _, _) && kinds.Contains(kind.Id, StringComparer.Ordinal)))
        {
            counts.UnionWith(Enumerable.Range(1, rule.Each));
            ages.UnionWith(rule.Decay is { } decay ? [decay.FromDays, decay.UntilDays - 1, decay.UntilDays] : []);
        }

        return new SignalDomain(kind.Id, [.. counts], [.. ages]);
    }
}
