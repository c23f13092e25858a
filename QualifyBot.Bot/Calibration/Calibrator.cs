using System.Collections.Immutable;
using System.Globalization;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Calibration;

/// <summary>What leads with known results say about a rulebook. It proposes; it changes nothing.</summary>
/// <param name="Sample">The leads.</param>
/// <param name="Rules">Each rule of the playbook, in its order.</param>
/// <param name="Reliability">How well the score of today tells won from lost.</param>
/// <param name="Warnings">Why there is too little data to suggest points; empty = there is enough.</param>
public sealed record CalibrationResult(Sample Sample, ImmutableArray<RuleEstimate> Rules, Reliability Reliability, ImmutableArray<string> Warnings);

/// <summary>Compares the points of rules with what they predicted.</summary>
public static class Calibrator
{
    private const int LeastLeads = 100;
    private const int LeastEventsOfRule = 10;

    /// <summary>Compares. Deterministic: the same leads in the same order give the same figures.</summary>
    /// <exception cref="ArgumentException">No lead bought, or none did not.</exception>
    public static CalibrationResult Compare(Sample sample)
    {
        if (sample.Won == 0 || sample.Lost == 0)
        {
            throw new ArgumentException("There must be leads that bought and leads that did not.", nameof(sample));
        }

        var notes = Columns.NotesOf(sample);
        var kept = Enumerable.Range(0, sample.Playbook.Rules.Length).Where(rule => notes[rule] is null).ToArray();
        var observations = sample.Patterns.Select(pattern => new Observation([.. kept.Select(rule => pattern.Strengths[rule])], pattern.Won, pattern.Lost)).ToArray();
        var fit = Logistic.Fit(observations, kept.Length);
        var warnings = Warnings(sample, kept.Length);
        var estimates = Enumerable.Range(0, notes.Length).Select(rule => Estimate(sample, rule, notes[rule], Array.IndexOf(kept, rule) is var place and >= 0 ? Interval.Of(fit.Coefficients[place], fit.Errors[place]) : null)).ToArray();
        var factor = FactorOf(sample, estimates);
        return new CalibrationResult(sample, [.. estimates.Select(estimate => warnings.IsEmpty && factor is { } known ? Judge(sample, estimate, known) : estimate)], Reliability.Of(sample), warnings);
    }

    private static ImmutableArray<string> Warnings(Sample sample, int columns)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var (leads, events) = (sample.Won + sample.Lost, Math.Min(sample.Won, sample.Lost));
        if (leads < LeastLeads)
        {
            found.Add(string.Create(CultureInfo.InvariantCulture, $"Only {leads} leads have a result; below {LeastLeads} no points are suggested."));
        }

        if (events < (long)LeastEventsOfRule * columns)
        {
            found.Add(string.Create(CultureInfo.InvariantCulture, $"Only {events} leads have the rarer result, for {columns} rules; below {LeastEventsOfRule} a rule no points are suggested."));
        }

        return found.ToImmutable();
    }

    private static RuleEstimate Estimate(Sample sample, int rule, string? note, Interval? coefficient)
    {
        var with = sample.Patterns.Where(pattern => pattern.Strengths[rule] != 0).ToArray();
        var (won, lost) = (with.Sum(static pattern => pattern.Won), with.Sum(static pattern => pattern.Lost));
        var (others, bought) = (sample.Won + sample.Lost - won - lost, sample.Won - won);
        return new RuleEstimate(
            sample.Playbook.Rules[rule].Id,
            sample.Playbook.Rules[rule].Points,
            won + lost,
            won + lost == 0 ? double.NaN : (double)won / (won + lost),
            others == 0 ? double.NaN : (double)bought / others,
            coefficient,
            null,
            RuleVerdict.TooLittleData,
            note);
    }

    // Points a log-odd, such that the points of the rules with enough data add up to what they add up to now, signs aside.
    private static double? FactorOf(Sample sample, RuleEstimate[] estimates)
    {
        var known = estimates.Where(estimate => HasEnough(sample, estimate)).ToArray();
        var odds = known.Sum(static estimate => Math.Abs(estimate.Coefficient!.Middle));
        return odds > 0 ? known.Sum(static estimate => Math.Abs(estimate.Points)) / odds : null;
    }

    private static bool HasEnough(Sample sample, RuleEstimate estimate) =>
        estimate.Coefficient is not null && estimate.With >= LeastEventsOfRule && sample.Won + sample.Lost - estimate.With >= LeastEventsOfRule;

    private static RuleEstimate Judge(Sample sample, RuleEstimate estimate, double factor)
    {
        if (!HasEnough(sample, estimate))
        {
            return estimate;
        }

        var suggested = estimate.Coefficient!.Times(factor);
        var points = estimate.Points;
        var verdict = points > 0 ? suggested.High < 0 : suggested.Low > 0;
        return estimate with
        {
            Suggested = suggested,
            Verdict = verdict ? RuleVerdict.WrongSign : points > suggested.High ? RuleVerdict.TooHigh : points < suggested.Low ? RuleVerdict.TooLow : RuleVerdict.AsExpected,
        };
    }
}
