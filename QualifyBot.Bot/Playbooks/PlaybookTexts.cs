using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>The texts that a playbook needs, named by its ids.</summary>
public static class PlaybookTexts
{
    // The problem is the playbook's own question, which says itself why it is asked.
    private static readonly SpinStep[] Deepening = [SpinStep.Situation, SpinStep.Implication, SpinStep.NeedPayoff];

    /// <summary>How a question is asked; the second wording is for when the first was not understood.</summary>
    public static string Ask(Playbook playbook, Question question) => $"{playbook.Id}.{question.Id}.ask";

    /// <summary>Why a question is asked.</summary>
    public static string Why(Playbook playbook, Question question) => $"{playbook.Id}.{question.Id}.why";

    /// <summary>How a step of SPIN is asked: in words of the playbook's question, or else in those that all playbooks share.</summary>
    public static string Ask(Playbook playbook, Question discovery, SpinStep step, TextCatalog texts) => OfStep(playbook, discovery, step, "ask", texts);

    /// <summary>Why a step of SPIN is asked.</summary>
    public static string Why(Playbook playbook, Question discovery, SpinStep step, TextCatalog texts) => OfStep(playbook, discovery, step, "why", texts);

    /// <summary>What stands on a button.</summary>
    public static string Label(Playbook playbook, Question question, Choice choice) => $"{playbook.Id}.{question.Id}.choice.{choice.Id}";

    /// <summary>What a disqualified visitor is told.</summary>
    public static string Disqualified(Playbook playbook, string reason) => $"{playbook.Id}.disqualified.{reason}";

    /// <summary>Faults, at the place in the playbook, for each text that a language lacks.</summary>
    internal static IEnumerable<PlaybookFault> Missing(LoadedPlaybook loaded, string file, TextCatalog texts)
    {
        if (loaded.Playbook is not { } playbook)
        {
            yield break;
        }

        foreach (var (id, path) in Needed(playbook).Concat(NeededForStyle(playbook, texts)))
        {
            if (!texts.Has(id))
            {
                var (line, column) = loaded.Find(path);
                var guess = Nearest.Remedy(id, texts.Ids);
                var hint = guess.StartsWith("Did", StringComparison.Ordinal) ? $" {guess}" : "";
                yield return new PlaybookFault(file, line, column, $"The text '{id}' is missing.", $"Add '{id}:' to {texts.File}.{hint}");
            }
        }
    }

    /// <summary>Ids of the texts that a playbook needs.</summary>
    internal static IEnumerable<string> Needed(Playbook playbook, TextCatalog texts) => Needed(playbook).Concat(NeededForStyle(playbook, texts)).Select(static needed => needed.Id);

    private static string OfStep(Playbook playbook, Question discovery, SpinStep step, string kind, TextCatalog texts)
    {
        var shared = $"spin.{Spelling<SpinStep>.Of(step)}.{kind}";
        var own = $"{playbook.Id}.{discovery.Id}.{shared}";
        return texts.Has(own) ? own : shared;
    }

    private static IEnumerable<(string Id, string Path)> NeededForStyle(Playbook playbook, TextCatalog texts) =>
        playbook.Discovery is { } discovery
            ? Enum.GetValues<SpinStep>().Select(step => Ask(playbook, discovery, step, texts)).Concat(Deepening.Select(step => Why(playbook, discovery, step, texts))).Select(id => (id, "style"))
            : [];

    private static IEnumerable<(string Id, string Path)> Needed(Playbook playbook)
    {
        foreach (var (place, question) in playbook.Questions.Index())
        {
            yield return (Ask(playbook, question), $"questions/{place}");
            yield return (Why(playbook, question), $"questions/{place}");
            foreach (var (index, choice) in question.Choices.Index())
            {
                yield return (Label(playbook, question, choice), $"questions/{place}/choices/{index}");
            }
        }

        foreach (var (place, disqualifier) in playbook.Disqualifiers.Index())
        {
            yield return (Disqualified(playbook, disqualifier.Id), $"disqualifiers/{place}");
        }

        foreach (var (place, route) in playbook.Routes.Index().Where(item => item.Item.Outcome == Outcome.Disqualify))
        {
            yield return (Disqualified(playbook, route.Id), $"routes/{place}");
        }
    }
}
