using System.Collections.Immutable;
using System.Globalization;

namespace QualifyBot.Tests.Scoring.Laws;

/// <summary>Checks every law on the same generated cases, because a case costs more than a law. The seeds are fixed: a breach names its own.</summary>
public sealed class LawSweep
{
    /// <summary>Generated playbooks, each with a generated lead: 100,000, or what QUALIFYBOT_LAW_CASES says, for runs that repeat the laws often.</summary>
    public static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("QUALIFYBOT_LAW_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : 100_000;

    private readonly Dictionary<string, string> breaches = new(StringComparer.Ordinal);

    // One after the other: on all cores it would starve the hosts of the tests that run beside it.
    public LawSweep()
    {
        for (; Checked < Cases; Checked++)
        {
            CheckAll(Checked);
        }
    }

    /// <summary>The first breach found of each law that does not hold.</summary>
    public IReadOnlyDictionary<string, string> Breaches => breaches;

    /// <summary>How many cases were checked.</summary>
    public int Checked { get; private set; }

    internal static ImmutableArray<(string Name, Action<Case> Check)> Laws { get; } =
    [
        ("Receipts sum to the score and quote the lead", ReceiptLaws.SumAndQuote),
        ("Masking what a receipt cites removes it", ReceiptLaws.Masking),
        ("A receipt needs no answer but those it cites", ReceiptLaws.Alone),
        ("Caps hold", ScoreLaws.Caps),
        ("The order of the talk leaves no trace", ScoreLaws.Order),
        ("What is said twice counts once", ScoreLaws.Idempotence),
        ("Age never touches fit and never raises intent", ScoreLaws.Age),
        ("Where all rules rise, a better answer never costs", ScoreLaws.Rising),
        ("The decision is the same in every culture", DecisionLaws.Culture),
        ("The decision speaks of values alone", DecisionLaws.ValuesAlone),
        ("No single answer flips an outcome that is said to need more", DecisionLaws.SmallestChange),
    ];

    private void CheckAll(int seed)
    {
        var generated = Case.Of(seed);
        foreach (var (name, check) in Laws)
        {
            try
            {
                check(generated);
            }
            catch (Exception breach) when (breach is not OutOfMemoryException)
            {
                breaches.TryAdd(name, $"seed {seed}: {breach.Message}");
            }
        }
    }
}
