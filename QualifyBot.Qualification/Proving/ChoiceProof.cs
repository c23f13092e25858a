using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Finds choices that mean the same, and ranges of choices that overlap or leave something out.</summary>
internal sealed class ChoiceProof(Proof proof)
{
    /// <summary>So much may lie between the end of a range and the start of the next: bounds are often written as 4999 and 5000.</summary>
    private const decimal Seam = 1;

    public void Find()
    {
        for (var index = 0; index < proof.Playbook.Questions.Length; index++)
        {
            FindSame(index, proof.Playbook.Questions[index]);
            FindRanges(index, proof.Playbook.Questions[index]);
        }
    }

    private void FindSame(int index, Question question)
    {
        for (var place = 1; place < question.Choices.Length; place++)
        {
            var choice = question.Choices[place];
            var earlier = question.Choices.Take(place).FirstOrDefault(other => other.Value.Equals(choice.Value));
            if (earlier is not null)
            {
                proof.Add(FindingKinds.SameChoice, Severity.Error, $"questions/{index}/choices/{place}", $"The choices '{earlier.Id}' and '{choice.Id}' mean the same.", "Change the value of one, or remove it.");
            }
        }
    }

    private void FindRanges(int index, Question question)
    {
        var ranges = question.Choices.Index().Where(static choice => RangeOf(choice.Item.Value) is not null)
            .Select(static choice => (choice.Index, choice.Item.Id, Range: RangeOf(choice.Item.Value)!.Value)).OrderBy(static choice => choice.Range.From).ThenBy(static choice => choice.Range.To).ToList();
        for (var place = 1; place < ranges.Count; place++)
        {
            var (lower, upper) = (ranges[place - 1], ranges[place]);
            var path = $"questions/{index}/choices/{upper.Index}";
            if (lower.Range != upper.Range && upper.Range.From < lower.Range.To)
            {
                proof.Add(FindingKinds.ChoiceOverlap, Severity.Warning, path, $"The ranges of the choices '{lower.Id}' and '{upper.Id}' overlap, so that some visitors fit both.", "Let one start where the other ends.");
            }
            else if (upper.Range.From - lower.Range.To > Seam)
            {
                proof.Add(FindingKinds.ChoiceGap, Severity.Warning, path, $"Between the choices '{lower.Id}' and '{upper.Id}' lies a range that cannot be chosen.", "Let one start where the other ends.");
            }
        }
    }

    // Days of a choice end before the last.
    private static (decimal From, decimal To)? RangeOf(ChoiceValue value) => value switch
    {
        ChoiceValue.DaysAhead(var from, var to) => (from, to),
        ChoiceValue.Fixed(AnswerValue.Money { Status: MoneyStatus.Amount } money) => (money.Min ?? 0, money.Max ?? decimal.MaxValue),
        ChoiceValue.Fixed(AnswerValue.Headcount(var least, var most)) => (least ?? 0, most ?? decimal.MaxValue),
        ChoiceValue.Fixed(AnswerValue.Number(var least, var most)) => (least ?? decimal.MinValue, most ?? decimal.MaxValue),
        _ => null,
    };
}
