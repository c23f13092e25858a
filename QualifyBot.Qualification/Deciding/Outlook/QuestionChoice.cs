using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>Chooses among the questions that may be asked now the one that can change the outcome most.</summary>
internal static class QuestionChoice
{
    /// <summary>
    /// The first question of the order that matters. Where none of them does by itself, because all that matters waits for other questions, the first
    /// on which a question waits.
    /// </summary>
    /// <param name="completions">What may still come.</param>
    /// <param name="plan">The playbook.</param>
    /// <param name="askable">Questions that may be asked now, at least one, in playbook order.</param>
    /// <param name="opens">Whether nothing that is asked for is known yet: a talk opens as the playbook does.</param>
    public static Question Of(Completions completions, Plan plan, ImmutableArray<PlannedQuestion> askable, bool opens)
    {
        if (askable.Length == 1)
        {
            return askable[0].Question;
        }

        var order = opens || plan.Playbook.Order == QuestionOrder.Fixed ? askable : InOrder(completions, askable);
        var chosen = order.FirstOrDefault(question => completions.Matters(question.Slot)) ?? order.FirstOrDefault(question => IsWaitedFor(question, plan)) ?? order[0];
        return chosen.Question;
    }

    private static ImmutableArray<PlannedQuestion> InOrder(Completions completions, ImmutableArray<PlannedQuestion> askable)
    {
        var narrowing = askable.Select(question => (Question: question, Narrowing: completions.Narrowing(question.Slot))).ToList();
        narrowing.Sort((one, other) => Compare(other.Narrowing, one.Narrowing) is var order and not 0 ? order : askable.IndexOf(one.Question).CompareTo(askable.IndexOf(other.Question)));
        var left = narrowing.ConvertAll(static one => one.Question);
        var order = ImmutableArray.CreateBuilder<PlannedQuestion>(left.Count);
        while (left.Count > 0)
        {
            var next = left.First(question => !KeepsPlace(question) || !left.Exists(other => askable.IndexOf(other) < askable.IndexOf(question)));
            order.Add(next);
            left.Remove(next);
        }

        return order.DrainToImmutable();
    }

    // Means, compared without fractions.
    private static int Compare((int RuledOut, int Answers) one, (int RuledOut, int Answers) other) =>
        (one.RuledOut * other.Answers).CompareTo(other.RuledOut * one.Answers);

    private static bool KeepsPlace(PlannedQuestion question) => question.Question.KeepsPlace ?? question.Question.Slot.Type == SlotType.Money;

    private static bool IsWaitedFor(PlannedQuestion question, Plan plan) => plan.Questions.Any(other =>
        other.Question.When is { } when && ConditionProblems.Leaves(when).Any(leaf => string.Equals(leaf.Slot, question.Question.Slot.Id, StringComparison.Ordinal)));
}
