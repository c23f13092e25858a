using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Explaining;

/// <summary>Signals in plain words: "pricing page seen at least 2 times in the last 30 days".</summary>
internal static class SignalWords
{
    public static Phrase Of(Condition.Happened happened, bool wanted, Playbook playbook)
    {
        var (_, times, days) = happened;
        var kinds = Phrase.List("", [.. happened.Kinds.Distinct(StringComparer.Ordinal).Select(kind => NameOf(kind, playbook))]);
        var often = (wanted, times) switch
        {
            (true, 1) => "",
            (true, _) => $" at least {Figures.Of(times)} times",
            (false, 1) => "",
            (false, _) => $" fewer than {Figures.Of(times)} times",
        };
        var when = days switch
        {
            null => "",
            1 => " today",
            { } last => $" in the last {Figures.Of(last)} days",
        };
        var start = wanted || times > 1 ? "" : "no ";
        return often.Length + when.Length + start.Length > 0 ? new Phrase($"{start}{kinds.Within(Joint.None)}{often}{when}") : kinds;
    }

    /// <summary>"pricing page seen (website, 20 November 2026)".</summary>
    public static string Of(Signal signal, Playbook playbook) => $"{NameOf(signal.Kind, playbook)} ({Source(signal)})";

    /// <summary>"website, 20 November 2026".</summary>
    public static string Source(Signal signal) => $"{signal.Source}, {Figures.Of(signal.On)}";

    // "Pricing page seen" goes on in the middle of a sentence; "PQL reached" keeps its capitals.
    private static string NameOf(string kind, Playbook playbook)
    {
        foreach (var known in playbook.Signals)
        {
            if (string.Equals(known.Id, kind, StringComparison.Ordinal))
            {
                return known.Name.Length > 1 && char.IsLower(known.Name[1]) ? char.ToLowerInvariant(known.Name[0]) + known.Name[1..] : known.Name;
            }
        }

        return SlotWords.NameOf(kind);
    }
}
