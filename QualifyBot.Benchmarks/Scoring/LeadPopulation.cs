using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Benchmarks.Scoring;

/// <summary>Leads who answered by the buttons of a shipped playbook: each of its questions, or all but some.</summary>
internal static class LeadPopulation
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    /// <summary>The shipped playbooks.</summary>
    public static IEnumerable<Playbook> Playbooks() =>
        PlaybookCatalog.Load(Path.Combine(AppContext.BaseDirectory, "dialogs")).Playbooks.Values.OrderBy(static playbook => playbook.Id, StringComparer.Ordinal);

    /// <summary>So many leads, the same ones for the same seed.</summary>
    /// <param name="playbook">Whose questions they answer.</param>
    /// <param name="count">How many.</param>
    /// <param name="answered">Share of the questions answered, in percent.</param>
    /// <param name="seed">Picks the answers.</param>
    public static Lead[] Of(Playbook playbook, int count, int answered, int seed)
    {
        var random = new Random(seed);
        var leads = new Lead[count];
        for (var index = 0; index < count; index++)
        {
            leads[index] = playbook.Questions.Where(question => !question.Choices.IsEmpty && random.Next(100) < answered)
                .Aggregate(Lead.Empty, (lead, question) => lead.With(Answer(question, question.Choices[random.Next(question.Choices.Length)])));
        }

        return leads;
    }

    private static Answer Answer(Question question, Choice choice) =>
        new(question.Slot.Id, choice.ValueOn(Today), new Evidence($"m-{question.Id}", 0, choice.Id.Length, choice.Id, "choice"), new DateTimeOffset(Today, TimeOnly.MinValue, TimeSpan.Zero));
}
