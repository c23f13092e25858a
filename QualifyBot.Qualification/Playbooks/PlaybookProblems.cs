using System.Collections.Immutable;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>Finds what is wrong with the parts of a playbook.</summary>
public sealed class PlaybookProblems
{
    private readonly PlaybookDraft draft;
    private readonly ImmutableArray<PlaybookProblem>.Builder found = ImmutableArray.CreateBuilder<PlaybookProblem>();
    private readonly ConditionProblems conditions;

    private PlaybookProblems(PlaybookDraft draft)
    {
        this.draft = draft;
        conditions = new ConditionProblems(draft, found);
    }

    /// <summary>All problems; none = the draft can become a playbook.</summary>
    public static ImmutableArray<PlaybookProblem> Of(PlaybookDraft draft)
    {
        var problems = new PlaybookProblems(draft);
        problems.FindInHead();
        problems.FindInCalendar();
        problems.FindInIds();
        problems.FindInSlots();
        problems.FindInNeeds();
        problems.FindInNames("technologies", draft.Technologies);
        problems.FindInNames("competitors", draft.Competitors);
        problems.FindInQuestions();
        new StyleProblems(draft, problems.found).Find();
        new RuleProblems(draft, problems.conditions, problems.found).Find();
        return problems.found.DrainToImmutable();
    }

    private void FindInCalendar()
    {
        if (draft.FiscalYearStart is < 1 or > 12)
        {
            Add("fiscal_year_start", $"There is no month {draft.FiscalYearStart}.", "Write the month in which the fiscal year starts: 1 to 12.");
        }
    }

    private void FindInHead()
    {
        if (string.IsNullOrWhiteSpace(draft.Name))
        {
            Add("name", "The name is empty.", "Give the playbook a name, such as BANT.");
        }

        if (string.IsNullOrWhiteSpace(draft.Version))
        {
            Add("version", "The version is empty.", "Give a version, such as \"1.0\".");
        }

        FindInCurrency("currency", draft.Currency);
        for (var index = 0; index < draft.Rates.Length; index++)
        {
            var (path, rate) = ($"rates/{index}", draft.Rates[index]);
            FindInCurrency(path, rate.Currency);
            if (rate.Value is <= 0 or > 1_000_000)
            {
                Add(path, $"The rate of {rate.Currency} is out of range.", $"Write what one {rate.Currency} is worth in {draft.Currency}: more than 0, at most 1000000.");
            }

            if (string.Equals(rate.Currency, draft.Currency, StringComparison.Ordinal))
            {
                Add(path, $"{rate.Currency} is the playbook's own currency, whose rate is always 1.", "Remove the line.");
            }
        }
    }

