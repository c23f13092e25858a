using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>Which signals a condition counts. Those dated after today have not happened yet.</summary>
internal static class SignalTruth
{
    public static int Count(Condition.Happened condition, in Facts facts)
    {
        var count = 0;
        foreach (var signal in facts.Lead.Signals)
        {
            count += Counts(signal, condition, facts.Today) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a condition counts a signal on this day.</summary>
    public static bool Counts(Signal signal, Condition.Happened condition, DateOnly today)
    {
        var age = today.DayNumber - signal.On.DayNumber;
        return age >= 0 && (condition.WithinDays is not { } days || age < days) && condition.Kinds.Contains(signal.Kind, StringComparer.Ordinal);
    }
}
