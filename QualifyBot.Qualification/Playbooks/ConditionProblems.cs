using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>Finds what is wrong with the conditions and choices of a playbook.</summary>
internal sealed class ConditionProblems(PlaybookDraft draft, ImmutableArray<PlaybookProblem>.Builder found)
{
    private const int MostDays = 3650;
    private const decimal MostAmount = 1_000_000_000_000m;

    /// <summary>The conditions on slots inside a condition.</summary>
    public static IEnumerable<Condition.OnSlot> Leaves(Condition condition) => condition switch
    {
        Condition.OnSlot leaf => [leaf],
        Condition.All(var parts) => parts.SelectMany(Leaves),
        Condition.Any(var parts) => parts.SelectMany(Leaves),
        Condition.Not(var part) => Leaves(part),
        _ => [],
    };

    /// <summary>Slots that any condition of the playbook reads.</summary>
    public IEnumerable<string> SlotsRead() => draft.Rules.Select(rule => rule.When)
        .Concat(draft.Disqualifiers.Select(disqualifier => disqualifier.When))
        .Concat(draft.Routes.Select(route => route.When).OfType<Condition>())
        .Concat(draft.Questions.Select(question => question.When).OfType<Condition>())
        .SelectMany(Leaves)
        .Select(leaf => leaf.Slot);

    public void FindIn(string path, Condition? condition, bool mayReadScore = false)
    {
        switch (condition)
        {
            case Condition.OnSlot leaf:
                FindInLeaf(path, leaf);
                break;
            case Condition.Not(var part):
                FindIn($"{path}/not", part, mayReadScore);
                break;
            case Condition.All(var parts):
                FindInParts($"{path}/all", parts, mayReadScore);
                break;
            case Condition.Any(var parts):
                FindInParts($"{path}/any", parts, mayReadScore);
                break;
            case Condition.Happened happened:
                new SignalProblems(draft, found).FindIn(path, happened);
                break;
            case Condition.StageIs or Condition.GradeIs or Condition.PointsAtLeast when !mayReadScore:
                Add(path, "Only routes may read the score: here it is not there yet.", "Read answers, or move the condition to a route.");
                break;
            case Condition.StageIs({ IsEmpty: true }) or Condition.GradeIs({ IsEmpty: true }):
                Add(path, "The list is empty, so the condition never holds.", "Name at least one.", ofTheWhole: true);
                break;
        }
    }

    public void FindInChoices(string path, Question question)
    {
        for (var index = 0; index < question.Choices.Length; index++)
        {
            var choice = question.Choices[index];
            if (!SlotFit.Fits(choice.Value, question.Slot.Type))
            {
                Add($"{path}/{index}", $"The choice '{choice.Id}' is no answer for the slot '{question.Slot.Id}' of type {question.Slot.Type}.", "Give it a value of the slot's type.");
            }
            else if (choice.Value is ChoiceValue.DaysAhead(var from, var to) && (from < 0 || to <= from || to > MostDays))
            {
                Add($"{path}/{index}", $"The choice '{choice.Id}' stands for no stretch of days.", $"Let it start at 0 or later, and end after its start, within {MostDays} days.");
            }
            else if (choice.Value is ChoiceValue.Fixed(AnswerValue.Text(var text)))
            {
                found.AddRange(ConditionValues.FindUnknown($"{path}/{index}/value", question.Slot, [text]));
            }
            else if (choice.Value is ChoiceValue.Fixed(AnswerValue.Need { Category: { } category }))
            {
                FindCategories($"{path}/{index}/category", [category]);
            }
        }
    }

    private void FindInParts(string path, ImmutableArray<Condition> parts, bool mayReadScore)
    {
        if (parts.IsEmpty)
        {
            Add(path, "The list of conditions is empty.", "Add a condition, or remove the list.", ofTheWhole: true);
        }

        for (var index = 0; index < parts.Length; index++)
        {
            FindIn($"{path}/{index}", parts[index], mayReadScore);
        }
    }

    private void FindInLeaf(string path, Condition.OnSlot leaf)
    {
        var slot = draft.Slots.FirstOrDefault(candidate => string.Equals(candidate.Id, leaf.Slot, StringComparison.Ordinal));
        if (slot is null)
        {
            Add($"{path}/slot", $"There is no slot '{leaf.Slot}'.", Nearest.Remedy(leaf.Slot, [.. draft.Slots.Select(known => known.Id)]));
        }
        else if (!SlotFit.Fits(leaf, slot.Type))
        {
            Add(path, $"The condition does not fit the slot '{slot.Id}' of type {slot.Type}.", "Use a condition for that type.");
        }
        else
        {
            FindInValues(path, leaf);
            found.AddRange(ConditionValues.FindUnknown($"{path}/one_of", slot, leaf is Condition.TextIn(_, var values) ? values : []));
        }
    }

    private void FindInValues(string path, Condition.OnSlot leaf)
    {
        if (ConditionValues.HoldsNothing(leaf))
        {
            Add(path, "The list is empty, or holds an empty word.", "Name at least one.", ofTheWhole: true);
        }

        if (leaf is Condition.MoneyWithin(_, var least, var below))
        {
            FindInBounds(path, least, below);
        }
        else if (leaf is Condition.CountWithin(_, var fewest, var under))
        {
            FindInBounds(path, fewest, under);
        }
        else if (leaf is Condition.StartsWithin(_, var days) && days is < 0 or > MostDays)
        {
            Add($"{path}/within_days", $"{days} days is out of range.", $"Write 0 to {MostDays} days.");
        }
        else if (leaf is Condition.NeedIn(_, var categories))
        {
            FindCategories($"{path}/category", categories);
        }
    }

    private void FindInBounds(string path, decimal? least, decimal? below)
    {
        if (least is null && below is null)
        {
            Add(path, "The condition has no bound.", "Give 'at_least', 'below' or both.");
        }
        else if (least is < 0 or > MostAmount || below is <= 0 or > MostAmount)
        {
            Add(path, "A bound is out of range.", "Write bounds from 0 to a thousand billion.");
        }
        else if (least >= below)
        {
            Add(path, "No value is at least the one and below the other.", "Put 'below' above 'at_least'.");
        }
    }

    private void FindCategories(string path, ImmutableArray<string> categories)
    {
        foreach (var category in categories)
        {
            if (!draft.Needs.Any(need => string.Equals(need.Id, category, StringComparison.Ordinal)))
            {
                Add(path, $"There is no category of need '{category}'.", Nearest.Remedy(category, [.. draft.Needs.Select(need => need.Id)]));
            }
        }
    }

    private void Add(string path, string problem, string remedy, bool ofTheWhole = false) => found.Add(new PlaybookProblem(path, problem, remedy, ofTheWhole));
}