    private void FindInCurrency(string path, string code)
    {
        if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper))
        {
            Add(path, $"'{code}' is not a currency.", "Write an ISO 4217 code of three capital letters, such as USD or EUR.");
        }
    }

    private void FindInIds()
    {
        FindInIds("", [draft.Id], "/id");
        FindInIds("criteria", draft.Criteria.Select(criterion => criterion.Id));
        FindInIds("slots", draft.Slots.Select(slot => slot.Id));
        FindInIds("questions", draft.Questions.Select(question => question.Id), "/id");
        FindInIds("rules", draft.Rules.Select(rule => rule.Id), "/id");
        FindInIds("caps", draft.Caps.Select(cap => cap.Group));
        FindInIds("needs", draft.Needs.Select(need => need.Id));
        FindInIds("signals", draft.Signals.Select(kind => kind.Id));
        FindInIds("disqualifiers", draft.Disqualifiers.Select(disqualifier => disqualifier.Id), "/id");
        FindInIds("routes", draft.Routes.Select(route => route.Id), "/id", draft.Disqualifiers.Select(disqualifier => disqualifier.Id));
        for (var index = 0; index < draft.Questions.Length; index++)
        {
            FindInIds($"questions/{index}/choices", draft.Questions[index].Choices.Select(choice => choice.Id), "/id");
        }
    }

    private void FindInIds(string path, IEnumerable<string> ids, string tail = "", IEnumerable<string>? taken = null)
    {
        var seen = new HashSet<string>(taken ?? [], StringComparer.Ordinal);
        foreach (var (index, id) in ids.Index())
        {
            var place = path.Length == 0 ? "id" : $"{path}/{index}{tail}";
            if (id.Length is 0 or > 60 || !char.IsAsciiLetterLower(id[0]) || !id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'))
            {
                Add(place, $"'{id}' is not an id.", "Use a lower-case letter, then lower-case letters, digits and underscores, 60 at most.");
            }
            else if (!seen.Add(id))
            {
                Add(place, $"The id '{id}' is already taken.", "Give each its own id, so that receipts and texts name one thing.");
            }
        }
    }

    private void FindInSlots()
    {
        var read = draft.Questions.Select(question => question.Slot.Id).Concat(conditions.SlotsRead()).ToHashSet(StringComparer.Ordinal);
        var criteria = draft.Criteria.Select(criterion => criterion.Id).ToList();
        for (var index = 0; index < draft.Slots.Length; index++)
        {
            var slot = draft.Slots[index];
            if (!criteria.Contains(slot.Criterion, StringComparer.Ordinal))
            {
                Add($"slots/{index}/criterion", $"There is no criterion '{slot.Criterion}'.", Nearest.Remedy(slot.Criterion, criteria));
            }

            if (!read.Contains(slot.Id))
            {
                AddOfTheWhole($"slots/{index}", $"No question fills the slot '{slot.Id}', and no rule reads it.", "Add a question or a rule for it, or remove the slot.");
            }
        }

        for (var index = 0; index < criteria.Count; index++)
        {
            if (!draft.Slots.Any(slot => string.Equals(slot.Criterion, criteria[index], StringComparison.Ordinal)))
            {
                AddOfTheWhole($"criteria/{index}", $"No slot serves the criterion '{criteria[index]}'.", "Add a slot for it, or remove the criterion.");
            }
        }
    }

    private void FindInNeeds()
    {
        for (var index = 0; index < draft.Needs.Length; index++)
        {
            var need = draft.Needs[index];
            if (need.Words.IsEmpty || need.Words.Any(string.IsNullOrWhiteSpace))
            {
                AddOfTheWhole($"needs/{index}", $"The category of need '{need.Id}' has no words, or an empty one.", "List words or phrases that show the need.");
            }
        }
    }

    private void FindInNames(string path, ImmutableArray<string> names)
    {
        for (var index = 0; index < names.Length; index++)
        {
            if (string.IsNullOrWhiteSpace(names[index]))
            {
                Add($"{path}/{index}", "The name is empty.", "Write a name, or remove it.");
            }
        }
    }

    private void FindInQuestions()
    {
        if (draft.Questions.IsEmpty)
        {
            AddOfTheWhole("questions", "There is no question.", "Add at least one.");
        }

        for (var index = 0; index < draft.Questions.Length; index++)
        {
            var (path, question) = ($"questions/{index}", draft.Questions[index]);
            if (!draft.Slots.Contains(question.Slot))
            {
                Add($"{path}/slot", $"There is no slot '{question.Slot.Id}'.", Nearest.Remedy(question.Slot.Id, [.. draft.Slots.Select(slot => slot.Id)]));
            }

            if (draft.Questions.Take(index).Any(earlier => earlier.When is null && earlier.Slot == question.Slot))
            {
                Add($"{path}/slot", $"An earlier question always fills the slot '{question.Slot.Id}', so this one is never asked.", "Remove one of the two, or give the earlier one a 'when'.");
            }

            if (question.When is not null && ConditionProblems.Leaves(question.When).Any(leaf => string.Equals(leaf.Slot, question.Slot.Id, StringComparison.Ordinal)))
            {
                Add($"{path}/when", $"The question '{question.Id}' waits for the very slot that it fills.", "Let 'when' read other slots.");
            }

            conditions.FindIn($"{path}/when", question.When);
            conditions.FindInChoices($"{path}/choices", question);
        }
    }

    private void Add(string path, string problem, string remedy) => found.Add(new PlaybookProblem(path, problem, remedy));

    private void AddOfTheWhole(string path, string problem, string remedy) => found.Add(new PlaybookProblem(path, problem, remedy, OfTheWhole: true));
}
