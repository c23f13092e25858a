using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>The texts that a playbook needs, named by its ids.</summary>
public static class PlaybookTexts
{
    /// <summary>How a question is asked; the second wording is for when the first was not understood.</summary>
    public static string Ask(Playbook playbook, Question question) => $"{playbook.Id}.{question.Id}.ask";

    /// <summary>Why a question is asked.</summary>
    public static string Why(Playbook playbook, Question question) => $"{playbook.Id}.{question.Id}.why";

    /// <summary>What stands on a button.</summary>
    public static string Label(Playbook playbook, Question question, Choice choice) => $"{playbook.Id}.{question.Id}.choice.{choice.Id}";

    /// <summary>What a disqualified visitor is told.</summary>
    public static string Disqualified(Playbook playbook, string reason) => $"{playbook.Id}.disqualified.{reason}";

    /// <summary>Faults, at the place in the playbook, for each text that a language lacks.</summary>
    internal static IEnumerable<PlaybookFault> Missing(LoadedPlaybook loaded, string file, TextCatalog texts, string textFile)
    {
        if (loaded.Playbook is not { } playbook)
        {
            yield break;
        }

        foreach (var (id, path) in Needed(playbook))
        {
            if (!texts.Has(id))
            {
                var (line, column) = loaded.Find(path);
                var guess = Nearest.Remedy(id, texts.Ids);
                var hint = guess.StartsWith("Did", StringComparison.Ordinal) ? $" {guess}" : "";
                yield return new PlaybookFault(file, line, column, $"The text '{id}' is missing.", $"Add '{id}:' to {textFile}.{hint}");
            }
        }
    }

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
