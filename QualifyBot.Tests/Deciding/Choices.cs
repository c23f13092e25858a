using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Deciding;

/// <summary>Enumerates leads over the clickable answers of a playbook, and one answer withheld for each question.</summary>
internal static class Choices
{
    private const int MostPartialLeads = 20_000;

    /// <summary>All leads in which every question is answered.</summary>
    public static IEnumerable<Lead> Leads(Playbook playbook, DateOnly today) =>
        playbook.Questions.Aggregate<Question, IEnumerable<Lead>>([Lead.Empty], (leads, question) =>
            leads.SelectMany(lead => Answers(question, today).Select(lead.With)));

    /// <summary>All leads in which each question is answered or open; a part of them, spread evenly, where there are many.</summary>
    public static IEnumerable<Lead> PartialLeads(Playbook playbook, DateOnly today)
    {
        var count = playbook.Questions.Aggregate(1, (product, question) => product * (Answers(question, today).Count() + 1));
        return AllPartialLeads(playbook, today).Where((_, index) => unchecked((uint)index * 2654435761) % (uint)((count / MostPartialLeads) + 1) == 0);
    }

    private static IEnumerable<Lead> AllPartialLeads(Playbook playbook, DateOnly today) =>
        playbook.Questions.Aggregate<Question, IEnumerable<Lead>>([Lead.Empty], (leads, question) =>
            leads.SelectMany(lead => Answers(question, today).Select(lead.With).Prepend(lead)));

    /// <summary>All answers to all the questions that could be asked next.</summary>
    public static IEnumerable<Answer> NextAnswers(Lead lead, Playbook playbook, DateOnly today) =>
        Decider.Askable(lead, playbook, today).SelectMany(question => Answers(question, today));

    /// <summary>The clickable answers to a question, and one withheld. All free words count alike: one button stands for them.</summary>
    public static IEnumerable<Answer> Answers(Question question, DateOnly today) => question.Choices
        .DistinctBy(choice => question.Slot.Type == SlotType.Text ? choice.Value.GetType().Name : choice.Id, StringComparer.Ordinal)
        .Select(choice => choice.ValueOn(today))
        .Append(Withheld(WithheldReason.NotUnderstood))
        .Select(value => AnswerFor(question.Slot.Id, value));
}
